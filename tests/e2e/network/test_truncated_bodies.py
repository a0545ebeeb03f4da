"""Bodies that break off before anything of them was returned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.wire import (
    COMPLETION,
    GOOD,
    Act,
    Wire,
    ends_after,
    http_response,
    resets_after,
    sends,
    silent_after,
)

KIND = "The body of a response breaks off."
RESULT = (
    "The request is sent again as after a failed connection, if nothing of the body was"
    " returned to the caller and the request body can be sent again. Streams and downloads"
    " raise `APIConnectionError`."
)

Serve = Callable[..., Wire]
HALF = http_response(COMPLETION, length=len(COMPLETION) + 10)


async def untyped(caller: Caller) -> Any:
    return await settled(caller.client.post("/x", body={"a": 1}))


async def raw(caller: Caller) -> Any:
    completions = caller.client.chat.completions.with_raw_response
    response = await settled(completions.retrieve("x"))
    assert response.retries_taken == 1
    return response.parse()


@pytest.mark.parametrize("job", [Caller.json, untyped, raw])
@pytest.mark.parametrize("fault", [ends_after(HALF), resets_after(HALF)])
def test_the_request_is_sent_again(
    caller: Caller,
    wire: Serve,
    no_waiting: list[float],
    job: Callable[[Caller], Any],
    fault: Act,
) -> None:
    server = wire(fault, GOOD)
    result = caller.run(server.url, job)
    assert (result["id"] if isinstance(result, dict) else result.id) == "c"
    assert len(server.requests) == 2 and no_waiting[-1] > 0.3
    assert server.bodies[0] == server.bodies[1]


def test_a_timeout_in_the_body(
    caller: Caller, wire: Serve, no_waiting: list[float]
) -> None:
    server = wire(silent_after(HALF), GOOD)
    assert caller.run(server.url, Caller.json, timeout=0.2).id == "c"
    assert len(server.requests) == 2


def test_attempts_are_counted_together(
    caller: Caller, wire: Serve, no_waiting: list[float]
) -> None:
    server = wire(sends(http_response(b"", status=503)), ends_after(HALF))
    with pytest.raises(caller.errors.APIConnectionError):
        caller.run(server.url, Caller.json)
    assert len(server.requests) == 3
    assert len(no_waiting) == 2 and no_waiting[0] < no_waiting[1]


def test_max_retries(caller: Caller, wire: Serve, no_waiting: list[float]) -> None:
    server = wire(ends_after(HALF), GOOD)
    with pytest.raises(caller.errors.APIConnectionError):
        caller.run(server.url, Caller.json, max_retries=0)
    assert len(server.requests) == 1 and no_waiting == []


def test_a_request_body_that_can_be_read_once(
    caller: Caller, wire: Serve, no_waiting: list[float]
) -> None:
    server = wire(ends_after(HALF), GOOD)

    async def job(caller: Caller) -> Any:
        body = iter([b"once"]) if caller.kind == "sync" else _once()
        return await settled(caller.client.post("/x", body=body))

    with pytest.raises(caller.errors.APIConnectionError):
        caller.run(server.url, job)
    assert len(server.requests) == 1


async def _once() -> Any:
    yield b"once"


@pytest.mark.parametrize("headers", ["Content-Encoding: gzip\r\n", ""])
def test_invalid_bodies_are_not_requested_again(
    caller: Caller, wire: Serve, headers: str
) -> None:
    server = wire(sends(http_response(b"no", headers=headers)))
    with pytest.raises(caller.errors.APIResponseValidationError):
        caller.run(server.url, Caller.json)
    assert len(server.requests) == 1


def test_streams_are_not_requested_again(caller: Caller, wire: Serve) -> None:
    server = wire(ends_after(http_response(b"da", "text/event-stream", length=9)))
    with pytest.raises(caller.errors.APIConnectionError):
        caller.run(server.url, Caller.items)
    with pytest.raises(caller.errors.APIConnectionError):
        caller.run(server.url, Caller.download)
    assert len(server.requests) == 2
