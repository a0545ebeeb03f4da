"""Callers that stop early: cancelled tasks, exceptions, abandoned streams."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
import warnings
from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import Any

import anyio
import anyio.lowlevel
import httpx2
import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.wire import (
    GOOD,
    ITEM,
    Act,
    Wire,
    ends_after,
    http_response,
    sends,
    silent_after,
    stalls,
    stream,
)
from tests.patience import wait_until_async

pytestmark = pytest.mark.slow

Serve = Callable[..., Wire]
both_loops = pytest.mark.parametrize("kind", ["asyncio", "trio"])
LARGE = http_response(b"x" * 900_000, "application/octet-stream")
ONE = httpx2.Limits(max_connections=1)


async def waits(caller: Caller) -> None:
    await caller.json()


async def streams(caller: Caller) -> None:
    await caller.items()


async def thinks_between_items(caller: Caller) -> None:
    async for _ in await caller.begin():
        await anyio.sleep(60)


async def thinks_with_a_stream(caller: Caller) -> None:
    async with await caller.begin():
        await anyio.sleep(60)


async def downloads(caller: Caller) -> None:
    await caller.download()


async def downloads_in_pieces(caller: Caller) -> None:
    async for _ in (await caller.client.files.content("f")).iter_bytes():
        await anyio.lowlevel.checkpoint()


async def uploads(caller: Caller) -> None:
    async def endless() -> Any:
        while True:
            yield b"x" * 65536
            await anyio.sleep(0.001)

    await caller.client.files.create(file=endless(), purpose="batch")


async def parses_raw_response(caller: Caller) -> None:
    async with caller.client.chat.completions.with_streaming_response.retrieve(
        "x"
    ) as response:
        await response.parse()


PLACES: dict[str, tuple[Callable[[Caller], Awaitable[None]], Act]] = {
    "before the response": (waits, silent_after()),
    "in the headers": (waits, silent_after(b"HTTP/1.1 200 OK\r\nX: y\r\n")),
    "in the body": (waits, silent_after(LARGE[:-9])),
    "in the body of a raw response": (parses_raw_response, silent_after(LARGE[:-9])),
    "before the next item": (streams, silent_after(*stream(ITEM, end=False))),
    "between items": (thinks_between_items, sends(*stream(*[ITEM] * 9))),
    "with a stream": (thinks_with_a_stream, sends(*stream(*[ITEM] * 9))),
    "in a download": (downloads, silent_after(LARGE[:-9])),
    "between chunks of a download": (downloads_in_pieces, silent_after(LARGE[:-9])),
    "in an upload": (uploads, stalls()),
    "before a retry": (
        waits,
        sends(http_response(b"", status=503, headers="Retry-After: 50\r\n")),
    ),
}


@pytest.mark.parametrize("place", PLACES)
@both_loops
def test_cancellation(acme: ModuleType, wire: Serve, kind: str, place: str) -> None:
    job, act = PLACES[place]
    server = wire(act, GOOD)

    async def main(caller: Caller) -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(job, caller)
            await wait_until_async(lambda: server.requests)
            await anyio.sleep(0.05)
            tasks.cancel_scope.cancel()
        assert tasks.cancel_scope.cancelled_caught
        # There is only one connection, so it must have been released.
        assert (await caller.json(timeout=20)).id == "c"

    http = httpx2.AsyncClient(limits=ONE)
    Caller(acme, kind).run(server.url, main, timeout=60, http_client=http)


class Oops(Exception):
    """An exception of the caller."""


def test_an_exception_of_the_caller_closes_the_stream(
    caller: Caller, wire: Serve
) -> None:
    server = wire(sends(*stream(*[ITEM] * 9)), GOOD)

    async def main(caller: Caller) -> None:
        stream = await caller.begin()
        with pytest.raises(Oops):
            if caller.kind == "sync":
                with stream:
                    for _ in stream:
                        raise Oops
            else:
                async with stream:
                    async for _ in stream:
                        raise Oops
        assert stream.response.is_closed
        assert (await caller.json()).id == "c"

    caller.run(server.url, main, http_client=one_connection(caller))


@pytest.mark.parametrize("begin", [False, True])
@pytest.mark.parametrize("what", ["stream", "download"])
def test_abandoned_responses_are_closed(
    caller: Caller, wire: Serve, what: str, begin: bool
) -> None:
    reply = sends(*stream(*[ITEM] * 9)) if what == "stream" else silent_after(LARGE)
    server = wire(reply, GOOD)

    async def main(caller: Caller) -> None:
        if what == "stream":
            held = await caller.begin()
            if begin:
                await settled(anext(held) if caller.kind != "sync" else next(held))
        else:
            held = await settled(caller.client.files.content("f"))
            if begin:
                pieces = held.iter_bytes()
                await settled(anext(pieces) if caller.kind != "sync" else next(pieces))
                del pieces
        response = held.response
        with warnings.catch_warnings():
            # Trio warns about everything that the garbage collector closes.
            warnings.simplefilter("ignore", ResourceWarning)
            del held
            gc.collect()
            # A thread or a task closes the response.
            await wait_until_async(lambda: response.is_closed)
        assert (await caller.json()).id == "c"

    caller.run(server.url, main, http_client=one_connection(caller))


def test_another_thread_closes_a_stream(acme: ModuleType, wire: Serve) -> None:
    server = wire(silent_after(*stream(ITEM, end=False)), GOOD)
    http = httpx2.Client(limits=ONE)
    client = acme.Acme(
        base_url=server.url, api_key="sk-test", timeout=60, http_client=http
    )
    held = client.chat.completions.create(messages=[], model="m", stream=True)
    assert next(held).text == "a"
    stop = threading.Timer(0.1, held.close)
    stop.start()
    started = time.monotonic()
    assert list(held) == []
    assert time.monotonic() - started < 30
    stop.join()
    assert held.response.is_closed
    assert client.chat.completions.retrieve("x").id == "c"
    http.close()


def one_connection(caller: Caller) -> Any:
    """Return an httpx2 client with a single connection."""
    http_class: type = httpx2.Client if caller.kind == "sync" else httpx2.AsyncClient
    return http_class(limits=ONE)


def sockets() -> int:
    return sum(
        os.readlink(f"/proc/self/fd/{fd}").startswith("socket:")
        for fd in os.listdir("/proc/self/fd")
        if os.path.islink(f"/proc/self/fd/{fd}")
    )


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="needs /proc to count")
def test_1000_interrupted_streams_leak_nothing(caller: Caller, wire: Serve) -> None:
    server = wire(
        *[
            ends_after(*stream(ITEM, ITEM, end=False)),
            sends(*stream(ITEM, b"data: {oops}\n\n")),
            sends(*stream(ITEM, b'data: {"error": {"message": "m"}}\n\n')),
            sends(*stream(ITEM, b'data: {"id')),
        ]
        * 275
    )

    async def broken(caller: Caller, times: int) -> None:
        for _ in range(times):
            with pytest.raises(caller.errors.APIError):
                await caller.items()

    async def main(caller: Caller) -> None:
        await broken(caller, 100)
        gc.collect()
        before, held = sockets(), sys.getallocatedblocks()
        await broken(caller, 1000)
        gc.collect()
        # The pool may keep one connection, and the server its end of it. Threads of the
        # server close the others.
        await wait_until_async(lambda: sockets() <= before + 2)
        await wait_until_async(lambda: sys.getallocatedblocks() - held < 1500)

    server.requests = Forgetful()
    caller.run(server.url, main, timeout=60)


class Forgetful(list[bytes]):
    """A list that discards its items."""

    def append(self, item: bytes) -> None:
        """Discard the item."""
