"""The setting `ignore`: diagnostics that are accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..suggestions import did_you_mean

KEYS = ("code", "place", "reason", "until")
_REQUIRED = ("code", "reason")


@dataclass(frozen=True, slots=True)
class Ignored:
    """Warnings and notes that are not reported.

    Args:
        code: code of the diagnostics.
        reason: why they are accepted.
        place: pattern of their places, such as `openapi.yaml#/paths/*`; `*` stands for
            any characters. Default: every place.
        until: last day on which they are ignored. Default: no end.
    """

    code: str
    reason: str
    place: str = "*"
    until: dt.date | None = None


def check_ignored(value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the problems of the setting: the path inside of it, and a message."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        yield (
            (),
            (
                "'ignore' must be an array of tables; begin each entry with "
                "[[tool.oasmith.ignore]]"
            ),
        )
        return
    for position, item in enumerate(value):
        for key in _REQUIRED:
            if key not in item:
                yield (position,), f"an entry of 'ignore' needs {key!r}"
        for key, content in item.items():
            if message := _check_key(key, content):
                yield (position, key), message


def _check_key(key: str, value: Any) -> str:
    """Return what is wrong with a key of an entry, `""` if it is valid."""
    if key not in KEYS:
        suggestion = did_you_mean(key, KEYS)
        suffix = f"; {suggestion}" if suggestion else f"; keys: {', '.join(KEYS)}"
        return f"an entry of 'ignore' has no setting {key!r}{suffix}"
    if key == "until":
        is_date = isinstance(value, dt.date)
        if not is_date or isinstance(value, dt.datetime):
            return "'until' must be a date without quotation marks: 2027-06-30"
        return ""
    if not isinstance(value, str) or not value.strip():
        return f"{key!r} must be a non-empty string"
    return ""
