"""Faults of networks and servers: each causes an exception or the correct result.

Nothing hangs, no item is lost or repeated, and the client remains usable.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from email.utils import formatdate

import httpx2
import pytest

from tests.e2e.faults.conftest import Caller
from tests.e2e.faults.wire import (
    COMPLETION,
    GOOD,
    GZIP,
    ITEM,
    Act,
    Wire,
    drips,
    ends_after,
    http_response,
    resets_after,
    sends,
    silent_after,
    stream,
)
from tests.patience import longer_if_late

pytestmark = pytest.mark.slow

Serve = Callable[..., Wire]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
WHOLE = http_response(COMPLETION)
PART = http_response(COMPLETION)[:-5]
LARGE = http_response(b"x" * 50_000, "application/octet-stream")


def test_connection_refused(
    caller: Caller, refused: str, no_waiting: list[float]
) -> None:
    with pytest.raises(caller.errors.APIConnectionError):
        caller.run(refused, Caller.json)
    assert len(no_waiting) == 2


def timeout_for(fault: str, factor: int) -> float:
    """Return the timeout in seconds, which is short for a server that is silent."""
    return 0.3 * factor if "silent" in fault or "Timeout" in fault else 60


BEFORE: dict[str, Act] = {
    "closed before the response": ends_after(),
    "reset before the response": resets_after(),
    "closed in the middle of headers": ends_after(HEAD),
    "reset in the middle of headers": resets_after(HEAD),
    "silent": silent_after(),
    "silent in the middle of headers": silent_after(HEAD),
    "not HTTP": ends_after(b"\x15\x03\x01\x00\x02\x02\x0a\r\n\r\n"),
    "huge headers": ends_after(HEAD + b"X-Large: " + b"x" * 300_000 + b"\r\n\r\n"),
}


@pytest.mark.parametrize("fault", BEFORE)
@longer_if_late
def test_faults_before_the_response_are_retried(
    caller: Caller, wire: Serve, no_waiting: list[float], fault: str, factor: int
) -> None:
    server = wire(BEFORE[fault], GOOD)
    timeout = timeout_for(fault, factor)
    assert caller.run(server.url, Caller.json, timeout=timeout).id == "c"
    assert len(server.requests) == 2
    server = wire(BEFORE[fault])
    with pytest.raises(caller.errors.APIConnectionError) as caught:
        caller.run(server.url, Caller.json, timeout=timeout, max_retries=1)
    assert len(server.requests) == 2
    timed_out = isinstance(caught.value, caller.errors.APITimeoutError)
    assert timed_out == fault.startswith("silent")
    assert "sk-test" not in str(caught.value)
    # With a reason.
    assert timed_out or str(caught.value).startswith("Connection error: ")


WITHIN: dict[str, tuple[Act, str]] = {
    "closed in the middle of the body": (ends_after(PART), "APIConnectionError"),
    "reset in the middle of the body": (resets_after(PART), "APIConnectionError"),
    "silent in the middle of the body": (silent_after(PART), "APITimeoutError"),
    "a length too large": (
        ends_after(http_response(COMPLETION, length=999)),
        "APIConnectionError",
    ),
    "a length too small": (
        ends_after(http_response(COMPLETION, length=9)),
        "APIResponseValidationError",
    ),
    "truncated JSON": (
        sends(http_response(COMPLETION[:-4])),
        "APIResponseValidationError",
    ),
    "another type": (
        sends(http_response(b"<html>Welcome</html>", "text/html")),
        "APIResponseValidationError",
    ),
    "invalid gzip": (
        sends(http_response(b"no gzip at all", headers="Content-Encoding: gzip\r\n")),
        "APIResponseValidationError",
    ),
    "corrupt gzip": (
        sends(
            http_response(GZIP[:20] + b"\0" * 9, headers="Content-Encoding: gzip\r\n")
        ),
        "APIResponseValidationError",
    ),
    "truncated gzip": (
        sends(http_response(GZIP[:-12], headers="Content-Encoding: gzip\r\n")),
        "APIResponseValidationError",
    ),
    "broken chunks": (
        ends_after(HEAD + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n"),
        "APIConnectionError",
    ),
}


@pytest.mark.parametrize("fault", WITHIN)
@longer_if_late
def test_faults_within_the_response(
    caller: Caller, wire: Serve, fault: str, factor: int
) -> None:
    act, kind = WITHIN[fault]
    server = wire(act, GOOD)

    async def job(caller: Caller) -> None:
        with pytest.raises(caller.errors.APIError) as caught:
            await caller.json(max_retries=0)
        assert type(caught.value).__name__ == kind
        assert len(server.requests) == 1
        # Later calls are not affected.
        assert (await caller.json()).id == "c"

    caller.run(server.url, job, timeout=timeout_for(fault, factor))


def test_a_truncated_gzip_download_is_detected(caller: Caller, wire: Serve) -> None:
    whole = gzip.compress(bytes(range(256)) * 400)
    headers = "Content-Encoding: gzip\r\n"
    kind = "application/octet-stream"
    server = wire(
        sends(http_response(whole[:-30], kind, headers=headers)),
        sends(http_response(whole, kind, headers=headers)),
    )

    async def job(caller: Caller) -> None:
        with pytest.raises(caller.errors.APIError):
            await caller.download()
        assert await caller.download() == bytes(range(256)) * 400

    caller.run(server.url, job)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (ends_after(LARGE[:-9]), "APIConnectionError"),
        (resets_after(LARGE[:-9]), "APIConnectionError"),
        (silent_after(LARGE[:-9]), "APITimeoutError"),
    ],
)
@longer_if_late
def test_interrupted_downloads(
    caller: Caller, wire: Serve, act: Act, kind: str, factor: int
) -> None:
    server = wire(act, sends(LARGE))

    async def job(caller: Caller) -> None:
        with pytest.raises(caller.errors.APIConnectionError) as caught:
            await caller.download()
        assert type(caught.value).__name__ == kind
        assert await caller.download() == b"x" * 50_000

    caller.run(server.url, job, timeout=timeout_for(kind, factor), max_retries=0)


STREAMS: dict[str, tuple[Act, str]] = {
    "reset": (resets_after(*stream(ITEM, ITEM, end=False)), "APIConnectionError"),
    "ended": (ends_after(*stream(ITEM, ITEM, end=False)), "APIConnectionError"),
    "ended in the middle of an event": (
        sends(*stream(ITEM, ITEM, b'data: {"id')),
        "APIConnectionError",
    ),
    "silent": (silent_after(*stream(ITEM, ITEM, end=False)), "APITimeoutError"),
    "not JSON": (
        sends(*stream(ITEM, ITEM, b"data: {oops}\n\n")),
        "APIResponseValidationError",
    ),
    "broken chunks": (
        ends_after(*stream(ITEM, ITEM, end=False), b"xyz\r\n"),
        "APIConnectionError",
    ),
}


@pytest.mark.parametrize("fault", STREAMS)
@longer_if_late
def test_interrupted_streams(
    caller: Caller, wire: Serve, fault: str, factor: int
) -> None:
    act, kind = STREAMS[fault]
    server = wire(act, sends(*stream(ITEM, b"data: [DONE]\n\n")))

    async def job(caller: Caller) -> None:
        seen: list[str] = []
        with pytest.raises(caller.errors.APIError) as caught:
            await caller.collect(seen)
        assert type(caught.value).__name__ == kind
        assert seen == ["a", "a"] and len(server.requests) == 1
        assert await caller.items() == ["a"]

    caller.run(server.url, job, timeout=timeout_for(fault, factor))


def test_a_stream_that_fails_before_it_starts_is_retried(
    caller: Caller, wire: Serve, no_waiting: list[float]
) -> None:
    server = wire(
        sends(http_response(b"", status=503)), resets_after(), sends(*stream(ITEM))
    )
    assert caller.run(server.url, Caller.items) == ["a"]
    assert len(server.requests) == 3


DATE = formatdate(4_000_000_000, usegmt=True)


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [
        ("Retry-After: 7", 7, 7),
        ("Retry-After: 0.5", 0.5, 0.5),
        ("retry-after-ms: 1500", 1.5, 1.5),
        ("retry-after-ms: 1500\r\nRetry-After: 9", 1.5, 1.5),
        ("Retry-After: Sun, 06 Nov 1994 08:49:37 GMT", 0.375, 0.5),
        ("Retry-After: -1", 0.375, 0.5),
        ("Retry-After: soon", 0.375, 0.5),
        ("Retry-After: ", 0.375, 0.5),
        ("Retry-After: nan", 0.375, 0.5),
        ("Retry-After: \xff", 0.375, 0.5),
    ],
)
def test_429_with_each_kind_of_retry_after(
    caller: Caller,
    wire: Serve,
    no_waiting: list[float],
    header: str,
    least: float,
    most: float,
) -> None:
    response = http_response(b"{}", status=429, headers="").replace(
        b"Content-Length", header.encode("latin-1") + b"\r\nContent-Length"
    )
    server = wire(sends(response), GOOD)
    assert caller.run(server.url, Caller.json).id == "c"
    (waited,) = no_waiting
    assert least <= waited <= most


@pytest.mark.parametrize("header", [f"Retry-After: {DATE}", "Retry-After: 3600"])
def test_no_retry_before_the_time_that_the_server_demands(
    caller: Caller, wire: Serve, header: str
) -> None:
    server = wire(
        sends(http_response(b"{}", status=429, headers=f"{header}\r\n")), GOOD
    )
    with pytest.raises(caller.errors.RateLimitError):
        caller.run(server.url, Caller.json)
    assert len(server.requests) == 1


def test_503_five_times(caller: Caller, wire: Serve, no_waiting: list[float]) -> None:
    busy = sends(http_response(b"busy", "text/plain", 503))
    server = wire(*[busy] * 5, GOOD)
    assert caller.run(server.url, Caller.json, max_retries=5).id == "c"
    assert [round(seconds) for seconds in no_waiting[3:]] in ([3, 7], [4, 7], [3, 8], [4, 8], [3, 6], [4, 6])  # fmt: skip
    # All over one connection: a response is read, and leaves nothing behind.
    assert len(server.requests) == 6
    server = wire(busy)
    with pytest.raises(caller.errors.APIStatusError, match="503 X: busy"):
        caller.run(server.url, Caller.json)
    assert len(server.requests) == 3


def redirect(to: str) -> Act:
    return sends(http_response(b"", status=307, headers=f"Location: {to}\r\n"))


def test_circular_redirects_end(caller: Caller, wire: Serve) -> None:
    server = wire(redirect("/again"))
    with pytest.raises(caller.errors.APIConnectionError, match="redirects"):
        caller.run(server.url, Caller.json)
    assert 20 <= len(server.requests) <= 22


def test_circular_redirects_release_their_connection(
    caller: Caller, wire: Serve
) -> None:
    server = wire(redirect("/again"))
    kind = httpx2.Client if caller.kind == "sync" else httpx2.AsyncClient
    http = kind(limits=httpx2.Limits(max_connections=1))

    async def twice(caller: Caller) -> None:
        for _ in range(2):
            with pytest.raises(caller.errors.APIConnectionError, match="redirects"):
                await caller.json()

    caller.run(server.url, twice, http_client=http, timeout=20, max_retries=0)


@pytest.mark.parametrize(
    "location", ["http://", "http:///a", "http:a", "ftp://x/", "http://[::1"]
)
def test_redirects_to_invalid_urls(
    caller: Caller, wire: Serve, no_waiting: list[float], location: str
) -> None:
    server = wire(redirect(location))
    with pytest.raises(caller.errors.APIError):
        caller.run(server.url, Caller.json)
    assert len(server.requests) <= 3


def test_no_credential_reaches_another_host(caller: Caller, wire: Serve) -> None:
    other = wire(GOOD)
    server = wire(redirect(other.url + "/there"))
    headers = {"X-Key": "h-test", "Cookie": "c=c-test"}
    completion = caller.run(
        server.url, Caller.json, default_headers=headers, organization="o-test"
    )
    assert completion.id == "c"
    (sent,), (crossed,) = server.requests, other.requests
    assert sent.count(b"-test") == 4
    assert b"-test" not in crossed


def test_large_headers(caller: Caller, wire: Serve) -> None:
    headers = "".join(f"Set-Cookie: a{n}={'x' * 900}\r\n" for n in range(50))
    server = wire(sends(http_response(COMPLETION, headers=headers)))
    assert caller.run(server.url, Caller.json).id == "c"


def test_a_slow_drip(caller: Caller, wire: Serve) -> None:
    server = wire(drips(WHOLE))
    assert caller.run(server.url, Caller.json).id == "c"
    server = wire(drips(b"".join(stream(ITEM, ITEM[:9], ITEM[9:]))))
    assert caller.run(server.url, Caller.items) == ["a", "a"]


def test_megabytes_in_one_event(caller: Caller, wire: Serve) -> None:
    large = b'data: {"text": "%b"}\n\n' % (b"x" * 3_000_000)
    server = wire(sends(b"".join(stream(large, ITEM))))
    items = caller.run(server.url, Caller.items, timeout=60)
    assert [len(item) for item in items] == [3_000_000, 1]


def test_thousands_of_tiny_chunks(caller: Caller, wire: Serve) -> None:
    body = ITEM * 200
    pieces = stream(*(body[i : i + 1] for i in range(len(body))))
    server = wire(sends(b"".join(pieces)))
    assert caller.run(server.url, Caller.items, timeout=60) == ["a"] * 200
