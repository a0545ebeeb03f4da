"""Iteration over a response that the caller stops, or that another task or thread closes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.test_giving_up import one_connection
from tests.e2e.faults.wire import (
    GOOD,
    ITEM,
    Act,
    Wire,
    http_response,
    sends,
    silent_after,
    stream,
)

pytestmark = pytest.mark.slow

KIND = "A caller stops an iteration, or another task or thread closes the response."
RESULT = (
    "Nothing is printed, also in debug mode, and the connection is released. The iteration"
    " over a stream ends; reading a download or a raw response raises an"
    " `APIConnectionError`, because the body is incomplete."
)

Serve = Callable[..., Wire]
LARGE = http_response(b"x" * 900_000, "application/octet-stream")
LINES = http_response(b'{"id": "c"}\n' * 90_000, "application/jsonl")

# Leaves an iteration in each way, in a new event loop, and prints the name of the case.
SCRIPT = """
import gc, importlib, sys
from acme_client import AsyncAcme

backend, *urls = sys.argv[1:]
clients = []
library = importlib.import_module(backend)

class Oops(Exception):
    pass

async def begin(client, source):
    if source == "stream":
        return await client.chat.completions.create(messages=[], model="m", stream=True)
    if source == "download":
        return (await client.files.content("f")).iter_bytes()
    manager = client.chat.completions.with_streaming_response.retrieve("x")
    response = await manager.__aenter__()
    return response.iter_lines() if source == "lines" else response.iter_bytes()

async def iterate(items, ending):
    async for item in items:
        if ending == "raise":
            raise Oops
        if ending == "break":
            return items
        if ending == "hang":
            await library.sleep(30)
        if ending == "cycle":
            loop = [items]
            loop.append(loop)
            return

async def main(url, source, ending):
    if backend == "asyncio":
        # Machines can be slow, which debug mode would print.
        library.get_running_loop().slow_callback_duration = 1000
    client = AsyncAcme(base_url=url, api_key="k", timeout=20)
    # Trio warns about clients that are garbage collected before they are closed.
    clients.append(client)
    items = await begin(client, source)
    if ending == "with":
        async with client:
            return await iterate(items, "break")
    if ending not in ("hang", "cancel"):
        return await iterate(items, ending)
    if backend == "trio":
        with library.move_on_after(0.1):
            await iterate(items, ending)
        return
    task = library.create_task(iterate(items, ending))
    await library.sleep(0.1)
    if ending == "cancel":
        task.cancel()
        await library.gather(task, return_exceptions=True)
    # Otherwise, `run` cancels the task.

for source, url in zip(("stream", "download", "bytes", "lines"), urls, strict=True):
    for ending in ("raise", "break", "hang", "cycle", "cancel", "with"):
        print(source, ending, file=sys.stderr)
        try:
            kept = library.run(main(url, source, ending)) if backend == "asyncio" else (
                library.run(main, url, source, ending)
            )
        except Oops:
            pass
        kept = None
        gc.collect()
"""


@pytest.fixture
def run(acme: ModuleType) -> Callable[..., str]:
    """Run a script in development mode, and return its standard error."""

    def run_script(script: str, *arguments: str) -> str:
        root = Path(str(acme.__file__)).parents[1]
        done = subprocess.run(
            [sys.executable, "-X", "dev", "-c", script, *arguments],
            env={**os.environ, "PYTHONPATH": str(root), "PYTHONASYNCIODEBUG": "1"},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stderr

    return run_script


SOURCES: dict[str, Act] = {
    "stream": silent_after(*stream(*[ITEM] * 9, end=False)),
    "download": silent_after(LARGE[:-9]),
    "bytes": silent_after(LARGE[:-9]),
    "lines": silent_after(LINES[:-9]),
}
ENDINGS = ("raise", "break", "hang", "cycle", "cancel", "with")


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_nothing_is_printed(run: Callable[..., str], wire: Serve, backend: str) -> None:
    urls = [wire(act).url for act in SOURCES.values()]
    cases = [f"{source} {ending}" for source in SOURCES for ending in ENDINGS]
    assert run(SCRIPT, backend, *urls).splitlines() == cases


async def begin_stream(caller: Caller) -> Any:
    held = await caller.begin()
    return held, held


async def begin_download(caller: Caller) -> Any:
    held = await settled(caller.client.files.content("f"))
    return held, held.iter_bytes()


async def begin_raw(caller: Caller) -> Any:
    manager = caller.client.chat.completions.with_streaming_response.retrieve("x")
    if caller.kind == "sync":
        held = manager.__enter__()
    else:
        held = await manager.__aenter__()
    return held, held.iter_bytes()


async def read_next(items: Any) -> Any:
    return await anext(items) if hasattr(items, "__anext__") else next(items)


# With a length, in chunks, and until the connection ends.
UNTIL_END = b"HTTP/1.1 200 X\r\nContent-Type: %b\r\nConnection: close\r\n\r\n"
EVENTS = UNTIL_END % b"text/event-stream"
BYTES = UNTIL_END % b"application/octet-stream"


@pytest.mark.parametrize(
    ("begin", "pieces"),
    [
        (begin_stream, stream(ITEM, end=False)),
        (begin_stream, [EVENTS + ITEM]),
        (begin_download, [LARGE[:-9]]),
        (begin_download, [BYTES + b"x"]),
        (begin_raw, [LARGE[:-9]]),
        (begin_raw, [BYTES + b"x"]),
    ],
)
@pytest.mark.parametrize("begun", [False, True])
def test_the_reader_is_interrupted(
    caller: Caller, wire: Serve, begin: Any, pieces: list[bytes], begun: bool
) -> None:
    server = wire(silent_after(*pieces), GOOD)

    async def job(caller: Caller) -> None:
        held, items = await begin(caller)
        if begun:
            await read_next(items)
        started = time.monotonic()
        if begin is begin_stream:
            assert len(await read_all(caller, held, items)) <= 1
        else:
            with pytest.raises(
                caller.errors.APIConnectionError, match="already read or closed"
            ):
                await read_all(caller, held, items)
        assert time.monotonic() - started < 20
        assert (await caller.json()).id == "c"

    caller.run(server.url, job, http_client=one_connection(caller), timeout=50)


async def read_all(caller: Caller, held: Any, items: Any) -> list[Any]:
    """Read the rest of a response, which another thread or task closes."""
    if caller.kind == "sync":
        closing = threading.Timer(0.3, held.close)
        closing.start()
        try:
            return list(items)
        finally:
            closing.join()

    async def close() -> None:
        await anyio.sleep(0.3)
        await held.close()

    seen: list[Any] = []
    problem: Exception | None = None
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(close)
        try:
            seen = [item async for item in items]
        except Exception as error:
            problem = error
    if problem is not None:
        raise problem
    return seen


def test_read_is_interrupted(caller: Caller, wire: Serve) -> None:
    """A body without a declared length is not taken as complete."""
    server = wire(silent_after(BYTES + b"x"), GOOD)

    async def job(caller: Caller) -> None:
        held = await settled(caller.client.files.content("f"))

        class Reader:
            def __iter__(self) -> Any:
                yield held.read()

            async def __aiter__(self) -> Any:
                yield await held.read()

        with pytest.raises(caller.errors.APIConnectionError, match="or closed"):
            await read_all(caller, held, Reader())

    caller.run(server.url, job, timeout=50)


def test_a_stream_has_one_reader(caller: Caller, wire: Serve) -> None:
    if caller.kind == "sync":
        pytest.skip("threads raise ValueError, as for any generator")
    server = wire(silent_after(*stream(ITEM, end=False)))

    async def job(caller: Caller) -> None:
        held = await caller.begin()
        await read_next(held)
        read: list[Any] = []

        async def read_rest() -> None:
            read.extend([item async for item in held])

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(read_rest)
            await anyio.wait_all_tasks_blocked()
            with pytest.raises(RuntimeError, match="another task reads this stream"):
                await read_next(held)
            assert not held.response.is_closed
            await held.close()
        assert read == []

    caller.run(server.url, job)


def test_closed_streams_have_no_items(caller: Caller, wire: Serve) -> None:
    server = wire(sends(*stream(*[ITEM] * 9)))

    async def job(caller: Caller) -> None:
        held = await caller.begin()
        assert (await read_next(held)).text == "a"
        await settled(held.close())
        await settled(held.close())
        assert [item async for item in _all(held)] == []
        assert held.response.is_closed

    caller.run(server.url, job)


async def _all(items: Any) -> Any:
    if hasattr(items, "__anext__"):
        async for item in items:
            yield item
    else:
        for item in items:
            yield item
