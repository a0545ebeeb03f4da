"""The worked examples: a handler of events, and an upload that is polled."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.client.test_shop import Serve
from tests.guards.sources import ROOT
from tests.unit.runtime.conftest import Reply, json_reply

HERE = Path(__file__).parent
POLLING = {
    "getVectorStoreFile": {
        "until": ["completed", "failed", "cancelled"],
        "create": "createVectorStoreFile",
    }
}
CHECKERS = ["mypy --strict", f"pyright --pythonpath {sys.executable}"]


def with_example(name: str, output: Path, package: str) -> Path:
    """Return the folder of own code of a package, with an example in it."""
    folder = output / package / "ext"
    folder.mkdir(parents=True)
    shutil.copy(HERE / name, folder / name)
    return output


@pytest.fixture(scope="module")
def handler_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of the client for assistants, with the handler."""
    output = tmp_path_factory.mktemp("handler")
    with_example("run_events.py", output, "handler_client")
    generate(ROOT / "specs/threads.yaml", output, "handler_client", "OpenAI")
    return output


@pytest.fixture(scope="module")
def handling(handler_output: Path) -> ModuleType:
    return import_from(handler_output, "handler_client")


@pytest.fixture(scope="module")
def upload_output(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of the client for vector stores, with the upload."""
    output = tmp_path_factory.mktemp("upload")
    with_example("vector_store_files.py", output, "upload_client")
    generate(
        shared / "specs/openai/2026-08.yaml",
        output,
        "upload_client",
        "OpenAI",
        only=("* /vector_stores*", "* /files*"),
        polling=POLLING,
    )
    return output


def event(name: str, data: object) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


def delta(text: str) -> str:
    part = {"index": 0, "type": "text", "text": {"value": text}}
    data = {"id": "m1", "object": "thread.message.delta", "delta": {"content": [part]}}
    return event("thread.message.delta", data)


def events(*more: str) -> Reply:
    run = {"id": "run_1", "object": "thread.run"}
    lines = (
        event("thread.run.created", {**run, "status": "queued"}),
        delta("Hel"),
        delta("lo"),
        *more,
        event("thread.message.completed", {"id": "m1", "object": "thread.message"}),
        event("thread.run.completed", {**run, "status": "completed"}),
        "event: done\ndata: [DONE]\n\n",
    )
    headers = {"Content-Type": "text/event-stream"}
    return Reply(200, "".join(lines).encode(), headers)


def recorder(package: ModuleType) -> Any:
    """Return a handler that records the calls of its methods."""
    base: Any = sys.modules[f"{package.__name__}.ext.run_events"].RunEvents

    class Recorder(base):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.calls: list[Any] = []

        def on_text_delta(self, delta: str, text: str) -> None:
            self.calls.append((delta, text))

        def on_message_done(self, message: Any) -> None:
            self.calls.append(message.id)

        def on_run(self, run: Any) -> None:
            self.calls.append(run.status)

    return Recorder()


CALLS = ["queued", ("Hel", "Hel"), ("lo", "Hello"), "m1", "completed"]


def test_events_of_a_run(handling: ModuleType, serve: Serve) -> None:
    server = serve(events(), events())
    arguments = {"api_key": "sk-test", "base_url": server.url}
    runs = handling.OpenAI(**arguments).beta.threads.runs
    handler = recorder(handling)
    run = runs.handle("thread_1", handler, assistant_id="a")
    assert (run.status, handler.text, handler.calls) == ("completed", "Hello", CALLS)

    async def handle() -> Any:
        async with handling.AsyncOpenAI(**arguments) as client:
            handler = recorder(handling)
            await client.beta.threads.runs.handle("thread_1", handler, assistant_id="a")
            return handler.calls

    assert asyncio.run(handle()) == CALLS
    body = json.loads(server.received[0].body)
    assert body == {"assistant_id": "a", "stream": True}


def answering(status: str) -> Callable[[], Reply]:
    item = {"id": "file-1", "object": "vector_store.file", "status": status}
    return lambda: json_reply(item)


@pytest.mark.slow
def test_upload_and_poll(upload_output: Path, serve: Serve) -> None:
    package = import_from(upload_output, "upload_client")
    pending, done = answering("in_progress"), answering("completed")
    replies = [json_reply({"id": "file-1"}), pending(), done()]
    server = serve(*replies, *replies)
    arguments = {"api_key": "sk-test", "base_url": server.url}
    file = ("notes.txt", b"text")
    resource = package.OpenAI(**arguments).vector_stores.files
    assert resource.upload_and_poll("vs_1", file=file).status == "completed"

    async def upload() -> str:
        async with package.AsyncOpenAI(**arguments) as client:
            resource = client.vector_stores.files
            return str((await resource.upload_and_poll("vs_1", file=file)).status)

    assert asyncio.run(upload()) == "completed"
    targets = [(item.method, item.target) for item in server.received]
    assert targets == 2 * [
        ("POST", "/files"),
        ("POST", "/vector_stores/vs_1/files"),
        ("GET", "/vector_stores/vs_1/files/file-1"),
    ]
    assert b'filename="notes.txt"' in server.received[0].body
    assert json.loads(server.received[1].body) == {"file_id": "file-1"}


@pytest.mark.slow
@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("example", ["handler", "upload"])
def test_examples_are_typed(
    request: pytest.FixtureRequest, example: str, checker: str
) -> None:
    output: Path = request.getfixturevalue(f"{example}_output")
    name, *flags = checker.split()
    done = subprocess.run(
        [str(Path(sys.executable).with_name(name)), *flags, f"{example}_client/ext"],
        cwd=output,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
