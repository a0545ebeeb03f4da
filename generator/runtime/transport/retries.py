"""Rules of retries; the caller provides the time and random numbers.

Connection errors, timeouts, and the statuses 408, 409, 429 and 5xx are retried. The server
overrides this by the headers `x-should-retry`, `retry-after-ms` and `retry-after`.
Otherwise the delay doubles from 0.5 to 8 seconds, minus a random part of up to a quarter.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def delay(
    attempt: int, headers: Mapping[str, str] | None, now: float, chance: float
) -> float:
    """Return the seconds to wait before the next attempt.

    Args:
        attempt: Number of attempts before the one that failed.
        headers: The response headers; `None` if there was no response.
        now: The time in seconds since the epoch.
        chance: A random number from 0 to 1.
    """
    requested = None if headers is None else accepted_delay(headers, now)
    if requested is not None:
        return requested
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
