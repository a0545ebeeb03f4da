"""The package itself: what importing it loads, its lazy names, threads, leaks."""

from __future__ import annotations

import ast
import copy
import gc
import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import anyio
import generator.runtime as runtime
import httpx2
import pytest
from tests.runtime.conftest import RUNTIME, Reply, Server, json_reply
from generator.runtime.sentinels import omit

Serve = Callable[..., Server]


def loaded_by(acme: ModuleType, code: str) -> set[str]:
    """The modules that a fresh process has after the code."""
    root = str(Path(str(acme.__file__)).parents[1])
    code = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    return set(json.loads(done.stdout))


def test_importing_loads_next_to_nothing(acme: ModuleType) -> None:
    modules = loaded_by(acme, "import acme_client")
    assert {name for name in modules if name.startswith("acme_client")} == {
        "acme_client",
        "acme_client._runtime",
        "acme_client._runtime.lazy",
    }
    assert "httpx2" not in modules


def test_catching_errors_does_not_load_httpx2(acme: ModuleType) -> None:
    modules = loaded_by(acme, "from acme_client import APIError")
    assert not {"httpx2", "asyncio", "dataclasses", "inspect"} & modules


def test_a_client_adds_little_to_httpx2(acme: ModuleType) -> None:
    bare = loaded_by(acme, "import httpx2; httpx2.Client()")
    code = "import httpx2, acme_client; acme_client.Acme(http_client=httpx2.Client())"
    added = loaded_by(acme, code) - bare
    assert all(name.startswith("acme_client") for name in added)
    assert not {"resources", "types", "views", "plans"} & {
        name.rpartition(".")[2] for name in added
    }


def test_every_public_name_loads() -> None:
    for name in runtime.__all__:
        assert getattr(runtime, name) is getattr(runtime, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(runtime, "nothing")


def test_lazy_and_static_names_are_the_same() -> None:
    tree = ast.parse((RUNTIME / "__init__.py").read_text())
    static = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level == 1
        for alias in node.names
    }
    assert static == set(runtime.__all__)


def test_imports_are_relative_or_of_few_packages() -> None:
    allowed = {"httpx2", "typing_extensions", "anyio", *sys.stdlib_module_names}
    for path in RUNTIME.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names: list[str] = []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [str(node.module)]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            assert {name.partition(".")[0] for name in names} <= allowed, path.name


def test_omit_is_one_and_false() -> None:
    for same in (
        copy.copy(omit),
        copy.deepcopy(omit),
        pickle.loads(pickle.dumps(omit)),
    ):
        assert same is omit
    assert not omit and repr(omit) == "omit"


def test_threads_share_a_client(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({"id": "c", "choices": []}))
    found: list[str] = []
    with acme.Acme(base_url=server.url) as client:

        def work() -> None:
            for _ in range(5):
                found.append(client.chat.completions.retrieve("x").id)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == ["c"] * 40


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_share_a_client(acme: ModuleType, serve: Serve, backend: str) -> None:
    server = serve(json_reply({"id": "c", "choices": []}))
    found: list[str] = []

    async def main() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:

            async def work() -> None:
                found.append((await client.chat.completions.retrieve("x")).id)

            async with anyio.create_task_group() as tasks:
                for _ in range(20):
                    tasks.start_soon(work)

    anyio.run(main, backend=backend)
    assert found == ["c"] * 20


def sockets() -> int:
    return sum(
        os.readlink(f"/proc/self/fd/{fd}").startswith("socket:")
        for fd in os.listdir("/proc/self/fd")
        if os.path.islink(f"/proc/self/fd/{fd}")
    )


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="needs /proc to count")
def test_one_client_in_one_event_loop_after_the_other(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({"id": "c"}))
    client = acme.AsyncAcme(base_url=server.url, max_retries=0)
    twin = client.copy(timeout=5)

    async def call() -> None:
        for one in (client, twin):
            assert (await one.chat.completions.retrieve("x")).id == "c"

    for backend in ("asyncio", "asyncio", "trio", "asyncio", "trio"):
        anyio.run(call, backend=backend)
    assert server.connections == 5
    anyio.run(client.close)
    with pytest.raises(RuntimeError, match="closed"):
        anyio.run(call)


def test_no_sockets_are_left(
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
    # The pool may keep its connection; a server's side of each lives as long.
    assert sockets() <= before
    client.close()


def test_10000_calls_leave_memory_as_it_was(acme: ModuleType) -> None:
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
    # Far less than a block of memory a call: nothing is kept of any.
    assert after - before < 500
