"""Callers of every kind, and faulty servers."""

from __future__ import annotations

import inspect
import socket
from collections.abc import Awaitable, Callable, Iterator
from types import ModuleType
from typing import Any

import anyio
import pytest

from tests.e2e.faults.wire import Act, Wire
from tests.unit.runtime.conftest import (
    acme,
    clean_environment,
    no_waiting,
)

KINDS = ("sync", "asyncio", "trio")


@pytest.fixture
def wire() -> Iterator[Callable[..., Wire]]:
    """Start servers, and stop them after the test."""
    started: list[Wire] = []

    def start(*acts: Act) -> Wire:
        started.append(Wire(*acts))
        return started[-1]

    yield start
    for server in started:
        server.stop()


Job = Callable[["Caller"], Awaitable[Any]]


class Caller:
    """A synchronous or asynchronous client with coroutine methods."""

    def __init__(self, module: ModuleType, kind: str) -> None:
        self.errors = module.errors
        self.kind = kind
        self._client_class: type = module.Acme if kind == "sync" else module.AsyncAcme
        self.client: Any = None

    def run(self, url: str, job: Job, **settings: Any) -> Any:
        """Run a job with a client, and close the client."""
        settings = {"api_key": "sk-test-secret", "timeout": 30, **settings}

        async def main() -> Any:
            self.client = self._client_class(base_url=url, **settings)
            try:
                return await job(self)
            finally:
                await settled(self.client.close())

        # A synchronous client is called from within an event loop.
        return anyio.run(main, backend="asyncio" if self.kind == "sync" else self.kind)

    async def json(self, **options: Any) -> Any:
        """Call an operation that returns JSON."""
        return await settled(self.client.chat.completions.retrieve("x", **options))

    async def begin(self) -> Any:
        """Call an operation that returns a stream."""
        create = self.client.chat.completions.create
        return await settled(create(messages=[], model="m", stream=True))

    async def items(self) -> list[str]:
        """Return the items of a stream."""
        seen: list[str] = []
        await self.collect(seen)
        return seen

    async def collect(self, seen: list[str]) -> None:
        """Append the items of a stream to a list."""
        stream = await self.begin()
        if self.kind == "sync":
            seen.extend(item.text for item in stream)
        else:
            async for item in stream:
                seen.append(item.text)

    async def download(self) -> bytes:
        """Call an operation that returns bytes."""
        file = await settled(self.client.files.content("f"))
        content: bytes = await settled(file.read())
        return content


async def settled(value: Any) -> Any:
    """Return a value, which is awaited if it is awaitable."""
    return await value if inspect.isawaitable(value) else value


@pytest.fixture(params=KINDS)
def caller(request: pytest.FixtureRequest, acme: ModuleType) -> Caller:
    """Return a caller of each kind."""
    return Caller(acme, request.param)


@pytest.fixture
def refused() -> Iterator[str]:
    """URL of a port on which no server listens, and which no other process can use."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{unused.getsockname()[1]}"
