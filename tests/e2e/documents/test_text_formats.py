"""Operations that return text if a parameter selects a format of text."""

from __future__ import annotations

import asyncio
import importlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server, json_reply

KIND = "A response is declared as JSON only, but a parameter selects a text such as `srt` or `csv`."
RESULT = "The method returns `str` for the formats of text, and the declared type for the others."
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /transcriptions:
    post:
      operationId: transcriptions_create
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                response_format: {type: string, enum: [json, text, srt, verbose_json], default: json}
                stream: {anyOf: [{type: boolean}, {type: 'null'}], description: Stream the text.}
      responses:
        '200':
          description: The text.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Transcription'}}
            text/event-stream: {schema: {$ref: '#/components/schemas/Chunk'}}
  /tables:
    get:
      operationId: tables_retrieve
      parameters: [{name: format, in: query, schema: {type: string, enum: [csv, json], default: csv}}]
      responses: {'200': &table {description: The table., content: {application/json: {schema: {$ref: '#/components/schemas/Table'}}}}}
  /images:
    get:
      operationId: images_retrieve
      parameters: [{name: format, in: query, schema: {type: string, enum: [url, b64_json]}}]
      responses: {'200': *table}
  /reports:
    post:
      operationId: reports_create
      requestBody:
        content: {application/json: {schema: {type: object, properties: {format: {$ref: '#/components/schemas/Format'}}}}}
      responses: {'200': *table}
components:
  schemas:
    Format: {type: string, enum: [json, csv]}
    Transcription: {type: object, required: [text], properties: {text: {type: string}}}
    Table: {type: object, required: [rows], properties: {rows: {type: integer}}}
    Chunk: {type: object, properties: {delta: {type: string}}}
"""


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("text_formats")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(folder / "openapi.yaml", folder / "out", "text_formats_client")
    return import_from(folder / "out", "text_formats_client")


def connect(acme: ModuleType, server: Server) -> Any:
    return acme.Acme(base_url=server.url, max_retries=0)


def test_text_in_place_of_json(acme: ModuleType, serve: Callable[..., Server]) -> None:
    srt = "1\n00:00:00,000 --> 00:00:01,000\nHi"
    server = serve(
        Reply(200, srt.encode(), {"Content-Type": "text/plain; charset=utf-8"}),
        json_reply({"text": "Hi"}),
        # A text that is JSON is still a text.
        Reply(200, b"12", {"Content-Type": "text/plain"}),
    )
    create = connect(acme, server).transcriptions.create
    assert create(file=b"a", response_format="srt") == srt
    assert create(file=b"a").text == "Hi"
    assert create(file=b"a", response_format="text", stream=False) == "12"
    assert server.received[0].headers["accept"] == "application/json, text/*"


def test_text_of_an_async_client(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(
        Reply(200, b"a,b", {"Content-Type": "text/csv"}), json_reply({"rows": 2})
    )

    async def run() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            assert await client.tables.retrieve() == "a,b"
            assert (await client.tables.retrieve(format="json")).rows == 2

    asyncio.run(run())


def test_mock_returns_a_text(acme: ModuleType) -> None:
    testing = importlib.import_module(f"{acme.__name__}.testing")
    client = acme.Acme(http_client=testing.MockAPI().client())
    assert client.transcriptions.create(file=b"a", response_format="srt") == "text"
    assert client.transcriptions.create(file=b"a").text == "text"
    assert client.tables.retrieve() == "text"
    assert client.tables.retrieve(format="json").rows is not None


def test_names_in_annotations_are_imported(acme: ModuleType) -> None:
    assert acme.__file__ is not None
    package = Path(acme.__file__).parent
    assert 'Literal["csv"]' in (package / "resources/reports.py").read_text("utf-8")
    ruff = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "F821"]
    done = subprocess.run([*ruff, package], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


CALLER = """
from typing import Literal, assert_type

from acme_client import Acme, Stream
from acme_client.types import Chunk, Table, Transcription

def call(client: Acme, either: Literal["json", "srt"]) -> None:
    create = client.transcriptions.create
    assert_type(create(file=b""), Transcription)
    assert_type(create(file=b"", response_format="verbose_json"), Transcription)
    assert_type(create(file=b"", response_format="srt"), str)
    assert_type(create(file=b"", response_format="srt", stream=False), str)
    assert_type(create(file=b"", stream=True), Stream[Chunk])
    create(file=b"", response_format="srt").text  # wrong
    create(file=b"", response_format=either)
    assert_type(client.tables.retrieve(), str)
    assert_type(client.tables.retrieve(format="json"), Table)
    assert_type(client.images.retrieve(format="url"), Table)
"""


@pytest.mark.slow
def test_types_of_callers(
    acme: ModuleType, wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(acme, CALLER) == marked_lines(CALLER)
