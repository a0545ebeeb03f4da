"""Clients leak neither memory nor sockets."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import anyio
import httpx2
import pytest

from tests.bench.runtime import loopback
from tests.patience import wait_until
from tests.unit.runtime.conftest import Reply, Server, json_reply

Serve = Callable[..., Server]
State = tuple[int, int]


def sockets() -> int:
    return sum(
        os.readlink(f"/proc/self/fd/{fd}").startswith("socket:")
        for fd in os.listdir("/proc/self/fd")
        if os.path.islink(f"/proc/self/fd/{fd}")
    )


@pytest.mark.slow
@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="needs /proc to count")
def test_no_sockets_are_leaked(
    acme: ModuleType, serve: Serve, no_waiting: list[float]
) -> None:
    good = json_reply({"id": "c", "choices": []})
    file = Reply(200, b"x" * 300_000)
    server = serve(good)
    client = acme.Acme(base_url=server.url)
    client.chat.completions.retrieve("x")
    before = sockets()
    for _ in range(20):
        server.replies = [Reply(503), good]
        client.chat.completions.retrieve("x")
        server.replies = [Reply(404, b"x" * 100_000)]
        with pytest.raises(acme.errors.NotFoundError):
            client.chat.completions.retrieve("x")
        server.replies = [file]
        client.files.content("f")
        with client.files.with_streaming_response.content("f"):
            pass
        client.files.content("f").iter_bytes()
    gc.collect()
    # Threads close the abandoned responses, and the server closes its ends.
    # The pool may keep its connection, and the server its end of it.
    wait_until(lambda: sockets() <= before)
    client.close()


@pytest.mark.slow
def test_10000_calls_leak_no_memory(acme: ModuleType) -> None:
    def reply(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"id": "c", "choices": []})

    http = httpx2.Client(transport=httpx2.MockTransport(reply))
    client = acme.Acme(api_key="sk-test", http_client=http)

    def calls(times: int) -> None:
        for number in range(times):
            client.chat.completions.retrieve(f"id-{number}", extra_query={"n": number})

    calls(500)
    gc.collect()
    before = sys.getallocatedblocks()
    calls(9500)
    gc.collect()
    after = sys.getallocatedblocks()
    http.close()
    # Far less than one block of memory per call.
    assert after - before < 500


@pytest.mark.slow
@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="needs /proc to count")
@pytest.mark.parametrize("kind", ["sync", "asyncio", "trio"])
def test_10000_requests_leak_neither_memory_nor_sockets(
    acme: ModuleType, kind: str
) -> None:
    def state() -> State:
        gc.collect()
        return sys.getallocatedblocks(), sockets()

    def calls(client: Any, times: int) -> None:
        for _ in range(times):
            client.chat.completions.create(messages=[], model="m")

    async def calls_async(client: Any, times: int) -> None:
        async def some() -> None:
            for _ in range(times // 20):
                await client.chat.completions.create(messages=[], model="m")

        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(some)

    async def main(url: str) -> tuple[State, State]:
        async with acme.AsyncAcme(base_url=url, max_retries=0) as client:
            await calls_async(client, 500)
            before = state()
            await calls_async(client, 10_000)
            return before, state()

    with loopback() as port:
        url = f"http://127.0.0.1:{port}"
        if kind == "sync":
            with acme.Acme(base_url=url, max_retries=0) as client:
                calls(client, 500)
                before = state()
                calls(client, 10_000)
                after = state()
        else:
            before, after = anyio.run(main, url, backend=kind)
    # A leak of one object per call is at least 10,000 blocks. Event loops keep up to some
    # thousand blocks for the connections and tasks of the last calls.
    assert after[0] - before[0] < 5000 and after[1] <= before[1]
