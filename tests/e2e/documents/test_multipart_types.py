"""Request bodies of multipart types other than `multipart/form-data`."""

from __future__ import annotations

import asyncio
import email
from collections.abc import Callable
from email.message import Message
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.unit.runtime.conftest import Reply, Server

KIND = "A request body is `multipart/mixed` or `multipart/related`."
RESULT = (
    "Each property is a part with its name and its media type. `multipart/related` has the "
    "media type of the first part as its `type` (RFC 2387)."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /mixed:
    post:
      operationId: mixed_create
      requestBody: {required: true, content: {multipart/mixed: {schema: &form {$ref: '#/components/schemas/Form'}}}}
      responses: &empty {'204': {description: Done.}}
  /related:
    post:
      operationId: related_create
      requestBody: {required: true, content: {multipart/related: {schema: *form}}}
      responses: *empty
    put:
      operationId: related_replace
      requestBody: {required: true, content: {multipart/related; type="application/dicom"; boundary=x: {schema: *form}}}
      responses: *empty
components:
  schemas:
    Form:
      type: object
      required: [info, file]
      properties:
        info: {type: object, properties: {name: {type: string}}}
        file: {type: string, format: binary}
        text: {type: string}
"""
FIELDS: dict[str, Any] = {
    "info": {"name": "a"},
    "file": ("a.png", b"\xff"),
    "text": "\xe4",
}


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("multipart_types")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(folder / "openapi.yaml", folder / "out", "multipart_types_client")
    return import_from(folder / "out", "multipart_types_client")


def parse(server: Server) -> list[Message]:
    """Return the received bodies as messages with parts."""
    return [
        email.message_from_bytes(
            f"Content-Type: {item.headers['content-type']}\r\n\r\n".encode() + item.body
        )
        for item in server.received
    ]


def describe(message: Message) -> list[tuple[Any, ...]]:
    parts: Any = message.get_payload()
    return [
        (
            part.get_param("name", header="content-disposition"),
            part["Content-Type"],
            part.get_payload(decode=True),
        )
        for part in parts
    ]


def test_parts_and_parameters(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(Reply(204))
    client = acme.Acme(base_url=server.url)
    client.mixed.create(**FIELDS)
    client.related.create(**FIELDS)
    client.related.update(**FIELDS)

    async def run() -> None:
        async with acme.AsyncAcme(base_url=server.url) as asynchronous:
            await asynchronous.mixed.create(**FIELDS)

    asyncio.run(run())
    messages = parse(server)
    expected = [
        ("info", "application/json", b'{"name":"a"}'),
        ("file", "image/png", b"\xff"),
        ("text", "text/plain; charset=utf-8", "\xe4".encode()),
    ]
    assert [describe(item) for item in messages] == [expected] * 4
    assert [item.get_content_type() for item in messages] == [
        *("multipart/mixed", "multipart/related", "multipart/related"),
        "multipart/mixed",
    ]
    types = [item.get_param("type") for item in messages]
    assert types == [None, "application/json", "application/dicom", None]


def test_mock_decodes_the_parts(acme: ModuleType) -> None:
    testing = __import__(f"{acme.__name__}.testing", fromlist=["MockAPI"])
    mock = testing.MockAPI()
    acme.Acme(http_client=mock.client()).mixed.create(**FIELDS)
    assert mock.requests[0].body["text"] == "\xe4"
    assert mock.requests[0].body["info"] == {"name": "a"}
