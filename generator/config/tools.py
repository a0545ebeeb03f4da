"""Validation of the setting `tools`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..suggestions import did_you_mean
from .problems import Problem

_STRINGS = ("argument", "call_name", "call_arguments")
_PATHS = ("schema", "name", "description", "calls")
_KEYS = (*_STRINGS, *_PATHS, "constants", "where")


def check_tools(entry: str, value: Any) -> Iterator[Problem]:
    """Yield the problems of an entry of `tools`."""
    if value is False:
        return
    if not isinstance(value, dict) or not value:
        yield Problem((), f"{entry} must be false or a table with a setting")
        return
    for key, item in value.items():
        if key not in _KEYS:
            suggestion = did_you_mean(key, _KEYS)
            hint = f"; {suggestion}" if suggestion else ""
            yield Problem((key,), f"{entry} has no setting {key!r}{hint}")
        elif message := _find_problem(key, item):
            yield Problem((key,), f"{entry}.{key} {message}")
    for key in ("schema", "name"):
        if ("schema" in value) != ("name" in value) and key not in value:
            yield Problem((), f"{entry} needs `{key}`, too")


def _find_problem(key: str, value: Any) -> str:
    """Return what is wrong with a value, `""` if it is valid."""
    if key == "constants":
        return "" if isinstance(value, dict) else "must be a table"
    if key == "where":
        pairs = value.items() if isinstance(value, dict) else ()
        is_pair = len(pairs) == 1 and all(isinstance(item, str) for _, item in pairs)
        return "" if is_pair else "must be a table of one key and a string"
    if _is_key(value):
        return ""
    if key in _STRINGS:
        return "must be a string"
    is_list = isinstance(value, list) and bool(value) and all(map(_is_key, value))
    return "" if is_list else "must be a list of strings"


def _is_key(value: Any) -> bool:
    return isinstance(value, str) and bool(value)
