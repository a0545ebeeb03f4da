"""The settings `ignore` and `changes`: diagnostics and changes that are accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ..frozen_dataclass import dataclass
from ..suggestions import did_you_mean

KEYS = {
    "ignore": ("code", "place", "reason", "until"),
    "changes": ("rule", "fingerprint", "subject", "level", "reason", "until"),
}
"""Keys of the entries of each setting."""
LEVELS = ("ignored", "info", "compatible", "warning", "breaking")
_REQUIRED = {"ignore": ("code", "reason"), "changes": ("reason",)}


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


@dataclass(frozen=True, slots=True)
class ChangeLevel:
    """The level of changes that `diff` reports.

    Args:
        reason: why they have another level.
        rule: rule of the changes; `""` if the fingerprint selects one.
        fingerprint: fingerprint of a change; `""` if the rule selects them.
        subject: pattern of their calls or types, such as `client.files.*`; `*` stands for
            any characters. Default: every one.
        level: their level, one of `LEVELS`. Default: they are not reported.
        until: last day of the level. Default: no end.
    """

    reason: str
    rule: str = ""
    fingerprint: str = ""
    subject: str = "*"
    level: str = "ignored"
    until: dt.date | None = None


def check_ignored(
    setting: str, value: Any
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the problems of a setting: the path inside of it, and a message.

    Args:
        setting: `ignore` or `changes`.
        value: the value from the TOML parser.
    """
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        yield (
            (),
            (
                f"{setting!r} must be an array of tables; begin each entry with "
                f"[[tool.oasmith.{setting}]]"
            ),
        )
        return
    for position, item in enumerate(value):
        for key in _REQUIRED[setting]:
            if key not in item:
                yield (position,), f"an entry of {setting!r} needs {key!r}"
        if setting == "changes" and ("rule" in item) == ("fingerprint" in item):
            message = "an entry of 'changes' needs either 'rule' or 'fingerprint'"
            yield (position,), message
        for key, content in item.items():
            if message := _check_key(setting, key, content):
                yield (position, key), message


def _check_key(setting: str, key: str, value: Any) -> str:
    """Return what is wrong with a key of an entry, `""` if it is valid."""
    keys = KEYS[setting]
    if key not in keys:
        suggestion = did_you_mean(key, keys)
        suffix = f"; {suggestion}" if suggestion else f"; keys: {', '.join(keys)}"
        return f"an entry of {setting!r} has no setting {key!r}{suffix}"
    if key == "level" and value not in LEVELS:
        return f"'level' must be one of {', '.join(LEVELS)}, not {value!r}"
    if key == "until":
        is_date = isinstance(value, dt.date)
        if not is_date or isinstance(value, dt.datetime):
            return "'until' must be a date without quotation marks: 2027-06-30"
        return ""
    if not isinstance(value, str) or not value.strip():
        return f"{key!r} must be a non-empty string"
    return ""
