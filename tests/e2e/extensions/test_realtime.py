"""The worked example of a WebSocket connection, against a local server."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from websockets.sync.server import ServerConnection, serve

from tests.clients import generate, import_from

CALLER = """\
from typing_extensions import assert_type

from realtime_client import AsyncOpenAI, OpenAI
from realtime_client.types import (
    RealtimeClientEventResponseCreate,
    RealtimeServerEvent,
    RealtimeServerEventError,
)


def call(client: OpenAI) -> None:
    with client.realtime.connect(model="m") as connection:
        connection.send(RealtimeClientEventResponseCreate(type="response.create"))
        for event in connection:
            assert_type(event, RealtimeServerEvent)
            if isinstance(event, RealtimeServerEventError):
                assert_type(event.error.message, str)


async def call_async(client: AsyncOpenAI) -> None:
    async with client.realtime.connect(model="m") as connection:
        await connection.send({"type": "response.create"})
        assert_type(await connection.receive(), RealtimeServerEvent)
"""


@pytest.fixture(scope="module")
def output(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of the client for the Realtime API, with the example."""
    output = tmp_path_factory.mktemp("realtime")
    folder = output / "realtime_client/ext"
    folder.mkdir(parents=True)
    shutil.copy(Path(__file__).with_name("realtime.py"), folder)
    generate(
        shared / "specs/openai/2026-08.yaml",
        output,
        "realtime_client",
        "OpenAI",
        only=("* /realtime*",),
        unused_types=True,
    )
    return output


@pytest.fixture(scope="module")
def package(output: Path) -> ModuleType:
    return import_from(output, "realtime_client")


class Server:
    """A server that sends two events, and one that the document does not know.

    Attributes:
        received: Path, credentials and event of each connection.
        url: Base URL.
    """

    def __init__(self) -> None:
        self.received: list[tuple[str, str, Any]] = []
        self._server = serve(self._handle, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.socket.getsockname()[1]}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def _handle(self, socket: ServerConnection) -> None:
        assert socket.request is not None
        socket.send('{"type": "session.created", "event_id": "e1", "session": {}}')
        event = json.loads(socket.recv())
        authorization = socket.request.headers["Authorization"]
        self.received.append((socket.request.path, authorization, event))
        socket.send('{"type": "response.output_text.delta", "delta": "Hi"}')
        socket.send('{"type": "response.new", "value": 1}')

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


def check(events: list[Any]) -> None:
    created, delta, unknown = events
    assert type(created).__name__ == "RealtimeServerEventSessionCreated"
    assert type(delta).__name__ == "RealtimeServerEventResponseTextDelta"
    assert delta.delta == "Hi"
    assert unknown == {"type": "response.new", "value": 1}


@pytest.mark.slow
def test_events_are_typed_models(package: ModuleType, server: Server) -> None:
    client = package.OpenAI(api_key="sk-test", base_url=server.url)
    with client.realtime.connect(model="gpt realtime") as connection:
        first = connection.receive()
        connection.send({"type": "response.create"})
        check([first, *connection])

    async def connect() -> list[Any]:
        async with package.AsyncOpenAI(
            api_key="sk-test", base_url=server.url
        ) as client:
            async with client.realtime.connect(model="m&n") as connection:
                first = await connection.receive()
                event = package.types.RealtimeClientEventResponseCreate
                await connection.send(event(type="response.create"))
                return [first, *[event async for event in connection]]

    check(asyncio.run(connect()))
    event = {"type": "response.create"}
    assert server.received == [
        ("/v1/realtime?model=gpt%20realtime", "Bearer sk-test", event),
        ("/v1/realtime?model=m%26n", "Bearer sk-test", event),
    ]


@pytest.mark.slow
def test_rejected_connections_are_connection_errors(package: ModuleType) -> None:
    stopped = Server()
    stopped.stop()
    arguments = {"api_key": "sk-test", "base_url": stopped.url}

    async def connect() -> None:
        async with package.AsyncOpenAI(**arguments) as client:
            async with client.realtime.connect(model="m"):
                pass

    with pytest.raises(package.APIConnectionError, match="cannot connect to ws://"):
        with package.OpenAI(**arguments).realtime.connect(model="m"):
            pass
    with pytest.raises(package.APIConnectionError, match="cannot connect to ws://"):
        asyncio.run(connect())


@pytest.mark.slow
@pytest.mark.parametrize(
    "checker", ["mypy --strict", f"pyright --pythonpath {sys.executable}"]
)
def test_connection_is_typed(output: Path, checker: str) -> None:
    (output / "caller.py").write_text(CALLER)
    name, *flags = checker.split()
    done = subprocess.run(
        [
            str(Path(sys.executable).with_name(name)),
            *flags,
            "caller.py",
            "realtime_client/ext",
        ],
        cwd=output,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
