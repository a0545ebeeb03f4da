"""Validation of settings that a client and a single call have in common."""

from __future__ import annotations

from typing import Any, Final

from .limits import ResponseLimits

# A longer time, which sockets do not accept, is the same as none.
_FOREVER: Final = 1e9


def validate_max_retries(number: Any) -> int:
    """Return `max_retries` if it is valid.

    Raises:
        ValueError: The value is negative or not an integer.
    """
    if not isinstance(number, int) or number < 0:
        raise ValueError(f"max_retries must be an integer of 0 or more, not {number!r}")
    return number


def validate_total_timeout(seconds: Any) -> float | None:
    """Return `total_timeout` if it is valid; `None` if it is infinite.

    Raises:
        ValueError: The value is not a positive number.
    """
    if seconds is None:
        return None
    if not _is_number(seconds) or not seconds > 0:
        raise ValueError(
            f"total_timeout must be a positive number of seconds, not {seconds!r}"
        )
    return float(seconds) if seconds < _FOREVER else None


def validate_limits(limits: Any) -> ResponseLimits:
    """Return the limits of responses if they are valid.

    Raises:
        TypeError: The value is not a `ResponseLimits`.
        ValueError: One of the limits is not a positive number.
    """
    if not isinstance(limits, ResponseLimits):
        raise TypeError(
            f"response_limits must be a ResponseLimits, not {type(limits).__name__}"
        )
    for name, limit in limits._asdict().items():
        is_optional = name != "min_expanded_bytes"
        if not (limit is None and is_optional) and not (
            _is_number(limit) and limit > 0
        ):
            none = " or None" if is_optional else ""
            raise ValueError(f"{name} must be a positive number{none}, not {limit!r}")
    return limits


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
