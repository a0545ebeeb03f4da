"""Conversion of typed text to the values that a schema describes."""

from __future__ import annotations

import json
import re
from math import inf, isfinite
from typing import TYPE_CHECKING, Any, Final

from .schemas import ArgumentError, kinds_of, text_of

if TYPE_CHECKING:
    from .index import Schema
    from .schemas import Schemas

_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,1000}")
_NUMBER: Final = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


def parse_text(text: str, schema: Schema, schemas: Schemas, place: str) -> Any:
    """Return the value that a text stands for.

    The schema decides: `007` is a string if the schema accepts strings, otherwise the
    number 7. A single value is a list of one item where only lists are accepted.

    Args:
        text: The text.
        schema: Schema of the value; the text itself is the value if it accepts anything.
        schemas: The schemas of the client.
        place: Name of the value in messages.

    Raises:
        ArgumentError: The text does not represent a value of the schema.
    """
    options = schemas.alternatives(schema)
    plain = [
        item
        for item in options
        if "enum" not in item and item.get("format") != "binary"
    ]
    for value in schemas.values(schema):
        if text_of(value) == text:
            return value
    kinds: set[str] = set()
    for item in plain:
        own = kinds_of(item)
        if not own or "string" in own:
            return text
        kinds |= own
    scalar = _parse_scalar(text, kinds)
    if scalar is not _NO_VALUE:
        return scalar
    if text == "null" and "null" in schemas.kinds(schema):
        return None
    if text[:1] in ("[", "{") and kinds & {"array", "object"}:
        return parse_json(text, place)
    if "array" in kinds:
        child, _ = schemas.child(schema, 0)
        return [parse_text(text, child or {}, schemas, f"{place}[0]")]
    problem = f"must be {schemas.describe(schema)}, not {text!r}"
    if schemas.is_file(schema):
        problem += f"; write {place}@FILE"
    elif "object" in kinds:
        problem += f"; write {place}[NAME]=VALUE or {place}:=JSON"
    raise ArgumentError(place, problem)


_NO_VALUE: Final = object()
_MAX_EXACT: Final = 2**53
"""Largest float whose predecessors are all exact integers."""


def _parse_scalar(text: str, kinds: set[str]) -> Any:
    """Return a number or a boolean that a text stands for, if it is one of the kinds."""
    if "boolean" in kinds and text in ("true", "false"):
        return text == "true"
    if kinds & {"integer", "number"} and _INTEGER.fullmatch(text):
        return int(text)
    number = float(text) if _NUMBER.fullmatch(text) else inf
    if "number" in kinds and isfinite(number):
        return number
    if kinds == {"integer"} and abs(number) <= _MAX_EXACT and number == int(number):
        return int(number)
    return _NO_VALUE


def parse_json(text: str | bytes, place: str) -> Any:
    """Return a value that is written as JSON.

    Raises:
        ArgumentError: The text is not JSON.
    """
    try:
        return json.loads(
            text,
            parse_constant=_refuse_constant,
            parse_float=_parse_float,
            object_pairs_hook=_members,
        )
    except json.JSONDecodeError as error:
        message = error.msg.removesuffix(" at")
        position = f"line {error.lineno}, column {error.colno}"
        raise ArgumentError(place, f"is not JSON: {message} at {position}") from None
    except UnicodeDecodeError:
        raise ArgumentError(place, "is not JSON in UTF-8") from None
    except RecursionError:
        raise ArgumentError(place, "is nested too deeply") from None
    except ValueError as error:
        raise ArgumentError(place, f"cannot be sent as JSON: {error}") from None


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a JSON value")


def _parse_float(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(f"the number {text} is too large")
    return number


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the members of an object, whose names must be unique."""
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        name = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"an object has the member {name!r} twice")
    return members
