"""Callers of every kind, and servers that fail them."""

from __future__ import annotations

import inspect
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
)  # noqa: F401

KINDS = ("sync", "asyncio", "trio")


@pytest.fixture
def wire() -> Iterator[Callable[..., Wire]]:
    """Starts servers, and stops them after the test."""
    started: list[Wire] = []

    def start(*acts: Act) -> Wire:
        started.append(Wire(*acts))
        return started[-1]

    yield start
    for server in started:
        server.stop()


Job = Callable[["Caller"], Awaitable[Any]]


class Caller:
    """A client whose methods are awaited, whether it is an asynchronous one or not."""

    def __init__(self, module: ModuleType, kind: str) -> None:
        self.errors = module.errors
        self.kind = kind
        self._made: type = module.Acme if kind == "sync" else module.AsyncAcme
        self.client: Any = None

    def run(self, url: str, job: Job, **settings: Any) -> Any:
        """Does a job with a client that is closed behind it."""
        settings = {"api_key": "sk-test-secret", "timeout": 5, **settings}

        async def main() -> Any:
            self.client = self._made(base_url=url, **settings)
            try:
                return await job(self)
            finally:
                await settled(self.client.close())

        # A synchronous client is simply called from inside a loop.
        return anyio.run(main, backend="asyncio" if self.kind == "sync" else self.kind)

    async def json(self, **options: Any) -> Any:
        """A call that is answered with JSON."""
        return await settled(self.client.chat.completions.retrieve("x", **options))

    async def begin(self) -> Any:
        """A call that is answered with a stream."""
        create = self.client.chat.completions.create
        return await settled(create(messages=[], model="m", stream=True))

    async def items(self) -> list[str]:
        """The items of a stream."""
        seen: list[str] = []
        await self.collect(seen)
        return seen

    async def collect(self, seen: list[str]) -> None:
        """Puts the items of a stream into a list."""
        stream = await self.begin()
        if self.kind == "sync":
            seen.extend(item.text for item in stream)
        else:
            async for item in stream:
                seen.append(item.text)

    async def download(self) -> bytes:
        """A call that is answered with bytes."""
        file = await settled(self.client.files.content("f"))
        content: bytes = await settled(file.read())
        return content


async def settled(value: Any) -> Any:
    """A value, awaited if it must be."""
    return await value if inspect.isawaitable(value) else value


@pytest.fixture(params=KINDS)
def caller(request: pytest.FixtureRequest, acme: ModuleType) -> Caller:  # noqa: F811
    """One of each kind."""
    return Caller(acme, request.param)


@pytest.fixture
def refused() -> str:
    """The address of a server that is not there."""
    server = Wire()
    url = server.url
    server.stop()
    return url
