"""Validation of the setting `stream_methods`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..suggestions import did_you_mean
from .package_names import is_name
from .problems import Problem

_KEYS = ("name", "final")


def check_stream_method(entry: str, value: Any) -> Iterator[Problem]:
    """Yield the problems of an entry of `stream_methods`."""
    if value is False:
        return
    if not isinstance(value, dict):
        yield Problem((), f"{entry} must be false or a table")
        return
    for key, item in value.items():
        if key not in _KEYS:
            suggestion = did_you_mean(key, _KEYS)
            hint = f"; {suggestion}" if suggestion else ""
            yield Problem((key,), f"{entry} has no setting {key!r}{hint}")
        elif not isinstance(item, str) or not is_name(item) or item.startswith("_"):
            yield Problem(
                (key,), f"{entry}.{key}: {item!r} is not the name of a method"
            )
