"""Example values of arguments that are objects or arrays, generated from the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from ...model.operations import Operation
from ...model.types import (
    Anything,
    Declaration,
    JsonValue,
    Key,
    ListOf,
    MapOf,
    Object,
    TupleOf,
    Type,
)
from ...python.literals import literal_text
from ...python.resources import Argument, Place
from ..mock.presence import select_names
from ..mock.values import Values, position_types
from ..python.arguments import PLACES
from ..python.bodies import body_format, presence_rules

_LINE_LENGTH = 60
_MAX_LINES = 24
"""Lines of a value; larger ones are not used."""

GeneratedValues: TypeAlias = Callable[[Argument], str]
"""Function that returns the value of an argument as Python source, or `""`."""


def generated_values(
    operation: Operation, declarations: Mapping[Key, Declaration], values: Values
) -> GeneratedValues:
    """Return a function that generates values of the arguments of an operation.

    Args:
        operation: Operation with the types of the arguments.
        declarations: Declarations by key.
        values: Generator of values.
    """

    def source(type_: Type) -> str:
        value = values.generate(type_)
        return _source_of(_with_tuples(value, type_, values))

    def generate(argument: Argument) -> str:
        body = operation.body
        types = {(PLACES[item.place], item.name): item for item in operation.parameters}
        if argument.whole and body is not None:
            return source(body.type)
        if (parameter := types.get((argument.place, argument.key))) is not None:
            return source(parameter.type)
        if body is None or argument.place is not Place.BODY:
            return ""
        for item in body_format(body, declarations).properties or ():
            if item.name == argument.key:
                return source(item.type)
        return ""

    return generate


def needed_keys(
    operation: Operation, declarations: Mapping[Key, Declaration]
) -> frozenset[str]:
    """Return optional properties of a body that a call needs, such as one of several.

    Args:
        operation: Operation with a body whose properties are arguments.
        declarations: Declarations by key.
    """
    body = operation.body
    rules = presence_rules(body, declarations) if body is not None else ()
    if body is None or not rules:
        return frozenset()
    properties = body_format(body, declarations).properties or ()
    required = [item.name for item in properties if item.required]
    declared = [item.name for item in properties]
    names = select_names(required, declared, required, rules)
    return frozenset(names).difference(required)


def _with_tuples(value: JsonValue, type_: Type, values: Values) -> object:
    """Return a value with tuples in place of the arrays whose types are tuples."""
    shape = values.match(value, type_) if isinstance(value, dict | list) else None
    if isinstance(value, dict):
        match shape:
            case Object(properties=properties, extra=extra):
                types = {item.name: item.type for item in properties}
            case MapOf(extra):
                types = {}
            case _:
                return value
        others = extra or Anything()
        return {
            key: _with_tuples(item, types.get(key, others), values)
            for key, item in value.items()
        }
    if not isinstance(value, list):
        return value
    match shape:
        case ListOf(item):
            return [_with_tuples(each, item, values) for each in value]
        case TupleOf():
            pairs = zip(value, position_types(shape, len(value)), strict=True)
            return tuple(_with_tuples(each, item, values) for each, item in pairs)
        case _:
            return value


def _source_of(value: object) -> str:
    """Return an object or array as Python source; `""` for others and for large ones."""
    if not value or not isinstance(value, dict | list | tuple):
        return ""
    lines = list(_lines(value))
    return "\n".join(lines) if len(lines) <= _MAX_LINES else ""


def _lines(value: object) -> Iterator[str]:
    """Yield the lines of a value; those of nested values are indented."""
    line = literal_text(value)
    if len(line) <= _LINE_LENGTH or not value:
        yield line
        return
    match value:
        case dict():
            items = [(f"{literal_text(key)}: ", item) for key, item in value.items()]
            brackets = "{}"
        case list() | tuple():
            items = [("", item) for item in value]
            brackets = "[]" if isinstance(value, list) else "()"
        case _:
            yield line
            return
    yield brackets[0]
    for start, item in items:
        first, *others = _lines(item)
        lines = [f"{start}{first}", *others]
        lines[-1] += ","
        yield from (f"    {text}" for text in lines)
    yield brackets[1]
