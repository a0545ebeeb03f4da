"""Assertions of schemas about sizes and values (JSON Schema Validation, section 6)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

_NUMBERS = frozenset({"integer", "number"})
_STRINGS = frozenset({"string"})
_ARRAYS = frozenset({"array"})
_OBJECTS = frozenset({"object"})
LIMITS: Mapping[str, frozenset[str]] = {
    "minimum": _NUMBERS,
    "exclusiveMinimum": _NUMBERS,
    "maximum": _NUMBERS,
    "exclusiveMaximum": _NUMBERS,
    "multipleOf": _NUMBERS,
    "minLength": _STRINGS,
    "maxLength": _STRINGS,
    "pattern": _STRINGS,
    "minItems": _ARRAYS,
    "maxItems": _ARRAYS,
    "uniqueItems": _ARRAYS,
    "minProperties": _OBJECTS,
    "maxProperties": _OBJECTS,
}
"""JSON types whose values an assertion limits. Values of other types are always valid."""

_EXCLUSIVE = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))


def read_limits(schema: Mapping[str, Any], types: Collection[str]) -> dict[str, Any]:
    """Return the assertions of a schema that have an effect, in a fixed order.

    In Swagger 2.0 and OpenAPI 3.0, `exclusiveMinimum` and `exclusiveMaximum` are booleans
    that change the meaning of `minimum` and `maximum`.

    Args:
        schema: The schema.
        types: JSON types of its values; empty if they are unknown.
    """
    limits = {
        key: schema[key] for key in LIMITS if key in schema and has_effect(key, types)
    }
    for bound, exclusive in _EXCLUSIVE:
        flag = limits.get(exclusive)
        if isinstance(flag, bool):
            del limits[exclusive]
            if flag and bound in limits:
                limits[exclusive] = limits.pop(bound)
    return limits


def has_effect(keyword: str, types: Collection[str]) -> bool:
    """Return whether an assertion of `LIMITS` can reject values of some JSON types.

    Args:
        keyword: Name of the assertion.
        types: JSON types of the values; empty if they are unknown.
    """
    return not types or not LIMITS[keyword].isdisjoint(types)
