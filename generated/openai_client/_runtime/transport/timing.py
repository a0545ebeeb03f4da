"""Deadlines of calls, and delays between retries.

Asynchronous clients cancel whatever waits at the deadline. Synchronous clients limit the
timeout of each read and write of a socket, and check the time between the chunks of a body.

Connection errors, timeouts, and the statuses 408, 409, 429 and 5xx are retried. The server
overrides this by the headers `x-should-retry`, `retry-after-ms` and `retry-after`.
Otherwise the delay doubles from 0.5 to 8 seconds, minus a random part of up to a quarter.
The caller provides the time and random numbers.
"""

from __future__ import annotations

import time
from contextlib import aclosing
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

import httpx2

from ..api.arguments import Remaining

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Iterator, Mapping

# Size in bytes of the parts in which a request body is written before a deadline.
_WRITE_SIZE: Final = 65536


async def finish_before(
    deadline: float, sending: Awaitable[httpx2.Response]
) -> httpx2.Response:
    """Return the response of a request that an asynchronous client sends.

    Args:
        deadline: The deadline in seconds of the monotonic clock.
        sending: The request.

    Raises:
        httpx2.ReadTimeout: There is no response before the deadline.
    """
    from anyio import move_on_after

    with move_on_after(max(deadline - time.monotonic(), 0.0)):
        return await sending
    raise httpx2.ReadTimeout("")


def end_body_at(response: httpx2.Response, deadline: float) -> None:
    """Make a response whose body is unread raise `httpx2.ReadTimeout` after a deadline."""
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _AsyncBody(response.stream, deadline)
    else:
        response.stream = _Body(response.stream, deadline)


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        _check(self._deadline)
        for chunk in self._stream:
            yield chunk
            _check(self._deadline)

    def close(self) -> None:
        self._stream.close()


class _AsyncBody(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        from anyio import move_on_after

        chunks: Any = aiter(self._stream)
        async with aclosing(chunks):
            while True:
                chunk: bytes | None = None
                with move_on_after(_check(self._deadline)) as scope:
                    chunk = await anext(chunks, None)
                if scope.cancelled_caught:
                    raise httpx2.ReadTimeout("")
                if chunk is None:
                    return
                yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


def _check(deadline: float) -> float:
    """Return the seconds until a deadline.

    Raises:
        httpx2.ReadTimeout: It has passed.
    """
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpx2.ReadTimeout("")
    return left


class TimedBackend:
    """A synchronous network backend that applies deadlines to each read and write.

    Args:
        backend: The network backend of httpcore2.
    """

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def __getattr__(self, name: str) -> Any:
        return getattr(self._backend, name)

    def connect_tcp(self, *arguments: Any, **options: Any) -> Any:
        """Connect by TCP."""
        return TimedStream(self._backend.connect_tcp(*arguments, **options))


class TimedStream:
    """A connection whose timeouts can be `Remaining`.

    Args:
        stream: The network stream of httpcore2.
    """

    __slots__ = ("_stream",)

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        """Read at most a number of bytes."""
        if isinstance(timeout, Remaining):
            timeout = min(timeout, _check(timeout.deadline))
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all bytes."""
        if not isinstance(timeout, Remaining):
            self._stream.write(buffer, timeout)
            return
        # The timeout applies to each part that the socket accepts.
        for start in range(0, len(buffer), _WRITE_SIZE):
            left = _check(timeout.deadline)
            self._stream.write(buffer[start : start + _WRITE_SIZE], min(timeout, left))

    def start_tls(self, *arguments: Any, **options: Any) -> TimedStream:
        """Return a connection by TLS."""
        return TimedStream(self._stream.start_tls(*arguments, **options))


FIRST_DELAY: Final = 0.5
MAX_DELAY: Final = 8.0
MAX_REQUESTED_DELAY: Final = 120.0
JITTER: Final = 0.25
_STATUSES: Final = frozenset((408, 409, 429))


def is_retryable(status: int, headers: Mapping[str, str]) -> bool:
    """Return whether a request is retried after a response.

    Args:
        status: The HTTP status code.
        headers: The response headers.
    """
    if status < 400:
        return False
    should_retry = headers.get("x-should-retry")
    if should_retry == "true":
        return True
    if should_retry == "false":
        return False
    return status in _STATUSES or status >= 500


def requested_delay(headers: Mapping[str, str], now: float) -> float | None:
    """Return the delay in seconds that the server requests, or `None`.

    Args:
        headers: The response headers.
        now: The time in seconds since the epoch, for a `retry-after` that is a date
            (RFC 9110, 10.2.3).
    """
    milliseconds = _parse_number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = _parse_number(value)
    if seconds is not None or value is None:
        return seconds
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(value)
        # A date without a time zone, in the format of `asctime`, is in UTC.
        return date.replace(tzinfo=date.tzinfo or UTC).timestamp() - now
    except (ValueError, OverflowError):
        return None


def accepted_delay(headers: Mapping[str, str], now: float) -> float | None:
    """Return the delay that the server requests if it is positive and at most 120 seconds.

    Args:
        headers: The response headers.
        now: The time in seconds since the epoch.
    """
    requested = requested_delay(headers, now)
    if requested is None or not 0 < requested <= MAX_REQUESTED_DELAY:
        return None
    return requested


def retry_delay(
    attempt: int, headers: Mapping[str, str] | None, now: float, chance: float
) -> float | None:
    """Return the seconds to wait before the next attempt; `None` if that is too long.

    Args:
        attempt: Number of attempts before the one that failed.
        headers: The response headers; `None` if there was no response.
        now: The time in seconds since the epoch.
        chance: A random number from 0 to 1.
    """
    requested = None if headers is None else requested_delay(headers, now)
    if requested is not None and requested > 0:
        return requested if requested <= MAX_REQUESTED_DELAY else None
    # The exponent is limited, because 2.0 ** 1100 raises an OverflowError.
    backoff = min(FIRST_DELAY * 2.0 ** min(attempt, 16), MAX_DELAY)
    return backoff * (1 - JITTER * chance)


def _parse_number(text: str | None) -> float | None:
    if text and "_" in text:
        # Python accepts underscores between digits.
        return None
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if isfinite(number) else None
