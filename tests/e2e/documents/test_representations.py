"""Responses that a document describes in several media types."""

from __future__ import annotations

import asyncio
import importlib
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server, json_reply

KIND = "A response has JSON beside other media types, or several kinds of JSON."
RESULT = (
    "The client requests JSON and returns its type. The argument `accept` selects another "
    "representation and its type. Equal inline schemas of several media types are one type."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /reports/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: reports_retrieve
      responses:
        '200':
          description: The report.
          content:
            application/pdf: {schema: {type: string, format: binary}}
            text/csv: {schema: {type: string}}
            application/vnd.acme.full+json: {schema: {$ref: '#/components/schemas/FullReport'}}
            application/json: {schema: {$ref: '#/components/schemas/Report'}}
            application/xml: {schema: {$ref: '#/components/schemas/Report'}}
  /inline:
    post:
      operationId: inline_create
      requestBody:
        required: true
        content:
          application/json: {schema: &input {type: object, required: [a], properties: {a: {type: object, properties: {b: {type: string}}}}}}
          multipart/form-data: {schema: *input}
          text/json: {schema: *input}
      responses:
        '200': &inline
          description: The values.
          content:
            text/plain: {schema: {type: object, properties: {value: {type: object, properties: {b: {type: integer}}}}}}
            application/json: {schema: {type: object, properties: {value: {type: object, properties: {b: {type: integer}}}}}}
            text/json: {schema: {type: object, properties: {value: {type: object, properties: {b: {type: integer}}}}}}
        '201': *inline
  /files/download:
    get:
      operationId: files_download
      responses:
        '200':
          description: A file.
          content:
            application/json: {schema: {type: string}}
            video/mp4: {schema: {type: string, format: binary}}
  /files/export:
    get:
      operationId: files_export
      responses:
        '200':
          description: A file.
          content:
            application/zip: {schema: {type: string, format: binary}}
            text/plain: {schema: {type: string}}
components:
  schemas:
    Report: {type: object, required: [title], properties: {title: {type: string}}}
    FullReport: {type: object, required: [title, pages], properties: {title: {type: string}, pages: {type: integer}}}
"""
FULL = "application/vnd.acme.full+json"


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("representations")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(folder / "openapi.yaml", folder / "out", "representations_client")
    return import_from(folder / "out", "representations_client")


def connect(acme: ModuleType, server: Server) -> Any:
    return acme.Acme(base_url=server.url, max_retries=0)


def name_of(value: object) -> str:
    return type(value).__name__


def test_json_is_requested_by_default(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(json_reply({"title": "A"}))
    report = connect(acme, server).reports.retrieve("1")
    assert name_of(report) == "Report" and report.title == "A"
    assert server.received[0].headers["accept"] == "application/json"


def test_accept_selects_another_representation(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(
        Reply(200, b"%PDF", {"Content-Type": "application/pdf"}),
        Reply(200, b"a,b", {"Content-Type": "text/csv"}),
        Reply(200, b'{"title": "A", "pages": 2}', {"Content-Type": FULL}),
        json_reply({"title": "A"}),
    )
    reports = connect(acme, server).reports
    assert reports.retrieve("1", accept="application/pdf").read() == b"%PDF"
    assert reports.retrieve("1", accept="text/csv") == "a,b"
    full = reports.retrieve("1", accept=FULL)
    assert name_of(full) == "FullReport" and full.pages == 2
    assert name_of(reports.retrieve("1", accept="application/json")) == "Report"
    assert [item.headers["accept"] for item in server.received] == [
        "application/pdf",
        "text/csv",
        FULL,
        "application/json",
    ]


def test_accept_of_an_async_client(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(Reply(200, b"%PDF", {"Content-Type": "application/pdf"}))

    async def run() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            reports = client.reports
            file = await reports.retrieve("1", accept="application/pdf")
            assert name_of(file) == "AsyncBinaryResponse"
            assert await file.read() == b"%PDF"
            raw = await reports.with_raw_response.retrieve(
                "1", accept="application/pdf"
            )
            assert await raw.parse().read() == b"%PDF"

    asyncio.run(run())


def test_raw_response_of_another_representation(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    # XML has the schema of JSON, so that the argument `accept` does not offer it.
    server = serve(Reply(200, b"<report/>", {"Content-Type": "application/xml"}))
    raw = connect(acme, server).reports.with_raw_response
    response = raw.retrieve("1", extra_headers={"Accept": "application/xml"})
    assert response.content == b"<report/>"
    assert server.received[0].headers["accept"] == "application/xml"


def test_several_media_types_without_json(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(
        Reply(200, b"PK", {"Content-Type": "application/zip"}),
        Reply(200, b"a", {"Content-Type": "text/plain"}),
    )
    files = connect(acme, server).files
    assert files.export().read() == b"PK"
    assert files.export() == "a"
    assert server.received[0].headers["accept"] == "application/zip, text/plain"


def test_file_beside_a_json_string(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(
        Reply(200, b"\x00mp4", {"Content-Type": "video/mp4"}), json_reply("later")
    )
    files = connect(acme, server).files
    assert files.download().read() == b"\x00mp4"
    assert files.download() == "later"
    assert server.received[0].headers["accept"] == "application/json, video/mp4"


def test_equal_inline_schemas_have_one_type(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(
        json_reply({"value": {"b": 1}}), json_reply({"value": {"b": 1}}, 201)
    )
    inline = connect(acme, server).inline
    first, second = inline.create(a={"b": "x"}), inline.create(a={"b": "x"})
    assert type(first) is type(second)
    assert json.loads(server.received[0].body) == {"a": {"b": "x"}}
    types = importlib.import_module(f"{acme.__name__}.types")
    assert [name for name in types.__all__ if name[-1].isdigit()] == []
    assert len([name for name in types.__all__ if name.startswith("Inline")]) == 4


def test_mock_returns_the_accepted_representation(acme: ModuleType) -> None:
    testing = importlib.import_module(f"{acme.__name__}.testing")
    client = acme.Acme(http_client=testing.MockAPI().client())
    reports = client.reports
    assert name_of(reports.retrieve("1")) == "Report"
    assert name_of(reports.retrieve("1", accept=FULL)) == "FullReport"
    assert reports.retrieve("1", accept="text/csv") == "text"
    assert len(reports.retrieve("1", accept="application/pdf").read()) > 100


CALLER = """
from typing import Literal, assert_type

from acme_client import Acme, AsyncAcme, AsyncBinaryResponse, BinaryResponse
from acme_client.types import FullReport, Report

def call(client: Acme, accept: Literal["application/json", "text/csv"]) -> None:
    reports = client.reports
    assert_type(reports.retrieve("1"), Report)
    assert_type(reports.retrieve("1", accept="application/json"), Report)
    assert_type(reports.retrieve("1", accept="application/pdf"), BinaryResponse)
    assert_type(reports.retrieve("1", accept="text/csv"), str)
    full = reports.retrieve("1", accept="application/vnd.acme.full+json")
    assert_type(full, FullReport)
    reports.retrieve("1", accept="image/png")  # wrong
    reports.retrieve("1", accept=accept)
    assert_type(client.files.export(), BinaryResponse | str)
    assert_type(client.files.download(), str | BinaryResponse)

async def call_async(client: AsyncAcme) -> None:
    reports = client.reports
    assert_type(await reports.retrieve("1"), Report)
    file = await reports.retrieve("1", accept="application/pdf")
    assert_type(file, AsyncBinaryResponse)
"""


@pytest.mark.slow
def test_types_of_callers(
    acme: ModuleType, wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(acme, CALLER) == marked_lines(CALLER)
