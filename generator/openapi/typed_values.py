"""Values that do not have the type of their schema."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..source import Location
from .written import written_text

_INTEGER = re.compile(r"-?\d{1,18}", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)


def has_type(value: object, types: Iterable[str]) -> bool:
    """Return whether a value other than null has one of the JSON types."""
    match value:
        case bool():
            own = {"boolean"}
        case int():
            own = {"integer", "number"}
        case float():
            own = {"integer", "number"} if value.is_integer() else {"number"}
        case str():
            own = {"string", "file"}
        case list():
            own = {"array"}
        case dict():
            own = {"object"}
        case _:
            return True
    return not own.isdisjoint(types)


def read_as(value: Any, types: tuple[str, ...], where: Location) -> Any:
    """Return a value as a value of the first type that has its text.

    In YAML, values are often not quoted, or quoted needlessly: `type: string` with
    `enum: [1.10, 2]` means `"1.10"` and `"2"`. A value without such a type remains.

    Args:
        value: The value.
        types: JSON types of its schema.
        where: Location of the value.
    """
    if type(value) is float and "integer" in types and value.is_integer():
        return int(value)
    if not types or has_type(value, types) or isinstance(value, list | dict):
        return value
    text = value if isinstance(value, str) else written_text(value, where)
    for name in types:
        if name == "string":
            return text
        if name == "boolean" and text in ("true", "false"):
            return text == "true"
        if name == "integer" and _INTEGER.fullmatch(text):
            return int(text)
        if name == "number" and (match := _NUMBER.fullmatch(text)):
            return float(text) if match[1] else int(text)
    return value
