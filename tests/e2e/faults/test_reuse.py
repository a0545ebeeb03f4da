"""Reuse of connections after streams."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable

import pytest

from tests.e2e.faults.conftest import Caller
from tests.e2e.faults.wire import (
    GOOD,
    ITEM,
    Wire,
    ends_after,
    http_response,
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
        pytest.param(stream(ITEM, DONE), id="the end marker"),
        pytest.param([b"".join(stream(ITEM, DONE))], id="all at once"),
        pytest.param(stream(ITEM, DONE + b": bye\n\n"), id="a comment after it"),
        pytest.param(stream(ITEM), id="no end marker"),
        pytest.param([http_response(ITEM + DONE, "text/event-stream")], id="a length"),
    ],
)
def test_the_connection_is_reused(
    caller: Caller, wire: Serve, pieces: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A busy server sends the end of the body late.
    streams = importlib.import_module(
        f"{caller.errors.__package__}._runtime.streaming.streams"
    )
    monkeypatch.setattr(streams, "DRAIN_TIMEOUT", 30)
    server = wire(sends(*pieces, pause=0.002), GOOD)

    async def job(caller: Caller) -> None:
        assert await caller.items() == ["a"]
        assert (await caller.json()).id == "c"

    caller.run(server.url, job)
    # A synchronous stream does not wait for the end of the body after its end marker.
    marked = any(DONE in piece for piece in pieces)
    assert server.connections == (2 if marked and caller.kind == "sync" else 1)


AFTER_END = {
    "silence": silent_after(*stream(ITEM, DONE, end=False)),
    "a reset": resets_after(*stream(ITEM, DONE, end=False)),
    "an invalid chunk": ends_after(*stream(ITEM, DONE, end=False), b"xyz"),
    "many pings": sends(*stream(ITEM, DONE, *[b": ping\n\n"] * 20_000), pause=0.002),
}


@pytest.mark.parametrize("what", AFTER_END)
def test_streams_do_not_wait_after_their_end_marker(
    caller: Caller, wire: Serve, what: str
) -> None:
    server = wire(AFTER_END[what], GOOD)

    async def job(caller: Caller) -> None:
        started = time.monotonic()
        assert await caller.items() == ["a"]
        assert time.monotonic() - started < 15
        assert (await caller.json()).id == "c"

    caller.run(server.url, job, timeout=40)
