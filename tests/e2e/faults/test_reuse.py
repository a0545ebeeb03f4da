"""Connections of streams that were read to their end serve the next call."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from tests.e2e.faults.conftest import Caller
from tests.e2e.faults.wire import (
    GOOD,
    ITEM,
    Wire,
    answer,
    ends_after,
    resets_after,
    sends,
    silent_after,
    stream,
)

Serve = Callable[..., Wire]
DONE = b"data: [DONE]\n\n"


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param(stream(ITEM, DONE), id="the mark alone"),
        pytest.param([b"".join(stream(ITEM, DONE))], id="all at once"),
        pytest.param(stream(ITEM, DONE + b": bye\n\n"), id="a comment behind it"),
        pytest.param(stream(ITEM), id="no mark"),
        pytest.param([answer(ITEM + DONE, "text/event-stream")], id="a length"),
    ],
)
def test_the_connection_serves_again(
    caller: Caller, wire: Serve, pieces: list[bytes]
) -> None:
    server = wire(sends(*pieces, pause=0.002), GOOD)

    async def job(caller: Caller) -> None:
        assert await caller.items() == ["a"]
        assert (await caller.json()).id == "c"

    caller.run(server.url, job)
    # A synchronous stream cannot tell whether more would come, and does not wait for it.
    marked = any(DONE in piece for piece in pieces)
    assert server.connections == (2 if marked and caller.kind == "sync" else 1)


BEHIND = {
    "silence": silent_after(*stream(ITEM, DONE, end=False)),
    "a reset": resets_after(*stream(ITEM, DONE, end=False)),
    "no chunk": ends_after(*stream(ITEM, DONE, end=False), b"xyz"),
    "many pings": sends(*stream(ITEM, DONE, *[b": ping\n\n"] * 1000), pause=0.002),
}


@pytest.mark.parametrize("what", BEHIND)
def test_nobody_waits_for_what_follows_the_end(
    caller: Caller, wire: Serve, what: str
) -> None:
    server = wire(BEHIND[what], GOOD)

    async def job(caller: Caller) -> None:
        started = time.monotonic()
        assert await caller.items() == ["a"]
        assert time.monotonic() - started < 1.5
        assert (await caller.json()).id == "c"

    caller.run(server.url, job)
