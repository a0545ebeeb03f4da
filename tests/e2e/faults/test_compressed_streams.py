"""Compressed streams: events are not delayed, and truncation is detected."""

from __future__ import annotations

import socket
import threading
import zlib
from collections.abc import Callable

import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.wire import ITEM, Act, Wire, sends

Serve = Callable[..., Wire]
HEAD = (
    b"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\nContent-Encoding: gzip\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
)


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def compressed(*events: bytes) -> list[bytes]:
    """Return each compressed event, and the end of the compressed body."""
    gzip = zlib.compressobj(wbits=31)
    parts = [gzip.compress(each) + gzip.flush(zlib.Z_SYNC_FLUSH) for each in events]
    return [*parts, gzip.flush()]


def test_events_are_not_delayed(caller: Caller, wire: Serve) -> None:
    read = threading.Event()
    first, second, end = compressed(ITEM, ITEM)

    def act(connection: socket.socket) -> None:
        connection.sendall(HEAD + chunk(first))
        assert read.wait(60)
        connection.sendall(chunk(second) + chunk(end) + b"0\r\n\r\n")

    server = wire(act)

    async def job(caller: Caller) -> None:
        stream = await caller.begin()
        advance = next if caller.kind == "sync" else anext
        assert (await settled(advance(stream))).text == "a"
        read.set()
        assert (await settled(advance(stream))).text == "a"
        with pytest.raises((StopIteration, StopAsyncIteration)):
            await settled(advance(stream))

    caller.run(server.url, job)


@pytest.mark.parametrize("kept", [0, 4])
def test_truncated_compression(caller: Caller, wire: Serve, kept: int) -> None:
    first, second, end = compressed(ITEM, ITEM)
    body = chunk(first) + chunk(second) + (chunk(end[:kept]) if kept else b"")
    broken: Act = sends(HEAD + body + b"0\r\n\r\n")
    server = wire(broken)

    async def job(caller: Caller) -> None:
        seen: list[str] = []
        with pytest.raises(caller.errors.APIError):
            await caller.collect(seen)
        assert seen == ["a", "a"]

    caller.run(server.url, job)
