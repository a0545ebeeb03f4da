"""Compressed bodies are decoded whole, or raise an error."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.wire import ITEM, Wire, http_response, sends

pytestmark = pytest.mark.slow

KIND = (
    "A body is compressed by gzip with several members, by deflate with or without a"
    " header, in an unsupported coding, is truncated, or is followed by other data."
)
RESULT = (
    "All members are decoded. Truncated and invalid bodies, data after the end and"
    " codings that are not installed, such as `br`, raise an"
    " `APIResponseValidationError`. Words that are not codings, such as `utf-8`, are"
    " ignored."
)

Serve = Callable[..., Wire]
JSON = b'{"id": "c", "choices": [' + b" " * 9000 + b"]}"
EVENTS = ITEM * 50 + b"data: [DONE]\n\n"


def members(data: bytes, size: int = 100) -> bytes:
    """Return gzip with a member for each part of the data."""
    parts = [data[i : i + size] for i in range(0, len(data), size)]
    return b"".join(gzip.compress(part) for part in parts)


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-15)
    return compressor.compress(data) + compressor.flush()


def twice(data: bytes) -> bytes:
    return gzip.compress(zlib.compress(data))


def plain(data: bytes) -> bytes:
    return data


WHOLE: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "one member": ("gzip", gzip.compress),
    "several members": ("gzip", members),
    "many members": ("gzip", lambda data: members(data, 1)),
    "empty members": ("gzip", lambda data: members(data) + gzip.compress(b"") * 3),
    "padding": ("gzip", lambda data: members(data) + b"\0" * 512),
    "another name": ("X-GZIP", members),
    "zlib": ("deflate", zlib.compress),
    "deflate without a header": ("deflate", raw_deflate),
    "two codings": ("deflate, gzip", twice),
    "identity": ("identity", plain),
    "not a coding": ("utf-8", plain),
    "aws-chunked": ("aws-chunked,gzip", gzip.compress),
}


def chunked(body: bytes, media: str, coding: str, size: int) -> bytes:
    """Return a response with chunks of a size."""
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return (
        f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Encoding: {coding}\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    ).encode() + b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in [*parts, b""])


def responses(body: bytes, media: str, coding: str) -> list[bytes]:
    """Return a response with a length, and one in tiny chunks."""
    headers = f"Content-Encoding: {coding}\r\n"
    whole = http_response(body, media, headers=headers)
    return [whole, chunked(body, media, coding, 1 + len(body) // 300)]


async def read_json(caller: Caller) -> Any:
    return (await caller.json()).to_dict()


async def read_raw(caller: Caller) -> Any:
    raw = caller.client.chat.completions.with_raw_response
    return (await settled(raw.retrieve("x"))).parse().to_dict()


async def download_in_pieces(caller: Caller) -> bytes:
    file = await settled(caller.client.files.content("f"))
    if caller.kind == "sync":
        return b"".join(file.iter_bytes(1000))
    return b"".join([piece async for piece in file.iter_bytes(1000)])


@pytest.mark.parametrize("case", WHOLE)
def test_whole_bodies(caller: Caller, wire: Serve, case: str) -> None:
    coding, encode = WHOLE[case]
    texts = responses(encode(JSON), "application/json", coding)
    files = responses(encode(EVENTS * 30), "application/octet-stream", coding)
    events = responses(encode(EVENTS), "text/event-stream", coding)
    server = wire(*map(sends, [*texts, *texts, *files, *files, *events]))

    async def job(caller: Caller) -> None:
        for read in (read_json, read_json, read_raw, read_raw):
            assert await read(caller) == {"id": "c", "choices": []}
        for load in (Caller.download, download_in_pieces) * 2:
            assert await load(caller) == EVENTS * 30
        assert await caller.items() == ["a"] * 50
        assert await caller.items() == ["a"] * 50

    caller.run(server.url, job)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_tiny_chunks(caller: Caller, wire: Serve, size: int) -> None:
    data = bytes(range(256)) * 3
    for coding, body in (
        ("deflate", raw_deflate(data)),
        ("deflate", zlib.compress(data)),
        ("gzip", members(data)),
    ):
        response = chunked(body, "application/octet-stream", coding, size)
        server = wire(sends(response))
        assert caller.run(server.url, Caller.download) == data


BROKEN: dict[str, tuple[str, bytes]] = {
    "truncated": ("gzip", members(JSON)[:-4]),
    "truncated after a member": ("gzip", members(JSON) + gzip.compress(b"")[:11]),
    "truncated header": ("gzip", members(JSON) + gzip.compress(b"")[:5]),
    "a single byte": ("gzip", b"\x1f"),
    "truncated zlib": ("deflate", zlib.compress(JSON)[:-2]),
    "truncated deflate": ("deflate", raw_deflate(JSON)[:-1]),
    "data after the end": ("gzip", members(JSON) + b"\r\n"),
    "data after zlib": ("deflate", zlib.compress(JSON) + b"\0"),
    "a wrong checksum": ("gzip", gzip.compress(JSON)[:-8] + b"\1" * 8),
    "not compressed": ("gzip", JSON),
    "not deflate": ("deflate", b"\xff" * 100),
    "unsupported": ("compress", JSON),
    "truncated inner coding": (
        "deflate, gzip",
        gzip.compress(zlib.compress(JSON)[:-9]),
    ),
    "too many codings": (", ".join(["gzip"] * 6), JSON),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_bodies(caller: Caller, wire: Serve, case: str) -> None:
    coding, body = BROKEN[case]
    served = (
        response
        for media in ("application/json", "application/octet-stream")
        for response in responses(body, media, coding)
    )
    server = wire(*map(sends, served))

    async def job(caller: Caller) -> None:
        for read in (read_json, read_raw, Caller.download, download_in_pieces):
            with pytest.raises(
                caller.errors.APIResponseValidationError, match="response body: ."
            ):
                await read(caller)

    caller.run(server.url, job)


def test_broken_body_of_an_error(caller: Caller, wire: Serve) -> None:
    headers = "Content-Encoding: gzip\r\n"
    body = gzip.compress(b'{"error": "no"}')[:-3]
    server = wire(sends(http_response(body, status=404, headers=headers)))
    with pytest.raises(caller.errors.NotFoundError):
        caller.run(server.url, Caller.json)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "compress"])
def test_bodies_without_content(caller: Caller, wire: Serve, coding: str) -> None:
    headers = f"Content-Encoding: {coding}\r\n"
    media = "application/octet-stream"
    server = wire(sends(http_response(b"", media, headers=headers)))
    assert caller.run(server.url, Caller.download) == b""


@pytest.mark.parametrize(
    ("coding", "packages"), [("br", ("brotli", "brotlicffi")), ("zstd", ("zstd",))]
)
def test_optional_codings(
    caller: Caller, wire: Serve, coding: str, packages: tuple[str, ...]
) -> None:
    if any(map(find_spec, packages)):
        pytest.skip("the package is installed")
    headers = f"Content-Encoding: {coding}\r\n"
    server = wire(sends(http_response(b"x", headers=headers)))
    with pytest.raises(
        caller.errors.APIResponseValidationError, match=f"unsupported.*{coding}"
    ):
        caller.run(server.url, Caller.json)


@pytest.mark.parametrize("more", [-3, 3])
def test_length_of_the_message(caller: Caller, wire: Serve, more: int) -> None:
    body = members(JSON)
    wrong = http_response(
        body, headers="Content-Encoding: gzip\r\n", length=len(body) + more
    )

    def act(connection: Any) -> None:
        connection.sendall(wrong)

    act.ends = True  # type: ignore[attr-defined]
    server = wire(act)
    with pytest.raises(caller.errors.APIError):
        caller.run(server.url, Caller.json, max_retries=0)
