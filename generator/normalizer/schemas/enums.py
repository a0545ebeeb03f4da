"""Values of `enum` and `const`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.types import (
    Anything,
    Declaration,
    Enumeration,
    JsonScalar,
    Literal,
    Scalar,
    ScalarKind,
    Type,
)
from ...openapi.schema import Schema
from ...openapi.typed_values import has_type, read_as
from ...openapi.written import quote_written
from ...source import Location
from .headers import PendingHeader

EMPTY_ENUM = Rule(
    "empty-enum",
    Severity.WARNING,
    "An `enum` without values accepts nothing. The keyword is ignored.",
    key="enum",
    hint="list the values, or remove `enum`",
)
COMPOUND_ENUM_VALUE = Rule(
    "compound-enum-value",
    Severity.NOTE,
    "An `enum` contains arrays, objects or fractions, which `Literal` does not support, "
    "or integers of more than 64 bits, which type checkers do not support. The type of "
    "the values is generated instead.",
    key="enum",
    hint="nothing is required; callers can pass each of the values",
)
DUPLICATE_ENUM_VALUE = Rule(
    "duplicate-enum-value",
    Severity.NOTE,
    "An `enum` contains a value twice. It is generated once.",
    key="enum",
    hint="remove one of the values",
)
DEFAULT_OUTSIDE_ENUM = Rule(
    "default-outside-enum",
    Severity.WARNING,
    "A default is not a value of its `enum`. The type does not include the default, which "
    "only appears in the documentation.",
    key="default",
    hint="add the default to the enum, or correct it",
)

ENUM_OUTSIDE_TYPE = Rule(
    "enum-outside-type",
    Severity.WARNING,
    "A value of an `enum`, or a `const`, does not have the `type` of its schema, because it "
    "is quoted or not. It is read as a value of that type if its text is one; otherwise it "
    "is generated as written.",
    key="enum",
    hint="quote the values of strings and no others, or correct `type`",
)

_MAX_INLINE_LENGTH = 48
"""Maximum length in characters of the values of an inline enumeration."""

_INTEGER_LIMIT = 2**63
_KINDS = {
    "string": ScalarKind.STRING,
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
}


def build_enumeration(
    schema: Schema,
    values: list[object],
    header: PendingHeader,
    diagnostics: Diagnostics,
    types: tuple[str, ...] = (),
) -> Declaration | Type:
    """Return the definition of a schema with `enum` or `const`.

    Args:
        schema: The schema.
        values: Its values.
        header: PendingHeader of its declaration.
        diagnostics: Collects values that a `Literal` cannot contain.
        types: JSON types of the values if the schema has no `type`.

    Returns:
        An `Enumeration` if the schema is declared or has many values, otherwise a type.
    """
    type_ = build_literal(schema, values, diagnostics, types)
    if isinstance(type_, Literal) and (header.declared or is_long(type_)):
        return Enumeration(header.build(), type_)
    return type_


def build_literal(
    schema: Schema,
    values: list[object],
    diagnostics: Diagnostics,
    types: tuple[str, ...] = (),
) -> Type:
    """Return the type of enumerated values, without null.

    Args:
        schema: The schema, as the location of diagnostics.
        values: Its values.
        diagnostics: Collects values that a `Literal` cannot contain.
        types: JSON types of the values if the schema has no `type`.

    Returns:
        A `Literal`, or the JSON type of the values if they do not fit into one.
    """
    types = schema.types or types
    _check_types(schema, types, diagnostics)
    members: list[JsonScalar] = []
    seen: set[tuple[type, object]] = set()
    for value in values:
        if value is None:
            continue
        if not _is_supported(value):
            diagnostics.add(
                COMPOUND_ENUM_VALUE,
                "a value of this enum is not a string, a boolean or a 64-bit integer",
                schema.location,
            )
            return _infer_type(values)
        if (type(value), value) in seen:
            diagnostics.add(
                DUPLICATE_ENUM_VALUE,
                f"duplicate value {quote_written(value, schema.location)}",
                schema.location,
            )
            continue
        seen.add((type(value), value))
        members.append(value)
    if not members:
        if None in values:
            return Scalar(ScalarKind.NULL)
        diagnostics.add(EMPTY_ENUM, "this enum has no values", schema.location)
        kind = _KINDS.get(types[0] if types else "")
        return Scalar(kind) if kind else Anything()
    if schema.raw("default") is not None:
        _check_default(schema, types, members, diagnostics)
    return Literal(tuple(members))


def _check_types(
    schema: Schema, types: tuple[str, ...], diagnostics: Diagnostics
) -> None:
    """Report the first value that does not have the type of the schema."""
    for value, read, where in schema.read_enum(types) or ():
        if types and not has_type(value, types):
            result = "generated as written" if read is value else f"read as {read!r}"
            text = quote_written(value, where)
            message = f"the value {text} is not of type {' or '.join(types)}"
            diagnostics.add(
                ENUM_OUTSIDE_TYPE, f"{message}; it is {result}", schema.location
            )
            return


def is_long(type_: Literal) -> bool:
    """Return whether the values are too long for the signature of a method."""
    length = sum(len(repr(value)) + 2 for value in type_.values)
    return length > _MAX_INLINE_LENGTH


def _check_default(
    schema: Schema,
    types: tuple[str, ...],
    values: list[JsonScalar],
    diagnostics: Diagnostics,
) -> None:
    default = schema.raw("default")
    defaults = default if isinstance(default, list) else [default]
    where = Location(schema.file, (*schema.pointer, "default"))
    if any(read_as(item, types, where) not in values for item in defaults):
        text = quote_written(default, where)
        diagnostics.add(
            DEFAULT_OUTSIDE_ENUM,
            f"the default {text} is not a value of the enum",
            schema.location,
        )


def _is_supported(value: object) -> TypeGuard[JsonScalar]:
    """Return whether `Literal` and type checkers support a value."""
    if isinstance(value, int):
        return -_INTEGER_LIMIT <= value < _INTEGER_LIMIT
    return isinstance(value, str)


def _infer_type(values: list[object]) -> Type:
    types = {type(value) for value in values} - {type(None)}
    if types and types <= {int, float}:
        return Scalar(ScalarKind.NUMBER if float in types else ScalarKind.INTEGER)
    return Anything()


def intersect_enums(values: Iterable[list[object]]) -> list[object]:
    """Return the values that all enumerations contain, in the order of the last one."""
    *others, last = values
    keys = [{_value_key(value) for value in other} for other in others]
    return [value for value in last if all(_value_key(value) in key for key in keys)]


def _value_key(value: object) -> tuple[bool, str]:
    """Return a key that is equal for equal JSON values (`True == 1` in Python)."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return True, str(int(value)) if value == int(value) else repr(value)
    return False, repr(value)


def list_json_types(values: Iterable[object]) -> frozenset[str]:
    """Return the JSON types of values, without null."""
    types = {_JSON_TYPES.get(type(value), "") for value in values}
    return frozenset(types - {""})


_JSON_TYPES: dict[type, str] = {
    bool: "boolean",
    dict: "object",
    float: "number",
    int: "integer",
    list: "array",
    str: "string",
}
