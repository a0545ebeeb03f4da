"""Validation of the setting `structured`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..suggestions import did_you_mean
from .package_names import is_name
from .problems import Problem

_PATHS = ("argument", "schema", "name", "text", "parsed", "reason")
_KEYS = (*_PATHS, "constants", "where", "refusal", "incomplete")
_REQUIRED = ("argument", "schema", "text", "parsed")


def check_structured(entry: str, value: Any) -> Iterator[Problem]:
    """Yield the problems of an entry of `structured`."""
    if not isinstance(value, dict):
        yield Problem((), f"{entry} must be a table")
        return
    missing = [key for key in _REQUIRED if key not in value]
    if missing:
        yield Problem((), f"{entry} needs `{missing[0]}`")
    for key, item in value.items():
        if key not in _KEYS:
            suggestion = did_you_mean(key, _KEYS)
            hint = f"; {suggestion}" if suggestion else ""
            yield Problem((key,), f"{entry} has no setting {key!r}{hint}")
        elif message := _find_problem(key, item):
            yield Problem((key,), f"{entry}.{key} {message}")
    if "incomplete" in value and "reason" not in value:
        message = "needs `reason`, the path of these values; add it, or remove this"
        yield Problem(("incomplete",), f"{entry}.incomplete {message}")
    if not missing:
        yield from _check_paths(entry, value)


def _find_problem(key: str, value: Any) -> str:
    """Return what is wrong with a value, `""` if it is valid."""
    if key == "constants":
        return "" if isinstance(value, dict) else "must be a table"
    if key == "where":
        pairs = value.items() if isinstance(value, dict) else ()
        is_pair = len(pairs) == 1 and all(isinstance(item, str) for _, item in pairs)
        return "" if is_pair else "must be a table of one key and a string"
    if key == "refusal":
        return "" if isinstance(value, str) and value else "must be a string"
    if not _is_list(value) and not (key in _PATHS and isinstance(value, str) and value):
        return "must be a list of strings"
    return ""


def _is_list(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(item, str) and item for item in value)
    )


def _check_paths(entry: str, table: dict[str, Any]) -> Iterator[Problem]:
    """Yield the problems of paths that do not belong together."""
    parsed, text = (
        [value] if isinstance(value, str) else value
        for value in (table["parsed"], table["text"])
    )
    if not _is_list(parsed) or not _is_list(text):
        return
    attribute = parsed[-1]
    if not is_name(attribute) or attribute.startswith("_"):
        yield Problem(("parsed",), f"{entry}.parsed: {attribute!r} is not an attribute")
    if text[: len(parsed) - 1] != parsed[:-1] or len(text) < len(parsed):
        yield Problem(
            ("parsed",), f"{entry}.parsed must be in an object on the path of `text`"
        )
    if "[]" in parsed[-1:] + text[-1:]:
        yield Problem(("text",), f"{entry}.text must end in a key")
