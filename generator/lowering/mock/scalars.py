"""Scalar example values, and limits of the size of examples."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeGuard

from ...model.types import JsonScalar, JsonValue, Scalar, ScalarKind

MAX_ITEMS = 3
"""Items that are kept of each list."""
_MAX_CHARACTERS = 300
_MAX_COUNT = 20
"""Items that are generated at most where a list needs several."""
_KINDS: dict[ScalarKind, type | tuple[type, ...]] = {
    ScalarKind.STRING: str,
    ScalarKind.BINARY: str,
    ScalarKind.FILE: str,
    ScalarKind.INTEGER: int,
    ScalarKind.NUMBER: (int, float),
    ScalarKind.BOOLEAN: bool,
    ScalarKind.NULL: type(None),
}
_FORMATS = {
    "date-time": "2024-01-01T00:00:00Z",
    "date": "2024-01-01",
    "time": "00:00:00Z",
    "duration": "PT1S",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "email": "user@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "c2FtcGxl",
    "base64": "c2FtcGxl",
}


def shorten(value: JsonValue) -> JsonValue:
    """Shorten the lists and strings in a value, and replace non-finite numbers by null."""
    match value:
        case str() if len(value) > _MAX_CHARACTERS:
            return value[:_MAX_CHARACTERS]
        case float() if not math.isfinite(value):
            return None
        case list():
            return [shorten(item) for item in value[:MAX_ITEMS]]
        case dict():
            return {key: shorten(item) for key, item in value.items()}
        case _:
            return value


def scalar_value(type_: Scalar, name: str) -> JsonValue:
    """Return a value of a scalar type.

    Args:
        type_: Scalar type.
        name: Name of the property, which is the value of a string without a format.
    """
    match type_.kind:
        case ScalarKind.STRING | ScalarKind.BINARY | ScalarKind.FILE:
            return _FORMATS.get(type_.format, name)
        case ScalarKind.INTEGER:
            if type_.format == "unixtime":
                return 1_704_067_200
            return 0 if name == "index" else 1
        case ScalarKind.NUMBER:
            return 1.0
        case ScalarKind.BOOLEAN:
            return True
        case ScalarKind.NULL:
            return None


def apply_limits(value: JsonValue, limits: Mapping[str, JsonValue]) -> JsonValue:
    """Return a generated value that respects limits of lengths and of numbers."""
    if isinstance(value, str):
        minimum, maximum = limits.get("minLength"), limits.get("maxLength")
        if isinstance(minimum, int) and len(value) < minimum <= _MAX_CHARACTERS:
            value = value.ljust(minimum, "x")
        return value[:maximum] if isinstance(maximum, int) else value
    if isinstance(value, list):
        return _apply_item_limits(value, limits)
    if isinstance(value, int | float) and not isinstance(value, bool):
        minimum, maximum = limits.get("minimum"), limits.get("maximum")
        if isinstance(minimum, int | float) and value < minimum:
            value = type(value)(math.ceil(minimum))
        elif isinstance(maximum, int | float) and value > maximum:
            value = type(value)(math.floor(maximum))
        return _apply_multiple(_apply_exclusive_limits(value, limits), limits)
    return value


def _apply_item_limits(
    value: list[JsonValue], limits: Mapping[str, JsonValue]
) -> list[JsonValue]:
    """Return a list that is not too short, by repeated items, and not too long."""
    minimum, maximum = limits.get("minItems"), limits.get("maxItems")
    if is_count(minimum) and value and not limits.get("uniqueItems"):
        value = value + [value[-1]] * (math.ceil(minimum) - len(value))
    return value[: math.floor(maximum)] if is_count(maximum) else value


def is_count(limit: JsonValue) -> TypeGuard[float]:
    """Return whether a limit is a number of items that a sample can have."""
    if not isinstance(limit, int | float) or isinstance(limit, bool):
        return False
    return 0 <= limit <= _MAX_COUNT


def _apply_multiple(value: int | float, limits: Mapping[str, JsonValue]) -> int | float:
    """Return a multiple of `multipleOf` within the other limits, if there is one."""
    factor = limits.get("multipleOf")
    if not isinstance(factor, int | float) or factor <= 0 or value % factor == 0:
        return value
    others = {key: limit for key, limit in limits.items() if key != "multipleOf"}
    for number in (math.ceil(value / factor), math.floor(value / factor), 0):
        multiple = number * factor
        if isinstance(value, int) and multiple != int(multiple):
            continue
        if apply_limits(multiple, others) == multiple:
            return type(value)(multiple)
    return value


def _apply_exclusive_limits(
    value: int | float, limits: Mapping[str, JsonValue]
) -> int | float:
    """Return a number that is not equal to a bound which is excluded, nor beyond it."""
    minimum, maximum = limits.get("exclusiveMinimum"), limits.get("exclusiveMaximum")
    if isinstance(minimum, int | float) and value <= minimum:
        value = type(value)(math.floor(minimum) + 1)
    if not isinstance(maximum, int | float) or value < maximum:
        return value
    if isinstance(value, float) and isinstance(minimum, int | float):
        return (minimum + maximum) / 2
    return type(value)(math.ceil(maximum) - 1)


def is_kind(value: JsonValue, kind: ScalarKind) -> bool:
    """Return whether a value is of a scalar kind; booleans are not numbers."""
    if isinstance(value, bool) and kind is not ScalarKind.BOOLEAN:
        return False
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return isinstance(value, _KINDS[kind])


def is_among(value: JsonValue, values: tuple[JsonScalar, ...]) -> bool:
    """Return whether a value equals one of several scalars, by JSON equality."""
    # In Python, True equals 1; in JSON, it does not.
    return any(
        value == item and isinstance(value, bool) == isinstance(item, bool)
        for item in values
    )
