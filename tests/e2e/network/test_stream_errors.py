"""Errors of streams whose status code is 200."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.faults.conftest import Caller
from tests.e2e.faults.wire import ITEM, Wire, http_response, sends, stream

KIND = "A stream with status code 200 contains an error, or is not a stream."
RESULT = (
    "The exception has the class of the status code that the error names, such as"
    " `RateLimitError`, with the request ID and the body. A body that is not a stream,"
    " such as an HTML page of a proxy, raises `APIResponseValidationError` with its"
    " media type."
)

Serve = Callable[..., Wire]


def failure(caller: Caller, wire: Serve, body: bytes) -> Any:
    """Return the exception that follows the first item of a stream."""
    head, *chunks = stream(ITEM, body)
    head = head.removesuffix(b"\r\n") + b"X-Request-Id: r-1\r\n\r\n"
    seen: list[str] = []
    with pytest.raises(caller.errors.APIError) as caught:
        caller.run(wire(sends(head, *chunks)).url, lambda each: each.collect(seen))
    assert seen == ["a"]
    return caught.value


@pytest.mark.parametrize(
    ("error", "name", "status"),
    [
        ({"error": {"code": "rate_limit_exceeded", "message": "m"}}, "RateLimitError", 429),
        ({"error": {"type": "rate_limit_error", "message": "m"}}, "RateLimitError", 429),
        ({"error": {"code": 429, "message": "m", "status": "X"}}, "RateLimitError", 429),
        ({"error": {"code": None, "status": "RESOURCE_EXHAUSTED", "message": "m"}}, "RateLimitError", 429),
        ({"error": {"message": "m"}, "status_code": "429"}, "RateLimitError", 429),
        ({"type": "error", "status": 401, "message": "m"}, "AuthenticationError", 401),
        ({"error": {"type": "invalid_request_error", "message": "m"}}, "BadRequestError", 400),
        ({"error": {"type": "overloaded_error", "message": "m"}}, "InternalServerError", 529),
        ({"error": {"code": 418, "message": "m"}}, "APIStatusError", 418),
        ({"error": {"type": "odd", "code": 7, "message": "m"}}, "APIError", None),
        ({"error": {"status": float("nan"), "code": [], "message": "m"}}, "APIError", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("prefix", [b"", b"event: error\n"])
def test_class_of_reported_errors(
    caller: Caller, wire: Serve, error: Any, name: str, status: int, prefix: bytes
) -> None:
    data = json.dumps(error)
    caught = failure(caller, wire, prefix + f"data: {data}\n\n".encode())
    assert type(caught).__name__ == name
    assert getattr(caught, "status_code", None) == status
    assert (caught.message, caught.request_id) == ("m", "r-1")
    assert json.dumps(caught.parsed) == data
    inner = error["error"] if list(error) == ["error"] else error
    assert json.dumps(caught.body) == json.dumps(inner)
    copied = pickle.loads(pickle.dumps(caught))
    assert getattr(copied, "status_code", None) == status
    assert (copied.request_id, str(copied)) == ("r-1", "m")


@pytest.mark.parametrize(
    "data", ["", "busy", "[]", "[1]", "null", "7", '"rate_limit_error"', "{}", "[" * 9999]
)  # fmt: skip
def test_error_events_of_any_shape(caller: Caller, wire: Serve, data: str) -> None:
    caught = failure(caller, wire, f"event: error\ndata: {data}\n\n".encode())
    assert caught.message and caught.request_id == "r-1"


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (b"<!DOCTYPE html><html><p>Sign in: now</html>", "text/html; charset=utf-8"),
        (b"\n\n<html>", "text/html"),
        (b"upstream connect error: reset", "text/plain"),
        (b"no", "text/plain"),
        (b"<html>" + b"x" * 200_000, "text/html"),
        (b"\x89PNG", "image/png"),
    ],
)
def test_bodies_that_are_not_streams(
    caller: Caller, wire: Serve, body: bytes, media: str
) -> None:
    server = wire(sends(http_response(body, media, headers="X-Request-Id: r\r\n")))
    expected = f"got {media.partition(';')[0]}"
    with pytest.raises(
        caller.errors.APIResponseValidationError, match=expected
    ) as caught:
        caller.run(server.url, Caller.items)
    assert caught.value.request_id == "r"
    assert body.decode("utf-8", "replace").startswith(caught.value.body[:1000])
    assert len(caught.value.body) < 150_000


@pytest.mark.parametrize(
    "media", ["text/plain", "application/octet-stream", "text/html"]
)
@pytest.mark.parametrize("start", [b"", b"\n", b": hello\n\n", b"\xef\xbb\xbf"])
def test_streams_with_another_media_type(
    caller: Caller, wire: Serve, media: str, start: bytes
) -> None:
    head, *chunks = stream(start, ITEM[:2], ITEM[2:], b"data: [DONE]\n\n")
    head = head.replace(b"text/event-stream", media.encode())
    chunks = [each for each in chunks if each != b"0\r\n\r\n"] + [b"0\r\n\r\n"]
    server = wire(sends(head, *chunks, pause=0.01))
    assert caller.run(server.url, Caller.items) == ["a"]
