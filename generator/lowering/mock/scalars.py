"""Values without parts: made, limited, shortened, and told apart as JSON does."""

from __future__ import annotations

import math
from collections.abc import Mapping

from ...model.types import JsonScalar, JsonValue, Scalar, ScalarKind

MOST_ITEMS = 3
"""Items of a list that are kept: enough to see that there are several."""
_CHARACTERS = 300
_KINDS: dict[ScalarKind, type | tuple[type, ...]] = {
    ScalarKind.STRING: str,
    ScalarKind.BINARY: str,
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


def shortened(value: JsonValue) -> JsonValue:
    """A value with few items in its lists, and no long texts."""
    match value:
        case str() if len(value) > _CHARACTERS:
            return value[:_CHARACTERS]
        case float() if not math.isfinite(value):
            return None
        case list():
            return [shortened(item) for item in value[:MOST_ITEMS]]
        case dict():
            return {key: shortened(item) for key, item in value.items()}
        case _:
            return value


def made_scalar(type_: Scalar, name: str) -> JsonValue:
    """A value of a kind; a text that nothing says more of is the name of its place."""
    match type_.kind:
        case ScalarKind.STRING | ScalarKind.BINARY:
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


def limited(value: JsonValue, limits: Mapping[str, JsonValue]) -> JsonValue:
    """A made value within the limits that can be kept without guessing."""
    if isinstance(value, str):
        least, most = limits.get("minLength"), limits.get("maxLength")
        if isinstance(least, int) and len(value) < least <= _CHARACTERS:
            value = value.ljust(least, "x")
        return value[:most] if isinstance(most, int) else value
    if isinstance(value, int | float) and not isinstance(value, bool):
        least, most = limits.get("minimum"), limits.get("maximum")
        if isinstance(least, int | float) and value < least:
            return type(value)(math.ceil(least))
        if isinstance(most, int | float) and value > most:
            return type(value)(math.floor(most))
    return value


def is_kind(value: JsonValue, kind: ScalarKind) -> bool:
    """Whether a value is of a kind; true is no number."""
    if isinstance(value, bool) and kind is not ScalarKind.BOOLEAN:
        return False
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return isinstance(value, _KINDS[kind])


def is_among(value: JsonValue, values: tuple[JsonScalar, ...]) -> bool:
    """Whether a value is one of a few."""
    # True is 1 to Python, and not to JSON.
    return any(
        value == item and isinstance(value, bool) == isinstance(item, bool)
        for item in values
    )
