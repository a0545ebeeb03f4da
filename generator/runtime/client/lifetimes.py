"""Lifetimes of tokens and codes (RFC 6749, 5.1 and RFC 8628, 3.2)."""

from __future__ import annotations

from math import isfinite


def read_seconds(value: object) -> float | None:
    """Return a number of seconds, which some servers send as a string; else `None`."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    return seconds if isfinite(seconds) and seconds >= 0 else None
