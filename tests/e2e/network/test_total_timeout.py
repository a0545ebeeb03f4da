"""`total_timeout` limits the duration of a whole call."""

from __future__ import annotations

import itertools
import socket
import time
from collections.abc import Callable
from contextlib import aclosing

# Not of the module: tests replace that function for the client.
from time import sleep
from typing import Any

import httpx2
import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.wire import (
    COMPLETION,
    GOOD,
    ITEM,
    Act,
    Wire,
    http_response,
    sends,
    silent_after,
)
from tests.patience import longer_if_late

KIND = "A server sends so slowly that no single read reaches the `timeout`."
RESULT = (
    "`total_timeout` of a client or call limits the whole call: all attempts, the delays"
    " between them, and the body, also of a stream or download. It raises an"
    " `APITimeoutError`. There is no such limit by default."
)

Serve = Callable[..., Wire]
LIMIT = 0.4
"""Seconds, which tests multiply by their factor."""


def drips_for_ever(start: bytes, *pieces: bytes) -> Act:
    """Return an act that repeats pieces slowly until the client closes the connection."""

    def act(connection: socket.socket) -> None:
        connection.sendall(start)
        for piece in itertools.cycle(pieces):
            connection.sendall(piece)
            sleep(0.05)

    act.ends = True  # type: ignore[attr-defined]
    return act


def endless(content_type: str) -> bytes:
    head = f"HTTP/1.1 200 X\r\nContent-Type: {content_type}\r\n"
    return f"{head}Transfer-Encoding: chunked\r\n\r\n".encode()


HEADERS = drips_for_ever(b"HTTP/1.1 200 X\r\nX-A: ", b"a")
BODY = drips_for_ever(http_response(b" ", length=10**9), b" ")
# Nothing but parts of the size of a chunk: no data is received at all.
EXTENSION = drips_for_ever(endless("application/json") + b"1", b";a=b")
BINARY = drips_for_ever(endless("application/octet-stream"), b"1\r\na\r\n")
STREAM = drips_for_ever(
    endless("text/event-stream"), b"%x\r\n%b\r\n" % (len(ITEM), ITEM)
)
COMMENTS = drips_for_ever(endless("text/event-stream"), b"3\r\n:\n\n\r\n")
SILENT = silent_after(http_response(COMPLETION, length=10**6))
ERROR = drips_for_ever(http_response(b"{", status=400, length=10**6), b" ")


async def raw(caller: Caller) -> Any:
    completions = caller.client.chat.completions.with_raw_response
    return await settled(completions.retrieve("x"))


async def untyped(caller: Caller) -> Any:
    return await settled(caller.client.get("/x"))


async def lines(caller: Caller) -> Any:
    """Read an unread response line by line."""
    completions = caller.client.chat.completions.with_streaming_response
    if caller.kind == "sync":
        with completions.retrieve("x") as response:
            return list(response.iter_lines())
    async with completions.retrieve("x") as response:
        async with aclosing(response.iter_lines()) as parts:
            return [line async for line in parts]


async def chunks(caller: Caller) -> Any:
    """Iterate over a download."""
    file = await settled(caller.client.files.content("f"))
    if caller.kind == "sync":
        return list(file.iter_bytes())
    async with aclosing(file.iter_bytes()) as parts:
        return [part async for part in parts]


def failure(
    caller: Caller,
    server: Wire,
    job: Callable[[Caller], Any],
    factor: int,
    **settings: Any,
) -> Any:
    """Return the error of a call, which must be raised at the limit."""
    started = time.monotonic()
    limit = LIMIT * factor
    settings = {"total_timeout": limit, **settings}
    with pytest.raises(caller.errors.APIError) as caught:
        caller.run(server.url, job, **settings)
    assert limit * 0.9 <= time.monotonic() - started < limit * 2
    return caught.value


@pytest.mark.parametrize(
    ("act", "job"),
    [
        (HEADERS, Caller.json),
        (BODY, Caller.json),
        (EXTENSION, Caller.json),
        (SILENT, Caller.json),
        (BODY, raw),
        (BODY, untyped),
        (BODY, lines),
        (STREAM, Caller.items),
        (COMMENTS, Caller.items),
        (BINARY, Caller.download),
        (BINARY, chunks),
    ],
)
@longer_if_late
def test_a_slow_server(
    caller: Caller, wire: Serve, act: Act, job: Callable[[Caller], Any], factor: int
) -> None:
    server = wire(act)
    error = failure(caller, server, job, factor)
    assert isinstance(error, caller.errors.APITimeoutError)
    assert "total_timeout" in error.message
    assert len(server.requests) <= 1


@longer_if_late
def test_items_before_the_limit_are_returned(
    caller: Caller, wire: Serve, factor: int
) -> None:
    seen: list[str] = []
    failure(caller, wire(STREAM), lambda caller: caller.collect(seen), factor)
    assert len(seen) > 2


@longer_if_late
def test_error_responses(caller: Caller, wire: Serve, factor: int) -> None:
    error = failure(caller, wire(ERROR), Caller.json, factor)
    assert isinstance(error, caller.errors.BadRequestError)
    assert isinstance(error.__cause__, caller.errors.APITimeoutError)


def test_retries_end_before_the_limit(caller: Caller, wire: Serve) -> None:
    limited = http_response(b"{}", status=429, headers="Retry-After: 60\r\n")
    server = wire(sends(limited))
    started = time.monotonic()
    with pytest.raises(caller.errors.RateLimitError):
        caller.run(server.url, Caller.json, total_timeout=50, max_retries=5)
    assert time.monotonic() - started < 30 and len(server.requests) == 1


@longer_if_late
def test_a_later_attempt_has_the_rest_of_the_time(
    caller: Caller, wire: Serve, factor: int
) -> None:
    refused = http_response(b"", status=503, headers="retry-after-ms: 200\r\n")
    server = wire(sends(refused), SILENT)
    error = failure(caller, server, Caller.json, factor)
    assert isinstance(error, caller.errors.APITimeoutError)
    assert len(server.requests) == 2


@longer_if_late
def test_redirects_share_the_time(caller: Caller, wire: Serve, factor: int) -> None:
    moved = http_response(b"", status=307, headers="Location: /y\r\n")

    def slow(connection: socket.socket) -> None:
        sleep(0.15 * factor)
        connection.sendall(moved)

    error = failure(caller, wire(slow), Caller.json, factor)
    assert isinstance(error, caller.errors.APITimeoutError)


@longer_if_late
def test_a_call_overrides_the_client(caller: Caller, wire: Serve, factor: int) -> None:
    slow = sends(*(bytes([byte]) for byte in http_response(COMPLETION)), pause=0.004)

    async def job(caller: Caller) -> Any:
        return await caller.json(total_timeout=None)

    assert caller.run(wire(slow).url, job, total_timeout=0.2).id == "c"

    async def short(caller: Caller) -> Any:
        client = caller.client.with_options(total_timeout=60)
        assert client.total_timeout == 60
        caller.client = client
        return await caller.json(total_timeout=LIMIT * factor)

    failure(caller, wire(BODY), short, factor, total_timeout=None)


def test_the_connection_is_usable_afterwards(caller: Caller, wire: Serve) -> None:
    server = wire(BODY)

    async def job(caller: Caller) -> Any:
        with pytest.raises(caller.errors.APITimeoutError):
            await caller.json(total_timeout=0.2)
        # The server may not have begun its first response.
        server.acts = [GOOD]
        return await caller.json()

    assert caller.run(server.url, job).id == "c"


@pytest.mark.parametrize("act", [BODY, BINARY])
@longer_if_late
def test_a_passed_http_client(
    caller: Caller, wire: Serve, act: Act, factor: int
) -> None:
    is_sync = caller.kind == "sync"
    http = httpx2.Client() if is_sync else httpx2.AsyncClient()
    job = Caller.json if act is BODY else Caller.download
    error = failure(caller, wire(act), job, factor, http_client=http)
    assert isinstance(error, caller.errors.APITimeoutError)


@pytest.mark.parametrize("value", [0, -1, float("nan"), "5", True])
def test_invalid_values(caller: Caller, wire: Serve, value: Any) -> None:
    server = wire(GOOD)
    with pytest.raises(ValueError, match="total_timeout must be a positive number"):
        caller.run(server.url, Caller.json, total_timeout=value)

    async def job(caller: Caller) -> Any:
        return await caller.json(total_timeout=value)

    with pytest.raises(ValueError, match="total_timeout must be a positive number"):
        caller.run(server.url, job)


@pytest.mark.parametrize("value", [float("inf"), 1e300])
def test_an_infinite_limit(caller: Caller, wire: Serve, value: float) -> None:
    assert caller.run(wire(GOOD).url, Caller.json, total_timeout=value).id == "c"
