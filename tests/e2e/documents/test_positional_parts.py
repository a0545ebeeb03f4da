"""Multipart bodies whose parts have positions in place of names."""

from __future__ import annotations

import asyncio
import email
from collections.abc import Callable
from email.message import Message
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server

pytestmark = pytest.mark.slow

KIND = (
    "A multipart request body is an array, or has `itemSchema`, `prefixEncoding` or `itemEncoding` "
    "(OpenAPI 3.2)."
)
RESULT = (
    "The body is passed as a list. Each item is a part without a name, with the media type of "
    "its position, or else that of its value."
)
DOCUMENT = """
openapi: 3.2.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /prefix:
    post:
      operationId: prefix_create
      requestBody: {required: true, content: {multipart/related: {schema: {type: array, minItems: 2, prefixItems: [{$ref: '#/components/schemas/Info'}, {}], items: {type: string}}, prefixEncoding: [{contentType: application/vnd.info+json}, {contentType: image/png}]}}}
      responses: &empty {'204': {description: Done.}}
  /items:
    post:
      operationId: items_create
      requestBody: {required: true, content: {multipart/mixed: {itemSchema: {$ref: '#/components/schemas/Info'}}}}
      responses: *empty
  /images:
    post:
      operationId: images_create
      requestBody: {required: true, content: {multipart/mixed: {itemEncoding: {contentType: image/png}}}}
      responses: *empty
  /values:
    post:
      operationId: values_create
      requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, items: {}}, itemEncoding: {contentType: 'text/plain, image/*'}}}}
      responses: *empty
components:
  schemas:
    Info: {type: object, required: [a], properties: {a: {type: integer}}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("positional_parts")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(folder / "openapi.yaml", folder / "out", "positional_parts_client")
    return folder


@pytest.fixture(scope="module")
def acme(folder: Path) -> ModuleType:
    return import_from(folder / "out", "positional_parts_client")


def parts(server: Server) -> list[tuple[str, str | None, bytes]]:
    """Return media type, disposition and content of the parts of the last request."""
    received = server.received[-1]
    head = f"Content-Type: {received.headers['content-type']}\r\n\r\n".encode()
    message = email.message_from_bytes(head + received.body)
    return [
        (
            part.get_content_type(),
            part.get("content-disposition"),
            bytes(part.get_payload(decode=True)),
        )
        for part in _payload(message)
    ]


def _payload(message: Message) -> list[Any]:
    payload: Any = message.get_payload()
    return list(payload)


def test_encodings_by_position(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(Reply(204))
    client = acme.Acme(base_url=server.url)
    client.prefix.create(body=[{"a": 1}, b"\xff", "x"])
    assert parts(server) == [
        ("application/vnd.info+json", None, b'{"a":1}'),
        ("image/png", None, b"\xff"),
        ("text/plain", None, b"x"),
    ]
    media = server.received[0].headers["content-type"]
    assert media.startswith('multipart/related; type="application/vnd.info+json"; ')


def test_items_have_the_media_types_of_their_types(
    acme: ModuleType, serve: Callable[..., Server], tmp_path: Path
) -> None:
    server = serve(Reply(204), Reply(204), Reply(204))
    client = acme.Acme(base_url=server.url)
    client.items.create(body=[{"a": 1}, {"a": 2}])
    assert parts(server) == [
        ("application/json", None, b'{"a":1}'),
        ("application/json", None, b'{"a":2}'),
    ]
    (tmp_path / "b.png").write_bytes(b"b")
    client.images.create(body=[b"a", tmp_path / "b.png", ("c.gif", b"c", "image/gif")])
    assert parts(server) == [
        ("image/png", None, b"a"),
        ("image/png", 'attachment; filename="b.png"', b"b"),
        ("image/gif", 'attachment; filename="c.gif"', b"c"),
    ]
    client.values.create(body=["\xe4", 1, True, [2], {"b": None}, b"c"])
    assert parts(server) == [
        ("text/plain", None, "\xe4".encode()),
        ("text/plain", None, b"1"),
        ("text/plain", None, b"true"),
        ("application/json", None, b"[2]"),
        ("application/json", None, b'{"b":null}'),
        ("application/octet-stream", None, b"c"),
    ]


def test_async_client(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(Reply(204))

    async def send() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            await client.items.create(body=({"a": 1},))

    asyncio.run(send())
    assert parts(server) == [("application/json", None, b'{"a":1}')]


def test_reference(folder: Path) -> None:
    page = (folder / "out/docs/images.md").read_text(encoding="utf-8")
    assert 'client.images.create(body=[Path("file.bin")])' in page
    assert "`multipart/mixed`" in page


def test_types(
    client_of: Callable[..., ModuleType], wrong_lines: Callable[..., set[int]]
) -> None:
    caller = """
from acme_client import Acme

def send(client: Acme) -> None:
    client.items.create(body=[{"a": 1}])
    client.items.create(body={"a": 1})  # wrong
    client.items.create(body=[{"a": "b"}])  # wrong
    client.images.create(body=[b"a"])
    client.images.create(body=[1])  # wrong
"""
    assert wrong_lines(client_of(DOCUMENT), caller) == marked_lines(caller)
