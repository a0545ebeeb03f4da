"""Responses whose body is not read, and the connections that they hold."""

from __future__ import annotations

import gc
import gzip
import importlib
import threading
import time
import warnings
from collections.abc import Callable
from typing import Any

import anyio
import httpx2
import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.test_giving_up import one_connection
from tests.e2e.faults.wire import (
    GOOD,
    ITEM,
    Wire,
    http_response,
    sends,
    silent_after,
    stream,
)
from tests.patience import wait_until

pytestmark = pytest.mark.slow

KIND = "A download, a stream or a raw response is not read, and others need its connection."
RESULT = (
    "The call reads downloads of at most 64 KiB. Larger ones, and streams, release their"
    " connection when they are read, closed or garbage collected. A call that waits for a"
    " connection in vain raises an `APITimeoutError` that names the unread response."
)

Serve = Callable[..., Wire]
BINARY = "application/octet-stream"
LARGE = http_response(b"x" * 70_000, BINARY)


def small(size: int) -> bytes:
    return http_response(b"x" * size, BINARY)


async def open_file(caller: Caller) -> Any:
    return await settled(caller.client.files.content("f"))


async def open_raw(caller: Caller) -> Any:
    return await settled(caller.client.files.with_raw_response.content("f"))


def run(caller: Caller, server: Wire, job: Any, **settings: Any) -> Any:
    """Run a job with a client that has a single connection."""
    http = one_connection(caller)
    return caller.run(server.url, job, http_client=http, **settings)


@pytest.mark.parametrize("size", [0, 1, 65536])
@pytest.mark.parametrize("opener", [open_file, open_raw])
def test_small_downloads_are_read_by_the_call(
    caller: Caller, wire: Serve, size: int, opener: Any
) -> None:
    server = wire(sends(small(size)), GOOD)

    async def job(caller: Caller) -> None:
        held = await opener(caller)
        assert (await caller.json()).id == "c"
        file = held if opener is open_file else held.parse()
        assert await settled(file.read()) == b"x" * size
        pieces = [piece async for piece in aiter_of(caller, file.iter_bytes(1000))]
        assert b"".join(pieces) == b"x" * size

    run(caller, server, job)
    assert server.connections == 1


async def aiter_of(caller: Caller, items: Any) -> Any:
    if caller.kind == "sync":
        for item in items:
            yield item
    else:
        async for item in items:
            yield item


def test_small_compressed_downloads(caller: Caller, wire: Serve) -> None:
    """Only what was transferred is kept in memory."""
    content = b"x" * 20_000_000
    body = gzip.compress(content)
    reply = http_response(body, BINARY, headers="Content-Encoding: gzip\r\n")
    server = wire(sends(reply), GOOD)

    async def job(caller: Caller) -> None:
        file = await open_file(caller)
        assert (await caller.json()).id == "c"
        size = 0
        async for piece in aiter_of(caller, file.iter_bytes()):
            assert len(piece) <= 2**20
            size += len(piece)
        assert size == len(content)

    run(caller, server, job)
    assert server.connections == 1


def test_the_limit_is_waited_for_no_longer(caller: Caller, wire: Serve) -> None:
    server = wire(silent_after(LARGE[:-1]))

    async def job(caller: Caller) -> None:
        started = time.monotonic()
        assert (await open_file(caller)).status_code == 200
        assert time.monotonic() - started < 15

    run(caller, server, job, timeout=40)


async def open_large(caller: Caller) -> Any:
    return await open_file(caller), LARGE, "GET /files/{file_id}/content"


async def open_stream(caller: Caller) -> Any:
    return await caller.begin(), b"".join(stream(ITEM)), "POST /chat/completions"


async def open_streaming(caller: Caller) -> Any:
    completions = caller.client.chat.completions
    manager = completions.with_streaming_response.retrieve("x")
    if caller.kind == "sync":
        response = manager.__enter__()
    else:
        response = await manager.__aenter__()
    return response, LARGE, "GET /chat/completions/{completion_id}"


async def open_raw_large(caller: Caller) -> Any:
    return await open_raw(caller), LARGE, "GET /files/{file_id}/content"


UNREAD = [open_large, open_stream, open_streaming, open_raw_large]
REPLIES = {open_stream: b"".join(stream(*[ITEM] * 9))}


@pytest.mark.parametrize("opener", UNREAD)
def test_the_error_names_the_unread_response(
    caller: Caller, wire: Serve, opener: Any
) -> None:
    server = wire(sends(REPLIES.get(opener, LARGE)), GOOD)

    async def job(caller: Caller) -> None:
        held, _, name = await opener(caller)
        with pytest.raises(caller.errors.APITimeoutError) as caught:
            await caller.json(timeout=0.2, max_retries=0)
        message = str(caught.value)
        assert f"the response of {name} is not read to the end" in message
        assert "read or close it, or use `with`" in message
        if opener is not open_raw_large:
            await settled(held.close())
        else:
            await settled(held.parse().close())
        assert (await caller.json()).id == "c"

    run(caller, server, job)


def test_the_error_counts_unread_responses(caller: Caller, wire: Serve) -> None:
    server = wire(sends(LARGE), sends(LARGE), GOOD)

    async def job(caller: Caller) -> None:
        first = await open_file(caller)
        other = caller.client.with_options(api_key="other", max_retries=0, timeout=0.2)
        with pytest.raises(caller.errors.APITimeoutError, match="GET /files"):
            await settled(other.chat.completions.retrieve("x"))
        assert first.status_code == 200

    run(caller, server, job)


@pytest.mark.parametrize("opener", UNREAD)
def test_dropped_responses_release_their_connection(
    caller: Caller, wire: Serve, opener: Any
) -> None:
    server = wire(sends(REPLIES.get(opener, LARGE)), GOOD)

    async def job(caller: Caller) -> None:
        await opener(caller)
        gc.collect()
        assert (await caller.json()).id == "c"

    gc.collect()  # what earlier tests left
    with warnings.catch_warnings(record=True) as reported:
        warnings.simplefilter("always")
        run(caller, server, job)
        gc.collect()
    assert [str(each.message) for each in reported] == []


def test_the_collecting_thread_closes_nothing(
    wire: Serve, acme: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be in the middle of assigning requests to connections."""
    threads: list[int] = []
    close = httpx2.Response.close

    def recorded(response: httpx2.Response) -> None:
        threads.append(threading.get_ident())
        close(response)

    server = wire(sends(LARGE), GOOD)
    client = acme.Acme(api_key="x", base_url=server.url)
    cycle: list[Any] = [client.files.content("f")]
    cycle.append(cycle)
    gc.collect()  # what earlier tests left
    monkeypatch.setattr(httpx2.Response, "close", recorded)
    del cycle
    gc.collect()
    wait_until(lambda: threads)
    assert threading.get_ident() not in threads
    client.close()


STATUS = "HTTP/1.1 503 X\r\n"
CHUNKED = f"{STATUS}Transfer-Encoding: chunked\r\n\r\n".encode()
REST = {
    "empty": http_response(b"", status=503),
    "small": http_response(b"x" * 60_000, status=503),
    "chunked": CHUNKED + b"3\r\nabc\r\n0\r\n\r\n",
    "redirect": http_response(b"x" * 9, status=307, headers="Location: /there\r\n"),
}


@pytest.mark.parametrize("reply", REST.values(), ids=REST)
def test_connections_are_reused_after_small_bodies(
    caller: Caller,
    wire: Serve,
    no_waiting: list[float],
    reply: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A busy server sends the body late.
    reading = importlib.import_module(
        f"{caller.errors.__package__}._runtime.transport.reading"
    )
    monkeypatch.setattr(reading, "_TIME_LIMIT", 30)
    server = wire(sends(reply), GOOD)
    assert caller.run(server.url, Caller.json).id == "c"
    assert (len(server.requests), server.connections) == (2, 1)


SLOW = {
    "silent": silent_after(http_response(b"x" * 9, status=503)[:-1]),
    "drips": sends(*[CHUNKED] + [b"1\r\nx\r\n"] * 4000, pause=0.01),
    "large": sends(http_response(b"x" * 70_000, status=503)),
    "endless": sends(CHUNKED, *[b"1000\r\n" + b"x" * 4096 + b"\r\n"] * 50),
}


@pytest.mark.parametrize("act", SLOW.values(), ids=SLOW)
def test_other_bodies_are_not_waited_for(
    caller: Caller, wire: Serve, no_waiting: list[float], act: Any
) -> None:
    server = wire(act, GOOD)

    async def job(caller: Caller) -> Any:
        started = time.monotonic()
        with anyio.fail_after(15):
            result = await caller.json()
        assert time.monotonic() - started < 15
        return result

    assert caller.run(server.url, job, timeout=40).id == "c"
    assert (len(server.requests), server.connections) == (2, 2)
