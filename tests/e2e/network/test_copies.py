"""Copies and pickles of clients."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.wire import GOOD, Wire

KIND = "A client is copied, deep-copied or pickled, for example to start a process."
RESULT = (
    "A copy shares the connections; deep copies and pickles open their own. A pickle "
    "contains the credentials. A client with `http_client` cannot be pickled."
)
Serve = Callable[..., Wire]


async def call(client: Any) -> None:
    assert (await settled(client.chat.completions.retrieve("x"))).id == "c"


@pytest.mark.parametrize(
    ("duplicate", "connections"),
    [
        pytest.param(copy.copy, 1, id="copy"),
        pytest.param(copy.deepcopy, 2, id="deepcopy"),
        pytest.param(lambda client: pickle.loads(pickle.dumps(client)), 2, id="pickle"),
    ],
)
def test_duplicates_of_clients(
    caller: Caller,
    wire: Serve,
    duplicate: Callable[[Any], Any],
    connections: int,
) -> None:
    server = wire(GOOD)

    async def job(caller: Caller) -> None:
        original = caller.client
        await call(original)
        twin = duplicate(original)
        await call(twin)
        assert type(twin) is type(original) and twin is not original
        assert twin.chat is not original.chat
        assert (twin.base_url, twin.max_retries) == (server.url, 7)
        twin._headers["x-a"] = "1"
        assert original._headers == {"x-b": "2"}
        await settled(twin.close())
        assert original.is_closed() == (connections == 1)
        if connections == 2:
            await call(original)

    caller.run(server.url, job, max_retries=7, default_headers={"x-b": "2"})
    assert server.connections == connections
    assert all(b"Bearer sk-test-secret" in request for request in server.requests)


def test_a_client_that_was_never_used(caller: Caller, wire: Serve) -> None:
    server = wire(GOOD)

    async def job(caller: Caller) -> None:
        twin = copy.deepcopy(pickle.loads(pickle.dumps(caller.client)))
        await call(twin)
        await settled(twin.close())

    caller.run(server.url, job, timeout=30)
    assert server.connections == 1


def test_a_passed_client_is_shared_but_not_pickled(caller: Caller, wire: Serve) -> None:
    server = wire(GOOD)
    kind: Any = httpx2.Client if caller.kind == "sync" else httpx2.AsyncClient

    async def job(caller: Caller) -> None:
        await call(caller.client)
        await call(copy.deepcopy(caller.client))
        with pytest.raises(TypeError, match="cannot pickle '.*Acme' with http_client"):
            pickle.dumps(caller.client)

    caller.run(server.url, job, http_client=kind())
    assert server.connections == 1
