"""Validation of settings that a client and a single call have in common."""

from __future__ import annotations

from typing import Any


def validate_max_retries(number: Any) -> int:
    """Return `max_retries` if it is valid.

    Raises:
        ValueError: The value is negative or not an integer.
    """
    if not isinstance(number, int) or number < 0:
        raise ValueError(f"max_retries must be an integer of 0 or more, not {number!r}")
    return number
