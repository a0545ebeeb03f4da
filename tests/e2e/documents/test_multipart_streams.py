"""Multipart responses whose parts have positions in place of names."""

from __future__ import annotations

import asyncio
import importlib
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Handler, Reply, Server, holding

pytestmark = pytest.mark.slow

KIND = (
    "A multipart response is an array, or has `itemSchema`, `prefixEncoding` or "
    "`itemEncoding` (OpenAPI 3.2)."
)
RESULT = (
    "The method returns a stream of `ReceivedPart` with `content` and `headers`. The media "
    "type of a part decides how its content is decoded: JSON to the declared type, text to a "
    "string, other content to bytes. A part that the document does not declare, and a missing "
    "last boundary, raise an exception. `multipart/form-data`, and multipart beside other "
    "successful contents, is a download, with a note."
)
DOCUMENT = """
openapi: 3.2.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /events:
    get:
      operationId: events_list
      responses: {'200': {description: The events., content: {multipart/mixed: {itemSchema: {$ref: '#/components/schemas/Event'}}}}}
  /scans:
    get:
      operationId: scans_list
      responses: {'200': {description: Metadata and images., content: {multipart/related: {schema: {type: array, minItems: 1, prefixItems: [{$ref: '#/components/schemas/Event'}], items: {}}, prefixEncoding: [{contentType: application/vnd.event+json}], itemEncoding: {contentType: 'image/png, image/*, text/plain;charset=latin-1'}}}}}
  /words:
    get:
      operationId: words_list
      responses: {'200': {description: Words., content: {multipart/mixed: {schema: {$ref: '#/components/schemas/Words'}}}}}
  /numbers:
    get:
      operationId: numbers_list
      responses: {'200': {description: Numbers., content: {multipart/mixed: {itemSchema: {type: integer}}}}}
  /files:
    get:
      operationId: files_list
      responses: {'200': {description: Files., content: {multipart/x-mixed-replace: {itemEncoding: {contentType: image/jpeg}}}}}
  /anything:
    get:
      operationId: anything_list
      responses: {'200': {description: Anything., content: {multipart/*: {itemSchema: {}}}}}
  /either:
    get:
      operationId: either_list
      responses:
        '200': {description: Events., content: {multipart/mixed: {itemSchema: {$ref: '#/components/schemas/Event'}}}}
        '202': {description: An event., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
components:
  schemas:
    Words: {type: array, items: {$ref: '#/components/schemas/Word'}}
    Word: {type: string, enum: [a, b]}
    Event: {type: object, required: [id], properties: {id: {type: integer}}}
"""
MIXED = {"Content-Type": 'multipart/mixed; boundary="a boundary"'}
JSON = "Content-Type: application/json"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("multipart_streams")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(
        folder / "openapi.yaml",
        folder / "out",
        "multipart_streams_client",
        testing=True,
        command_line=True,
    )
    return folder


@pytest.fixture(scope="module")
def acme(folder: Path) -> ModuleType:
    return import_from(folder / "out", "multipart_streams_client")


def body(*parts: tuple[str, bytes], end: bytes = b"--a boundary--\r\n") -> bytes:
    """Return a body of parts with a head and a content."""
    heads = [f"{head}\r\n".encode() if head else b"" for head, _ in parts]
    lines = b"".join(
        b"--a boundary\r\n%b\r\n%b\r\n" % (head, content)
        for head, (_, content) in zip(heads, parts, strict=True)
    )
    return lines + end


def mixed(*parts: tuple[str, bytes]) -> Reply:
    return Reply(200, body(*parts), MIXED)


def read(acme: ModuleType, url: str, resource: str) -> list[Any]:
    """Return the contents of the parts, which both clients read alike."""

    async def main() -> list[Any]:
        async with acme.AsyncAcme(base_url=url, max_retries=0) as client:
            async with await getattr(client, resource).list() as stream:
                return [part.content async for part in stream]

    with acme.Acme(base_url=url, max_retries=0) as client:
        contents = [part.content for part in getattr(client, resource).list()]
    assert asyncio.run(main()) == contents
    return contents


def failure(acme: ModuleType, url: str, resource: str) -> Any:
    with pytest.raises(acme.APIError) as raised:
        read(acme, url, resource)
    return raised.value


def test_items_and_headers(acme: ModuleType, serve: Callable[..., Server]) -> None:
    name = 'Content-Disposition: attachment;\r\n filename="a b.json"'
    server = serve(
        mixed((f"{JSON}\r\nX-Id: 7\r\n{name}", b'{"id": 1}'), ("", b'{"id": 2}'))
    )
    with acme.Acme(base_url=server.url).events.list() as stream:
        first, second = stream
    assert isinstance(stream, acme.Stream) and stream.response.is_closed
    assert type(first) is acme.ReceivedPart and type(first.content) is acme.types.Event
    assert (first.content.id, first.headers["x-id"]) == (1, "7")
    assert (first.content_type, first.filename) == ("application/json", "a b.json")
    assert first.to_dict()["content"] == {"id": 1}
    assert (second.content.id, second.content_type, second.filename) == (2, "", None)
    assert server.received[0].headers["accept"] == "multipart/mixed"
    assert [item.id for item in read(acme, server.url, "events")] == [1, 2]


def test_encodings_by_position(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(
        mixed(
            ("Content-Type: application/vnd.event+json", b'{"id": 1}'),
            ("", b"\xff"),
            ("Content-Type: image/gif", b"\xfe"),
            ("Content-Type: text/plain; charset=latin-1", b"\xe4"),
            (
                "Content-Type: image/png\r\nContent-Transfer-Encoding: base64",
                b"/w=\r\n=",
            ),
        )
    )
    event, *others = read(acme, server.url, "scans")
    assert event.id == 1
    assert others == [b"\xff", b"\xfe", "\xe4", b"\xff"]


def test_scalars_and_files(acme: ModuleType, serve: Callable[..., Server]) -> None:
    text = "Content-Type: text/plain"
    server = serve(mixed(("", b"a"), (text, b"b"), (JSON, b'"a"')))
    assert read(acme, server.url, "words") == ["a", "b", "a"]
    server = serve(mixed(("", b"1"), (text, b"2"), (JSON, b"3")))
    assert read(acme, server.url, "numbers") == [1, 2, 3]
    server = serve(mixed(("", b"\xff"), ("Content-Type: image/jpeg", b"{}")))
    assert read(acme, server.url, "files") == [b"\xff", b"{}"]
    binary = "Content-Type: application/x-thing"
    server = serve(
        mixed((JSON, b"[1]"), (text, b"a"), ("", b"b"), ("", b"\xff"), (binary, b"c"))
    )
    assert read(acme, server.url, "anything") == [[1], "a", "b", b"\xff", b"c"]


@pytest.mark.parametrize(
    ("resource", "part", "message"),
    [
        ("events", (JSON, b"{"), "part 1 of the stream is not valid JSON"),
        ("events", ("Content-Type: image/png", b"\xff"), "part 1 of the stream is image/png, not JSON"),
        ("words", ("Content-Type: image/png", b"a"), "part 1 of the stream is image/png, but text"),
        ("words", ("", b"\xff"), "part 1 of the stream is not valid text"),
        ("words", ("Content-Type: text/plain; charset=x", b"a"), "not valid text"),
        ("events", (JSON, b'{"error": {"message": "too long"}}'), "too long"),
        ("events", ("no header", b"{}"), "a header of a part is invalid"),
        ("events", ("Content-Transfer-Encoding: x", b"{}"), "'x' of part 1 is unknown"),
        ("files", ("Content-Transfer-Encoding: base64", b"?"), "base64"),
        ("events", (f"X: {'x' * 9000}", b"{}"), "more than 8192 bytes"),
    ],
)  # fmt: skip
def test_parts_that_cannot_be_decoded(
    acme: ModuleType,
    serve: Callable[..., Server],
    resource: str,
    part: Any,
    message: str,
) -> None:
    assert (
        message.lower() in str(failure(acme, serve(mixed(part)).url, resource)).lower()
    )


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(200, body((JSON, b'{"id": 1}'), end=b""), MIXED), "without its last boundary"),
        (Reply(200, b"--a boundary\r\n", MIXED), "without its last boundary"),
        (Reply(200, b"text", MIXED), "before its first boundary"),
        (Reply(200, b"", MIXED), "before its first boundary"),
        (Reply(200, b"<p>", {"Content-Type": "text/html"}), "expected a stream (multipart/mixed), got text/html"),
        (Reply(200, b"{}", {"Content-Type": "application/json"}), "single JSON value"),
        (Reply(200, b'{"error": "busy"}', {"Content-Type": "application/json"}), "busy"),
        (Reply(200, b"", {"Content-Type": "multipart/mixed"}), "has no boundary"),
    ],
)  # fmt: skip
def test_bodies_that_are_not_complete_streams(
    acme: ModuleType, serve: Callable[..., Server], reply: Reply, message: str
) -> None:
    assert message in str(failure(acme, serve(reply).url, "events"))


def test_no_parts(acme: ModuleType, serve: Callable[..., Server]) -> None:
    assert read(acme, serve(mixed()).url, "events") == []


def test_large_part(acme: ModuleType, serve: Callable[..., Server]) -> None:
    limits = acme.ResponseLimits(max_item_bytes=10)
    server = serve(mixed((JSON, b'{"id": 1}'), (JSON, b'{"id": 123}')))
    stream = acme.Acme(base_url=server.url, response_limits=limits).events.list()
    assert next(stream).content.id == 1
    with pytest.raises(acme.APIResponseValidationError, match="larger than 10 bytes"):
        next(stream)


def chunked(handler: Handler, chunks: list[bytes], wait: threading.Event) -> None:
    """Send chunks, and wait before the last one; end the body only if there is one."""
    handler.send_response(200)
    handler.send_header("Content-Type", MIXED["Content-Type"])
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for index, chunk in enumerate(chunks):
        if index == len(chunks) - 1:
            holding(wait)
        handler.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
        handler.wfile.flush()


def test_parts_are_returned_as_they_arrive(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    whole = body((JSON, b'{"id": 1}'), (JSON, b'{"id": 2}'))
    cut = whole.index(b'{"id": 2}')
    chunks = [whole[i : i + 3] for i in range(0, cut, 3)] + [whole[cut:]]
    chunks[-2] = whole[3 * (len(chunks) - 2) : cut]
    wait = threading.Event()

    def send(handler: Handler) -> None:
        chunked(handler, chunks, wait)
        handler.wfile.write(b"0\r\n\r\n")

    stream = acme.Acme(base_url=serve(Reply(raw=send)).url).events.list()
    assert next(stream).content.id == 1
    wait.set()
    assert [part.content.id for part in stream] == [2]


def test_interrupted_stream(acme: ModuleType, serve: Callable[..., Server]) -> None:
    whole = body((JSON, b'{"id": 1}'), (JSON, b'{"id": 2}'))
    wait = threading.Event()
    wait.set()

    def send(handler: Handler) -> None:
        chunked(handler, [whole[:80], whole[80:90]], wait)
        handler.connection.shutdown(socket.SHUT_RDWR)

    assert isinstance(
        failure(acme, serve(Reply(raw=send)).url, "events"), acme.APIConnectionError
    )


def test_stream_is_requested_again_before_its_first_part(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    cut = Reply(200, body((JSON, b'{"id": 1}'))[:30], MIXED)
    server = serve(cut, mixed((JSON, b'{"id": 1}')))
    assert [
        part.content.id for part in acme.Acme(base_url=server.url).events.list()
    ] == [1]
    assert len(server.received) == 2


def test_other_contents(acme: ModuleType, serve: Callable[..., Server]) -> None:
    reply = mixed((JSON, b'{"id": 1}'))
    assert acme.Acme(base_url=serve(reply).url).either.list().read() == reply.body


def test_mock(acme: ModuleType) -> None:
    mock = importlib.import_module(f"{acme.__name__}.testing").MockAPI()
    client = acme.Acme(http_client=mock.client())
    assert [type(part.content) for part in client.events.list()] == [acme.types.Event]
    first, image = client.scans.list()
    assert type(first.content) is acme.types.Event and type(image.content) is bytes
    assert [part.content for part in client.words.list()] == ["a"]
    (anything,) = client.anything.list()
    assert anything.headers["content-type"]
    part = acme.ReceivedPart(acme.types.Event(id=2), httpx2.Headers({"X-Id": "3"}))
    mock.respond("events.list", stream=[{"id": 1}, part, httpx2.ReadError("cut")])
    stream = client.events.list()
    assert next(stream).content.id == 1
    second = next(stream)
    assert (second.content.id, second.headers["x-id"]) == (2, "3")
    with pytest.raises(acme.APIConnectionError, match="cut"):
        next(stream)
    mock.respond("anything.list", stream=["a", b"\xff", [1], None])
    contents = [part.content for part in client.anything.list()]
    assert contents == ["a", b"\xff", [1], None]


def test_command_line(folder: Path, serve: Callable[..., Server]) -> None:
    event = ("Content-Type: application/json\r\nX-Id: 1", b'{"id": 1}')
    server = serve(mixed(event, ("Content-Type: image/png", b"\xff")))
    command = [sys.executable, "-m", "multipart_streams_client", "scans_list"]
    process = subprocess.run(
        [*command, "--base-url", server.url],
        cwd=folder / "out",
        capture_output=True,
        text=True,
        check=True,
    )
    json_headers = {"content-type": "application/json", "x-id": "1"}
    assert [json.loads(line) for line in process.stdout.splitlines()] == [
        {"headers": json_headers, "content": {"id": 1}},
        {"headers": {"content-type": "image/png"}, "content": "/w=="},
    ]


def test_reference(folder: Path) -> None:
    page = (folder / "out/docs/events.md").read_text(encoding="utf-8")
    assert "ReceivedPart\\[[Event](types/events.md#event)\\]" in page
    assert "stream of the parts of a multipart body" in page


def test_types(
    client_of: Callable[..., ModuleType], wrong_lines: Callable[..., set[int]]
) -> None:
    caller = """
from typing import assert_type
from acme_client import Acme, AsyncAcme, AsyncStream, ReceivedPart, Stream
from acme_client.types import Event, Word

def read(client: Acme) -> None:
    stream = client.events.list()
    assert_type(stream, Stream[ReceivedPart[Event]])
    for part in stream:
        assert_type(part.content.id, int)
        assert_type(part.filename, str | None)
        part.content.name  # wrong
    for file in client.files.list():
        assert_type(file.content, bytes)
    for word in client.words.list():
        assert_type(word.content, Word)

async def read_async(client: AsyncAcme) -> None:
    stream = await client.numbers.list()
    assert_type(stream, AsyncStream[ReceivedPart[int]])
    async for part in stream:
        assert_type(part.headers["x-id"], str)
"""
    assert wrong_lines(client_of(DOCUMENT), caller) == marked_lines(caller)
