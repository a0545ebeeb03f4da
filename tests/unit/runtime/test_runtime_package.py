"""The package: imported modules, lazy names, threads and event loops."""

from __future__ import annotations

import ast
import copy
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
import pytest

import generator.runtime as runtime
from generator.runtime.sentinels import omit
from tests.unit.runtime.conftest import RUNTIME, Server, json_reply

pytestmark = pytest.mark.slow

Serve = Callable[..., Server]


def loaded_by(acme: ModuleType, code: str) -> set[str]:
    """Return the modules that a new process has loaded after running the code."""
    root = str(Path(str(acme.__file__)).parents[1])
    code = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    process = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    return set(json.loads(process.stdout))


def test_importing_the_client_loads_almost_nothing(acme: ModuleType) -> None:
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
    assert not {"resources", "types", "base"} & {
        name.rpartition(".")[2] for name in added
    }


def test_every_public_name_loads() -> None:
    for name in runtime.__all__:
        assert getattr(runtime, name) is getattr(runtime, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        runtime.nothing


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
    # httpx2 requires anyio and idna.
    installed = {"httpx2", "typing_extensions", "anyio", "idna"}
    allowed = {*installed, *sys.stdlib_module_names}
    # Imported only when pydantic uses a model.
    allowed.add("pydantic_core")
    for path in RUNTIME.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names: list[str] = []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [str(node.module)]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            # Installed by an extra of the client.
            extra = {"click"} if path.parent.name == "command_line" else set()
            tops = {name.partition(".")[0] for name in names}
            assert tops <= {*allowed, *extra}, path.name


def test_omit_is_a_false_singleton() -> None:
    for same in (
        copy.copy(omit),
        copy.deepcopy(omit),
        pickle.loads(pickle.dumps(omit)),
    ):
        assert same is omit
    assert not omit and repr(omit) == "omit"


def test_threads_share_a_client(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({"id": "c", "choices": []}))
    ids: list[str] = []
    with acme.Acme(base_url=server.url) as client:

        def work() -> None:
            for _ in range(5):
                ids.append(client.chat.completions.retrieve("x").id)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert ids == ["c"] * 40


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_share_a_client(acme: ModuleType, serve: Serve, backend: str) -> None:
    server = serve(json_reply({"id": "c", "choices": []}))
    ids: list[str] = []

    async def main() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:

            async def work() -> None:
                ids.append((await client.chat.completions.retrieve("x")).id)

            async with anyio.create_task_group() as tasks:
                for _ in range(20):
                    tasks.start_soon(work)

    anyio.run(main, backend=backend)
    assert ids == ["c"] * 20


def test_event_loops_in_several_threads_share_a_client(
    acme: ModuleType, serve: Serve
) -> None:
    client = acme.AsyncAcme(base_url=serve(json_reply({"id": "c"})).url)
    ids: list[str] = []

    async def main() -> None:
        for _ in range(10):
            ids.append((await client.chat.completions.retrieve("x")).id)

    threads = [
        threading.Thread(target=anyio.run, args=(main,), kwargs={"backend": backend})
        for backend in ("asyncio", "trio") * 2
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ids == ["c"] * 40


def test_consecutive_event_loops_share_a_client(acme: ModuleType, serve: Serve) -> None:
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
