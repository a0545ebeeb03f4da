"""Example values of arguments that are objects or arrays, generated from the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from ...model.operations import Operation
from ...model.types import Declaration, JsonValue, Key
from ...python.literals import literal_text
from ...python.resources import Argument, Place
from ..mock.presence import select_names
from ..mock.values import Values
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

    def generate(argument: Argument) -> str:
        body = operation.body
        types = {(PLACES[item.place], item.name): item for item in operation.parameters}
        if argument.whole and body is not None:
            return _source_of(values.generate(body.type))
        if (parameter := types.get((argument.place, argument.key))) is not None:
            return _source_of(values.generate(parameter.type))
        if body is None or argument.place is not Place.BODY:
            return ""
        for item in body_format(body, declarations).properties or ():
            if item.name == argument.key:
                return _source_of(values.generate(item.type))
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


def _source_of(value: JsonValue) -> str:
    """Return an object or array as Python source; `""` for others and for large ones."""
    if not value or not isinstance(value, dict | list):
        return ""
    lines = list(_lines(value))
    return "\n".join(lines) if len(lines) <= _MAX_LINES else ""


def _lines(value: JsonValue) -> Iterator[str]:
    """Yield the lines of a value; those of nested values are indented."""
    line = literal_text(value)
    if len(line) <= _LINE_LENGTH or not value or not isinstance(value, dict | list):
        yield line
        return
    is_object = isinstance(value, dict)
    yield "{" if is_object else "["
    items = value.items() if isinstance(value, dict) else [("", x) for x in value]
    for key, item in items:
        first, *others = _lines(item)
        start = f"{literal_text(key)}: " if is_object else ""
        lines = [f"{start}{first}", *others]
        lines[-1] += ","
        yield from (f"    {text}" for text in lines)
    yield "}" if is_object else "]"
