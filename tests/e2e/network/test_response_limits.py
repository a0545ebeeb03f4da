"""Responses of unlimited size do not exhaust the memory."""

from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.faults.conftest import Caller
from tests.e2e.faults.wire import ITEM, Act, Wire, http_response, sends
from tests.e2e.network.test_total_timeout import chunks, endless, lines

pytestmark = pytest.mark.slow

KIND = (
    "A response is endless: the body of an error, a line or event of a stream, or a small"
    " compressed body that expands to gigabytes."
)
RESULT = (
    "`ResponseLimits` limits the memory. Of the body of an error, 1 MiB is read, and the"
    " message says so. An item of a stream, or a line, of more than 64 MiB, and a body that"
    " expands to more than 100 times its size and 64 MiB, raise an"
    " `APIResponseValidationError` that names the limit to increase."
)

Serve = Callable[..., Wire]


def repeats(start: bytes, piece: bytes, count: int = 10**6) -> Act:
    """Return an act that sends a chunked body until the client closes the connection."""

    def act(connection: socket.socket) -> None:
        connection.sendall(start)
        chunk = b"%x\r\n%b\r\n" % (len(piece), piece)
        for _ in range(count):
            connection.sendall(chunk)

    act.ends = True  # type: ignore[attr-defined]
    return act


def limits(caller: Caller, **values: Any) -> Any:
    """Return limits of the package of a caller."""
    package = __import__(caller.errors.__name__.rpartition(".")[0])
    return package.ResponseLimits(**values)


def gzip_head(content_type: str, coding: str = "gzip") -> bytes:
    head = endless(content_type)
    return head.replace(
        b"\r\n\r\n", b"\r\nContent-Encoding: %b\r\n\r\n" % coding.encode()
    )


def bomb(levels: int, size: int = 4 * 2**20) -> bytes:
    data = b"\0" * size
    for _ in range(levels):
        data = gzip.compress(data)
    return data


def test_an_endless_error_body(caller: Caller, wire: Serve) -> None:
    start = endless("text/plain").replace(b"200 X", b"400 X")
    server = wire(repeats(start, b"e" * 10_000))
    with pytest.raises(caller.errors.BadRequestError) as caught:
        caller.run(server.url, Caller.json)
    error = caught.value
    assert error.body == "e" * 2**20 == error.response.text
    assert error.message.endswith(
        "(only the first 1048576 bytes of the response body were read)"
    )
    assert error.message.startswith("400 X: eee")


@pytest.mark.parametrize(("size", "is_cut"), [(1000, False), (1001, True)])
def test_the_size_of_an_error_body(
    caller: Caller, wire: Serve, size: int, is_cut: bool
) -> None:
    body = b'{"message": "no", "x": "' + b"x" * (size - 26) + b'"}'
    assert len(body) == size
    server = wire(sends(http_response(body, status=404, headers="x-request-id: r\r\n")))
    with pytest.raises(caller.errors.NotFoundError) as caught:
        caller.run(
            server.url,
            Caller.json,
            response_limits=limits(caller, max_error_bytes=1000),
        )
    error = caught.value
    assert ("only the first 1000 bytes" in error.message) is is_cut
    assert error.request_id == "r" and len(error.response.content) == 1000
    assert error.response.headers["content-type"] == "application/json"
    assert isinstance(error.body, str) is is_cut


def test_an_error_body_that_expands(caller: Caller, wire: Serve) -> None:
    head = gzip_head("text/plain").replace(b"200 X", b"400 X")
    data = bomb(1, 8 * 2**20)
    body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(data), data)
    with pytest.raises(caller.errors.BadRequestError) as caught:
        caller.run(wire(sends(head + body)).url, Caller.json)
    assert len(caught.value.response.content) == 2**20


@pytest.mark.parametrize(
    ("content_type", "piece"),
    [
        ("text/event-stream", b"data: " + b"x" * 1000),
        ("text/event-stream", b"data: x\n"),
        ("application/jsonl", b"[" * 1000),
    ],
)
def test_an_endless_item(
    caller: Caller, wire: Serve, content_type: str, piece: bytes
) -> None:
    server = wire(repeats(endless(content_type), piece))
    with pytest.raises(caller.errors.APIResponseValidationError) as caught:
        caller.run(
            server.url,
            Caller.items,
            response_limits=limits(caller, max_item_bytes=50_000),
        )
    assert "larger than 50000 bytes" in caught.value.message
    assert "max_item_bytes" in caught.value.message


def test_an_endless_line(caller: Caller, wire: Serve) -> None:
    server = wire(repeats(endless("text/plain"), b"x" * 1000))
    with pytest.raises(caller.errors.APIResponseValidationError, match="max_item"):
        caller.run(
            server.url, lines, response_limits=limits(caller, max_item_bytes=50_000)
        )


def test_a_stream_is_not_limited(caller: Caller, wire: Serve) -> None:
    start = endless("text/event-stream")

    def act(connection: socket.socket) -> None:
        repeats(start, ITEM + b": ping\n\n", 300)(connection)
        connection.sendall(b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")

    settings = {"response_limits": limits(caller, max_item_bytes=100)}
    assert len(caller.run(wire(act).url, Caller.items, **settings)) == 300


@pytest.mark.parametrize("job", [Caller.json, Caller.download, chunks, lines])
def test_a_body_that_expands(
    caller: Caller, wire: Serve, job: Callable[[Caller], Any]
) -> None:
    headers = "Content-Encoding: gzip\r\n"
    server = wire(sends(http_response(bomb(1), "text/plain", headers=headers)))
    with pytest.raises(caller.errors.APIResponseValidationError) as caught:
        caller.run(
            server.url,
            job,
            response_limits=limits(
                caller, max_item_bytes=None, min_expanded_bytes=2**20
            ),
        )
    assert "expands to more than 100 times its compressed size" in str(caught.value)
    assert "max_expansion_ratio" in str(caught.value)
    assert len(server.requests) == 1


def test_a_body_that_is_compressed_twice(caller: Caller, wire: Serve) -> None:
    headers = "Content-Encoding: gzip, gzip\r\n"
    data = bomb(2, 80 * 2**20)
    assert len(data) < 1000
    server = wire(sends(http_response(data, headers=headers)))
    with pytest.raises(caller.errors.APIResponseValidationError, match="expands"):
        caller.run(server.url, Caller.json)


def test_a_large_intermediate_body(caller: Caller, wire: Serve) -> None:
    # The padding of the inner coding expands; the decoded body is small.
    padded = gzip.compress(gzip.compress(b"{}") + b"\0" * (4 * 2**20))
    server = wire(
        sends(http_response(padded, headers="Content-Encoding: gzip, gzip\r\n"))
    )
    with pytest.raises(caller.errors.APIResponseValidationError, match="expands"):
        settings = {"response_limits": limits(caller, min_expanded_bytes=2**20)}
        caller.run(server.url, Caller.json, **settings)


@pytest.mark.parametrize(
    "values",
    [
        {"max_expansion_ratio": None, "min_expanded_bytes": 2**20},
        {"max_expansion_ratio": 2000, "min_expanded_bytes": 2**20},
        {"min_expanded_bytes": 2**22},
    ],
)
def test_the_limits_can_be_increased(
    caller: Caller, wire: Serve, values: dict[str, Any]
) -> None:
    headers = "Content-Encoding: deflate\r\n"
    body = zlib.compress(b"\0" * (4 * 2**20))
    server = wire(sends(http_response(body, "application/x", headers=headers)))

    async def job(caller: Caller) -> Any:
        client = caller.client.with_options(response_limits=limits(caller, **values))
        caller.client = client
        return await caller.download()

    assert len(caller.run(server.url, job)) == 4 * 2**20


def test_smaller_bodies_may_expand(caller: Caller, wire: Serve) -> None:
    body = gzip.compress(b"\0" * 2**24)
    headers = "Content-Encoding: gzip\r\n"
    server = wire(sends(http_response(body, "application/x", headers=headers)))
    assert len(caller.run(server.url, Caller.download)) == 2**24


@pytest.mark.parametrize(
    "values",
    [
        {"max_error_bytes": 0},
        {"max_item_bytes": -1},
        {"max_expansion_ratio": float("nan")},
        {"min_expanded_bytes": None},
    ],
)
def test_invalid_limits(caller: Caller, values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=f"{next(iter(values))} must be a positive"):
        caller.run(
            "http://x.test", Caller.json, response_limits=limits(caller, **values)
        )


def test_limits_of_another_type(caller: Caller) -> None:
    with pytest.raises(TypeError, match="must be a ResponseLimits, not dict"):
        caller.run("http://x.test", Caller.json, response_limits={"max_item_bytes": 1})
