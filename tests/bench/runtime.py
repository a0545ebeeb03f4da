"""Time of the runtime relative to plain httpx2 and `json`."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

from tests.bench.pace import Pace

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "unit" / "runtime" / "sample" / "acme_client"
RUNTIME = HERE.parents[1] / "generator" / "runtime"
URL = "https://api.acme.test/v1/chat/completions"
HEADERS = {"Authorization": "Bearer sk-test"}
MESSAGES = [{"role": "user", "content": "Hello, who are you?"}]
MANY = [{"role": "user", "content": f"Message {n}. " * 8} for n in range(2000)]
FLOATS = [0.0123456789 * n for n in range(-1024, 1024)]

Figure = tuple[str, float, float]
Work = Callable[[], object]


def figures() -> list[Figure]:
    """Return the name, the measured value and the goal of each figure, usually ratios."""
    with vendored() as root, loopback() as port:
        return [
            *mocked(),
            *over_loopback(port),
            ("64 calls at once, async", at_once(port), 1.3),
            *of_processes(root, port),
        ]


@contextmanager
def vendored() -> Iterator[str]:
    """Copy the sample client with the runtime to an import path."""
    with tempfile.TemporaryDirectory() as root:
        shutil.copytree(SAMPLE, Path(root) / "acme_client")
        shutil.copytree(
            RUNTIME,
            Path(root) / "acme_client" / "_runtime",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        paths = [root, str(HERE)]
        sys.path[:0] = paths
        try:
            yield root
        finally:
            for path in paths:
                sys.path.remove(path)


@contextmanager
def loopback() -> Iterator[int]:
    """Start the server; yield its port."""
    with subprocess.Popen(
        [sys.executable, str(HERE / "loopback.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        yield int(server.stdout.readline())
        # The server ends when its input is closed.
        server.communicate()


def ratio(runtime: Work, baseline: Work, *, rounds: int, times: int) -> float:
    """Return the median ratio of two functions, measured alternately."""
    runtime(), baseline()
    ratios: list[float] = []
    for _ in range(rounds):
        spent = [_seconds(work, times) for work in (runtime, baseline)]
        ratios.append(spent[0] / spent[1])
    return statistics.median(ratios)


def _seconds(work: Work, times: int) -> float:
    started = time.perf_counter()
    for _ in range(times):
        work()
    return time.perf_counter() - started


def create_clients(
    transport: httpx2.BaseTransport | None, base: str
) -> tuple[Any, Any]:
    """Create a generated client and an httpx2 client with a shared transport."""
    import acme_client  # type: ignore[import-not-found]  # created by `vendored`

    bare = httpx2.Client(transport=transport)
    runtime = acme_client.Acme(api_key="sk-test", base_url=base, http_client=bare)
    return runtime, bare


def mocked() -> list[Figure]:
    """Return the figures without a network."""
    from loopback import COMPLETION

    content = COMPLETION

    def response(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(
            200, content=content, headers={"Content-Type": "application/json"}
        )

    transport = httpx2.MockTransport(response)
    client, bare = create_clients(transport, "https://api.acme.test/v1")

    def call(messages: Any = MESSAGES) -> Any:
        return client.chat.completions.create(messages=messages, model="small")

    def bare_call(messages: Any = MESSAGES) -> Any:
        body = {"messages": messages, "model": "small"}
        return bare.post(URL, json=body, headers=HEADERS).json()

    def get(path: str, returns: str) -> Any:
        from acme_client._runtime import (  # type: ignore[import-not-found]
            Endpoint,
            Resource,
        )

        endpoint = Endpoint("GET", path, returns=returns)
        return lambda: Resource(client)._call(endpoint)

    one = ratio(call, bare_call, rounds=15, times=150)
    many = ratio(lambda: call(MANY), lambda: bare_call(MANY), rounds=9, times=5)
    files = [{"id": f"file-{n}", "bytes": n, "purpose": "batch"} for n in range(10_000)]
    content = json.dumps(files).encode()
    objects = ratio(
        lambda: [file.bytes for file in get("/files", "list[FileObject]")()],
        lambda: [file["bytes"] for file in bare.get(URL).json()],
        rounds=9,
        times=5,
    )
    vectors = [{"id": "e", "choices": [], "embedding": FLOATS} for _ in range(1300)]
    content = json.dumps(vectors).encode()
    embeddings = ratio(
        get("/embeddings", "list[ChatCompletion]"),
        lambda: bare.get(URL).json(),
        rounds=3,
        times=1,
    )
    bare.close()
    return [
        ("one call, mock transport", one, 1.5),
        ("request of 2,000 messages", many, 1.5),
        ("10,000 objects read", objects, 2.0),
        (f"{len(content) // 1_000_000} MB of embeddings", embeddings, 1.1),
    ]


def over_loopback(port: int) -> list[Figure]:
    """Return the figures for a call to a local server."""
    base = f"http://127.0.0.1:{port}/v1"
    client, bare = create_clients(None, base)

    def call() -> object:
        return client.chat.completions.create(messages=MESSAGES, model="small")

    def bare_call() -> object:
        body = {"messages": MESSAGES, "model": "small"}
        return bare.post(base + "/chat/completions", json=body, headers=HEADERS).json()

    measured = ratio(call, bare_call, rounds=11, times=60)
    bare.close()
    return [("one call, loopback server", measured, 1.5)]


def at_once(port: int) -> float:
    """64 asynchronous calls at the same time."""
    import acme_client

    base = f"http://127.0.0.1:{port}/v1"

    async def seconds(call: Callable[[], Awaitable[object]]) -> float:
        started = time.perf_counter()
        await asyncio.gather(*(call() for _ in range(64)))
        return time.perf_counter() - started

    async def main() -> float:
        bare = httpx2.AsyncClient()
        client = acme_client.AsyncAcme(
            api_key="sk-test", base_url=base, http_client=bare
        )

        async def call() -> object:
            return await client.chat.completions.create(
                messages=MESSAGES, model="small"
            )

        async def bare_call() -> object:
            body = {"messages": MESSAGES, "model": "small"}
            response = await bare.post(
                base + "/chat/completions", json=body, headers=HEADERS
            )
            return response.json()

        await seconds(bare_call), await seconds(call)
        ratios = [await seconds(call) / await seconds(bare_call) for _ in range(9)]
        await bare.aclose()
        return statistics.median(ratios)

    return asyncio.run(main())


# The peak that the kernel reports for this process; `getrusage` includes the peak of the
# parent process.
PREPARE = """
import sys, time
sys.path[:0] = [{root!r}, {here!r}]
def peak():
    status = open("/proc/self/status").read()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024
start = time.perf_counter()
import httpx2
"""
IMPORT = PREPARE + """
http = httpx2.Client()
print((time.perf_counter() - start) * 1000, peak())
"""
IMPORT_OURS = PREPARE + """
import acme_client
http = acme_client.Acme(http_client=httpx2.Client())
print((time.perf_counter() - start) * 1000, peak())
"""
FIRST = PREPARE + """
from loopback import COMPLETION
import acme_client
http = httpx2.Client(transport=httpx2.MockTransport(
    lambda request: httpx2.Response(200, content=COMPLETION)))
client = acme_client.Acme(http_client=http, api_key="sk-test")
body = {{"messages": {messages!r}, "model": "small"}}
start = time.perf_counter()
"""
FIRST_BARE = FIRST + """
http.post("https://api.acme.test/v1/chat/completions", json=body).json()
print((time.perf_counter() - start) * 1000, 0)
"""
FIRST_OURS = FIRST + """
client.chat.completions.create(**body).choices[0].message.content
print((time.perf_counter() - start) * 1000, 0)
"""
TRANSFER = PREPARE + """
import acme_client, pathlib, tempfile
client = acme_client.Acme(base_url="http://127.0.0.1:{port}")
size = 200_000_000
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "large.bin"
    with path.open("wb") as file:
        for _ in range(200):
            file.write(bytes(size // 200))
    client.files.create(file=b"x", purpose="batch")
    client.files.content("x").read()
    before = peak()
    client.files.create(file=path, purpose="batch")
    from acme_client._runtime import Endpoint, Resource
    endpoint = Endpoint("GET", f"/download/{{size}}", returns="BinaryResponse")
    Resource(client)._call(endpoint).write_to_file(path)
    assert path.stat().st_size == size
print(peak() - before, 0)
"""


def of_processes(root: str, port: int) -> list[Figure]:
    """Return the figures that need a separate process."""
    codes = (IMPORT, IMPORT_OURS, FIRST_BARE, FIRST_OURS)
    pace = Pace()
    # The first round writes the bytecode.
    rounds = [[child(code, root, port) for code in codes] for _ in range(8)][1:]
    factor = pace.measure()

    def median(place: int, column: int) -> float:
        return statistics.median(result[place][column] for result in rounds)

    return [
        ("import and construction", median(1, 0) / median(0, 0), 1.2),
        ("import and construction, MB more", median(1, 1) - median(0, 1), 6.0),
        (
            "first call of a process, ms more",
            (median(3, 0) - median(2, 0)) / factor,
            5.0,
        ),
        ("200 MB up and down, MB more", child(TRANSFER, root, port)[0], 10.0),
    ]


def child(code: str, root: str, port: int) -> tuple[float, float]:
    """Run code in a new interpreter; return the two numbers that it prints."""
    filled = code.format(root=root, here=str(HERE), port=port, messages=MESSAGES)
    # With bytecode, like an installed package.
    environment = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE"
    }
    done = subprocess.run(
        [sys.executable, "-c", filled],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    first, second = done.stdout.split()
    return float(first), float(second)


if __name__ == "__main__":
    for name, measured, goal in figures():
        verdict = "ok" if measured <= goal else "MISSED"
        print(f"{name:40} {measured:8.2f}  goal {goal:5.2f}  {verdict}")
