"""Pairs of the query of an example request (RFC 6570; OpenAPI 3.2, "Style Values")."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ...model.operations import Parameter, ParameterPlace
from ...model.types import JsonValue

_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}


def query_pairs(item: Parameter, value: JsonValue) -> Iterator[tuple[str, str]]:
    """Yield the names and values that a parameter of the query becomes.

    A value that is the whole query has no name.

    Args:
        item: The parameter, in `query` or `querystring`.
        value: Its value.
    """
    if item.place is ParameterPlace.QUERY_STRING:
        if item.style == "form":
            yield from _nested("", value)
        else:
            yield "", parameter_text(item, value)
    elif item.media_type or not isinstance(value, dict | list):
        yield item.name, parameter_text(item, value)
    elif item.style in ("deepObject", "brackets"):
        yield from _nested(item.name, value, item.style == "brackets")
    elif item.style == "form" and item.explode:
        yield from _nested("" if isinstance(value, dict) else item.name, value)
    elif value:
        parts = value if isinstance(value, list) else sum(value.items(), ())
        delimiter = _DELIMITERS.get(item.style, ",")
        yield item.name, delimiter.join(map(scalar_text, parts))


def parameter_text(item: Parameter, value: JsonValue) -> str:
    """Return a value as it is sent if it is one text."""
    is_json = item.style == "json"
    return json.dumps(value, ensure_ascii=False) if is_json else scalar_text(value)


def scalar_text(value: JsonValue) -> str:
    """Return a string as it is, and another value as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _nested(
    name: str, value: JsonValue, brackets: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield the scalars of a value with names as in web forms, such as `name[key]`."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from _nested(f"{name}[{key}]" if name else key, member, brackets)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            is_nested = isinstance(member, dict | list)
            end = f"[{index}]" if is_nested else "[]" if brackets else ""
            yield from _nested(f"{name}{end}", member, brackets)
    elif value is not None:
        yield name, scalar_text(value)
