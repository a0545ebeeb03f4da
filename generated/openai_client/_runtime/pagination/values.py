"""Values in the JSON of pages and polled operations, which can have any type."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, Any, Final, cast

from ..lazy import load_feature
from ..missing import NATIVE_TYPES
from ..models.records import type_of

if TYPE_CHECKING:
    from ..api.endpoint import KeyPath

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NEGATIVE: Final = ("", "0", "false", "no")


def value_at(body: Any, path: KeyPath) -> Any:
    """Return the value at a key path of a JSON value or model, or `None`."""
    for key in (path,) if isinstance(path, str) else path:
        if not isinstance(body, dict):
            body = getattr(body, "__dict__", {})
        body = cast("dict[str, Any]", body).get(key)
    if NATIVE_TYPES:
        return load_feature("models.native_types").native_json(body)
    return body


def is_position(value: object) -> bool:
    """Return whether a JSON value can be sent as a cursor or an identifier."""
    if isinstance(value, float):
        return isfinite(value)
    if isinstance(value, str):
        # JSON can contain surrogates, which cannot be encoded.
        return _SURROGATE.search(value) is None
    return isinstance(value, int) and not isinstance(value, bool)


def items_at(body: Any, path: KeyPath) -> list[Any]:
    """Return the value at a key path if it is a list; otherwise an empty list."""
    value = value_at(body, path)
    items: list[Any] = value if type_of(value) is list else []
    return items


def parse_flag(value: object) -> bool | None:
    """Return the value of a flag; `None` if the response has none.

    Values of other types are converted, because items would be lost if `"true"` or 1 did
    not count.
    """
    if isinstance(value, str):
        return value.strip().lower() not in _NEGATIVE
    return None if value is None else bool(value)


def parse_integer(value: Any) -> int | None:
    """Return a number or a string of digits as an integer; `None` for other values."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value) if len(value) < 16 else None
    if isinstance(value, float):
        return int(value) if isfinite(value) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None
