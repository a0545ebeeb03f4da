"""Bodies that break off before anything of them was returned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.wire import (
    COMPLETION,
    GOOD,
    ITEM,
    Act,
    Wire,
    ends_after,
    http_response,
    resets_after,
    sends,
    silent_after,
    stream,
)
from tests.patience import longer_if_late

KIND = "The body of a response breaks off."
RESULT = (
    "The request is sent again as after a failed connection, if nothing of the body was"
    " returned to the caller and the request body can be sent again; streams, downloads and"
    " token requests too. Later, `APIConnectionError` is raised."
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


@longer_if_late
def test_a_timeout_in_the_body(
    caller: Caller, wire: Serve, no_waiting: list[float], factor: int
) -> None:
    server = wire(silent_after(HALF), GOOD)
    assert caller.run(server.url, Caller.json, timeout=0.2 * factor).id == "c"
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


HEAD_ONLY = http_response(b"", "text/event-stream", length=9)
PART = http_response(b'data: {"id', "text/event-stream", length=99)
LARGE = http_response(b"x" * 70_000, "application/octet-stream")
UNKNOWN = b"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\n\r\n"


@pytest.mark.parametrize(
    "fault",
    [
        ends_after(HEAD_ONLY),
        resets_after(PART),
        ends_after(*stream(b": ping\n\n", end=False)),
        ends_after(UNKNOWN + ITEM[:9]),
    ],
)
def test_streams_without_an_item_are_requested_again(
    caller: Caller,
    wire: Serve,
    no_waiting: list[float],
    caplog: pytest.LogCaptureFixture,
    fault: Act,
) -> None:
    server = wire(fault, fault, sends(*stream(ITEM, ITEM)))
    with caplog.at_level("INFO", "acme_client"):
        assert caller.run(server.url, Caller.items) == ["a", "a"]
    assert len(server.requests) == 3
    # The server waits, too.
    first, second = (wait for wait in no_waiting if wait > 0.3)
    assert first < second
    lines = [record.getMessage() for record in caplog.records]
    assert sum("Error after" in line for line in lines) == 2
    assert "200 in" in lines[-1] and lines[-1].endswith(", retry 2")


def test_streams_with_an_item_are_not_requested_again(
    caller: Caller, wire: Serve, no_waiting: list[float]
) -> None:
    server = wire(ends_after(*stream(ITEM, end=False)), sends(*stream(ITEM)))
    seen: list[str] = []
    with pytest.raises(caller.errors.APIConnectionError):
        caller.run(server.url, lambda caller: caller.collect(seen))
    assert seen == ["a"] and len(server.requests) == 1 and no_waiting == []


def test_an_error_of_the_retry(
    caller: Caller, wire: Serve, no_waiting: list[float]
) -> None:
    server = wire(ends_after(HEAD_ONLY), sends(http_response(b"", status=404)))
    with pytest.raises(caller.errors.NotFoundError):
        caller.run(server.url, Caller.items)


async def pieces(caller: Caller) -> bytes:
    return await joined(await settled(caller.client.files.content("f")))


async def raw_pieces(caller: Caller) -> bytes:
    manager = caller.client.files.with_streaming_response.content("f")
    if caller.kind == "sync":
        with manager as response:
            content = await joined(response)
    else:
        async with manager as response:
            content = await joined(response)
    assert response.retries_taken == 1
    return content


async def joined(response: Any) -> bytes:
    items = response.iter_bytes()
    if hasattr(items, "__anext__"):
        return b"".join([piece async for piece in items])
    return b"".join(items)


@pytest.mark.parametrize("job", [Caller.download, pieces, raw_pieces])
def test_downloads_without_a_byte_are_requested_again(
    caller: Caller,
    wire: Serve,
    no_waiting: list[float],
    caplog: pytest.LogCaptureFixture,
    job: Any,
) -> None:
    server = wire(ends_after(LARGE.partition(b"x")[0]), sends(LARGE))
    with caplog.at_level("INFO", "acme_client"):
        assert caller.run(server.url, job) == b"x" * 70_000
    assert len(server.requests) == 2 and len(no_waiting) == 1
    lines = [record.getMessage() for record in caplog.records]
    assert sum("Error after" in line for line in lines) == 1
    assert "200 in" in lines[-1] and lines[-1].endswith(", retry 1")


def test_read_returns_nothing_of_a_broken_body(
    caller: Caller, wire: Serve, no_waiting: list[float]
) -> None:
    server = wire(ends_after(LARGE[:-9]), sends(LARGE))
    assert caller.run(server.url, Caller.download) == b"x" * 70_000


@pytest.mark.parametrize("job", [pieces, raw_pieces])
def test_downloads_with_a_byte_are_not_requested_again(
    caller: Caller, wire: Serve, job: Any
) -> None:
    server = wire(ends_after(LARGE[:-9]), sends(LARGE))
    with pytest.raises(caller.errors.APIConnectionError):
        caller.run(server.url, job)
    assert len(server.requests) == 1


def test_a_response_of_another_kind_is_not_used(
    caller: Caller, wire: Serve, no_waiting: list[float]
) -> None:
    other = http_response(
        b"x" * 70_000, "application/octet-stream", headers="ETag: b\r\n"
    )
    server = wire(ends_after(LARGE.partition(b"x")[0]), sends(other))
    with pytest.raises(caller.errors.APIConnectionError):
        caller.run(server.url, pieces)


def test_whole_bodies_of_raw_responses(
    caller: Caller, wire: Serve, no_waiting: list[float]
) -> None:
    server = wire(ends_after(HALF), GOOD)

    async def job(caller: Caller) -> Any:
        completions = caller.client.chat.completions
        manager = completions.with_streaming_response.retrieve("x")
        if caller.kind == "sync":
            with manager as response:
                return response.parse()
        async with manager as response:
            return await response.parse()

    assert caller.run(server.url, job).id == "c"
    assert len(server.requests) == 2


REQUEST_ID = "x-request-id: r-1\r\n"
STREAM_HEAD = (
    f"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\n{REQUEST_ID}"
    "Transfer-Encoding: chunked\r\n\r\n"
).encode()
BROKEN_JSON = http_response(COMPLETION, headers=REQUEST_ID, length=len(COMPLETION) + 10)
BROKEN_FILE = http_response(b"x", "image/png", headers=REQUEST_ID, length=100_000)


@pytest.mark.parametrize(
    ("job", "sent"),
    [
        (Caller.json, BROKEN_JSON),
        (Caller.download, BROKEN_FILE),
        (Caller.items, STREAM_HEAD + b"%x\r\n%b\r\n" % (len(ITEM), ITEM)),
        (Caller.items, STREAM_HEAD + b"7\r\ndata: {\r\n0\r\n\r\n"),
    ],
    ids=["json", "download", "stream", "incomplete event"],
)
@pytest.mark.parametrize("ending", [ends_after, silent_after])
@longer_if_late
def test_the_error_has_the_request_id(
    caller: Caller,
    wire: Serve,
    job: Callable[[Caller], Any],
    sent: bytes,
    ending: Callable[[bytes], Act],
    factor: int,
) -> None:
    server = wire(ending(sent))
    with pytest.raises(caller.errors.APIConnectionError) as caught:
        caller.run(server.url, job, max_retries=0, timeout=0.2 * factor)
    assert caught.value.request_id == "r-1"
