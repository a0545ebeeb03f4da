"""One asynchronous client in several event loops."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest

from tests.e2e.faults.wire import GOOD, ITEM, Wire, silent_after, stream

pytestmark = pytest.mark.slow

KIND = "An asynchronous client is used in several event loops, in turn or in threads."
RESULT = (
    "Each event loop has its own connections, which are reused, and which are closed when "
    "the loop ends or the client is closed."
)
Serve = Callable[..., Wire]
BACKENDS = ("asyncio", "trio")


def client_of(acme: ModuleType, server: Wire) -> Any:
    return acme.AsyncAcme(base_url=server.url, api_key="k", max_retries=0)


async def call(client: Any) -> None:
    assert (await client.chat.completions.retrieve("x")).id == "c"


def test_alternating_loops_reuse_their_connections(
    acme: ModuleType, wire: Serve
) -> None:
    server = wire(GOOD)
    client = client_of(acme, server)
    first, second = asyncio.Runner(), asyncio.Runner()
    with first, second:
        for _ in range(50):
            first.run(call(client))
            second.run(call(client))
        assert len(server.requests) == 100
        assert server.connections == 2
        first.run(client.close())


def test_loops_in_threads(acme: ModuleType, wire: Serve) -> None:
    server = wire(GOOD)
    client = client_of(acme, server)

    async def calls() -> None:
        for _ in range(30):
            await call(client)

    threads = [
        threading.Thread(target=anyio.run, args=(calls,), kwargs={"backend": backend})
        for backend in BACKENDS * 2
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(server.requests), server.connections) == (120, 4)


@pytest.mark.parametrize("backend", BACKENDS)
def test_connections_are_closed_with_their_loop(
    acme: ModuleType, wire: Serve, backend: str
) -> None:
    client = client_of(acme, wire(GOOD))
    anyio.run(call, client, backend=backend)
    (http,) = client._pool._clients.values()
    assert http.is_closed
    anyio.run(call, client, backend=backend)
    assert len(client._pool._clients) == 1


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_dropped_client_closes_its_connections(
    acme: ModuleType, wire: Serve, backend: str
) -> None:
    server = wire(GOOD)

    async def main() -> None:
        client = client_of(acme, server)
        await call(client)
        (http,) = client._pool._clients.values()
        del client
        gc.collect()
        with anyio.fail_after(60):
            while not http.is_closed:
                await anyio.sleep(0.01)

    if backend == "trio":
        # trio reports all asynchronous generators that are garbage collected.
        with pytest.warns(ResourceWarning, match="Async generator"):
            anyio.run(main, backend=backend)
    else:
        anyio.run(main, backend=backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_closing_also_closes_the_connections_of_other_loops(
    acme: ModuleType, wire: Serve, backend: str
) -> None:
    client = client_of(acme, wire(GOOD))
    ready, closed = threading.Event(), threading.Event()
    seen: list[bool] = []

    async def use() -> None:
        await call(client)
        (http,) = client._pool._clients.values()
        ready.set()
        with anyio.fail_after(60):
            while not closed.is_set():
                await anyio.sleep(0.01)
            while not http.is_closed:
                await anyio.sleep(0.01)
        seen.append(http.is_closed)
        with pytest.raises(RuntimeError, match="has been closed"):
            await call(client)

    thread = threading.Thread(
        target=anyio.run, args=(use,), kwargs={"backend": backend}
    )
    thread.start()
    assert ready.wait(60)
    asyncio.run(client.close())
    closed.set()
    thread.join()
    assert seen == [True]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_stream_of_an_ended_loop_says_why_it_cannot_be_read(
    acme: ModuleType, wire: Serve, backend: str
) -> None:
    client = client_of(acme, wire(silent_after(*stream(ITEM, end=False))))

    async def begin() -> Any:
        create = client.chat.completions.create
        items = await create(messages=[], model="m", stream=True)
        await anext(items)
        return items

    async def read(items: Any) -> None:
        await anext(items)

    items = anyio.run(begin, backend=backend)
    with pytest.raises(acme.errors.APIConnectionError, match="its event loop has ende"):
        anyio.run(read, items, backend=backend)


def test_loops_that_were_closed_without_shutdown_are_dropped(
    acme: ModuleType, wire: Serve
) -> None:
    client = client_of(acme, wire(GOOD))
    for _ in range(5):
        loop = asyncio.new_event_loop()
        loop.run_until_complete(call(client))
        (http,) = client._pool._clients.values()
        loop.run_until_complete(http.aclose())
        loop.close()
    assert len(client._pool._clients) == 1


# Warnings of garbage collection are errors, and file descriptors are counted.
SCRIPT = """
import asyncio, os, sys
from acme_client import AsyncAcme

client = AsyncAcme(base_url=sys.argv[1], api_key="k", max_retries=0)

async def call():
    assert (await client.chat.completions.retrieve("x")).id == "c"

counts = []
for _ in range(50):
    asyncio.run(call())
    counts.append(len(os.listdir("/proc/self/fd")))
assert len(set(counts[2:])) == 1, counts
assert len(client._pool._clients) == 1
"""


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="no /proc")
def test_many_loops_leak_nothing(acme: ModuleType, wire: Serve) -> None:
    root = Path(str(acme.__file__)).parents[1]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, wire(GOOD).url],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
