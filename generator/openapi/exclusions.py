"""JSON types and values that `not` excludes."""

from __future__ import annotations

from typing import Any

_NUMBERS = {"number": ("number", "integer")}
"""Types that are excluded with another one."""


def excluded_types(value: dict[str, Any]) -> frozenset[str]:
    """Return the JSON types that the `not` of a schema excludes; empty for none.

    Args:
        value: The schema. Its `not` excludes types if it has `type` only.
    """
    negated = value.get("not")
    if not isinstance(negated, dict) or not _has_only(negated, "type"):
        return frozenset()
    types = negated["type"] if isinstance(negated["type"], list) else [negated["type"]]
    return frozenset(
        name
        for item in types
        if isinstance(item, str)
        for name in _NUMBERS.get(item, (item,))
    )


def excluded_values(value: dict[str, Any]) -> list[Any]:
    """Return the values that the `not` of a schema excludes; empty for none.

    Args:
        value: The schema. Its `not` excludes values if it has `enum` or `const` only.
    """
    negated = value.get("not")
    if not isinstance(negated, dict):
        return []
    if _has_only(negated, "const"):
        return [negated["const"]]
    if _has_only(negated, "enum") and isinstance(negated["enum"], list):
        return negated["enum"]
    return []


def excludes_null(value: dict[str, Any]) -> bool:
    """Return whether the `not` of a schema excludes null."""
    return "null" in excluded_types(value) or None in excluded_values(value)


def accepts_nothing(value: Any) -> bool:
    """Return whether a schema is `false`, or excludes all values by `not`."""
    if not isinstance(value, dict):
        return value is False
    return "not" in value and value["not"] in ({}, True)


def _has_only(value: dict[str, Any], keyword: str) -> bool:
    """Return whether a schema has one keyword besides annotations and extensions."""
    return keyword in value and all(
        key in (keyword, "title", "description", "$comment") or key.startswith("x-")
        for key in value
    )
