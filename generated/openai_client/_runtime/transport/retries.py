"""When a request is sent again, and after how long: rules without clock or chance.

The rules are those that users of API clients know: connection errors, timeouts, 408,
409, 429 and 5xx are tried again; the server has its say by `x-should-retry`,
`retry-after-ms` and `retry-after`; otherwise the wait doubles from half a second to
eight, less up to a quarter by chance.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_DELAY: Final = 0.5
LONGEST_DELAY: Final = 8.0
LONGEST_OBEYED: Final = 120.0
JITTER: Final = 0.25
_STATUSES: Final = frozenset((408, 409, 429))


def is_retryable(status: int, headers: Mapping[str, str]) -> bool:
    """Whether an answer with this status is worth another request.

    Args:
        status: The HTTP status.
        headers: Its headers, names in any case that the mapping forgives.
    """
    if status < 400:
        return False
    wish = headers.get("x-should-retry")
    if wish == "true":
        return True
    if wish == "false":
        return False
    return status in _STATUSES or status >= 500


def requested_delay(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds that the server asks to wait, if it does.

    Args:
        headers: The answer's headers.
        now: The time, in seconds since the epoch, for `retry-after` as a date
            (RFC 9110, 10.2.3).
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after")
    seconds = _number(text)
    if seconds is not None or text is None:
        return seconds
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(text)
        # A date without a zone, as `asctime` writes it, is one of UTC, not of here.
        return date.replace(tzinfo=date.tzinfo or UTC).timestamp() - now
    except (ValueError, OverflowError):
        return None


def delay(
    attempt: int, headers: Mapping[str, str] | None, now: float, chance: float
) -> float:
    """The seconds to wait before the next attempt.

    Args:
        attempt: How many attempts were made before the one that failed.
        headers: The answer's headers; `None` if there was no answer.
        now: The time, in seconds since the epoch.
        chance: A number from 0 to 1.
    """
    asked = None if headers is None else requested_delay(headers, now)
    if asked is not None and 0 < asked <= LONGEST_OBEYED:
        return asked
    # The exponent is bounded: 2.0 ** 1100 is an OverflowError.
    backoff = min(FIRST_DELAY * 2.0 ** min(attempt, 16), LONGEST_DELAY)
    return backoff * (1 - JITTER * chance)


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if isfinite(number) else None
