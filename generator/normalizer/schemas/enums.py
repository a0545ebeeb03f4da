"""Enumerations: values that a schema lists."""

from __future__ import annotations

from typing import TypeGuard

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.types import Anything, JsonScalar, Literal, Scalar, ScalarKind, Type
from ...openapi.schema import Schema

EMPTY_ENUM = Rule(
    "empty-enum",
    Severity.WARNING,
    "An `enum` without values allows nothing. It is treated as if it were not there.",
    key="enum",
)
COMPOUND_ENUM_VALUE = Rule(
    "compound-enum-value",
    Severity.NOTE,
    "An `enum` lists arrays, objects or fractions, which Python's `Literal` cannot hold, "
    "or integers of more than 64 bits, which type checkers do not read. The type of the "
    "values is generated instead.",
    key="enum",
)
DUPLICATE_ENUM_VALUE = Rule(
    "duplicate-enum-value",
    Severity.NOTE,
    "An `enum` lists a value twice. It is generated once.",
    key="enum",
)
DEFAULT_OUTSIDE_ENUM = Rule(
    "default-outside-enum",
    Severity.NOTE,
    "A default is none of the values that its `enum` allows. The type stays as the enum "
    "says; the default is shown in the documentation only.",
    key="default",
)

_LONG = 48
"""Characters of values beyond which an inline enumeration gets a name of its own."""


def literal(schema: Schema, values: list[object], diagnostics: Diagnostics) -> Type:
    """The type of the values listed in `schema`; null is not among them."""
    found: list[JsonScalar] = []
    seen: set[tuple[type, object]] = set()
    for value in values:
        if value is None:
            continue
        if not _fits(value):
            diagnostics.add(
                COMPOUND_ENUM_VALUE,
                "a value of this enum is no string, boolean or integer of 64 bits",
                schema.location,
            )
            return _scalar_of(values)
        if (type(value), value) in seen:
            diagnostics.add(
                DUPLICATE_ENUM_VALUE, f"{value!r} stands twice", schema.location
            )
            continue
        seen.add((type(value), value))
        found.append(value)
    if not found:
        if None in values:
            return Scalar(ScalarKind.NULL)
        diagnostics.add(EMPTY_ENUM, "this enum allows nothing", schema.location)
        kind = _KINDS.get(schema.types[0] if schema.types else "")
        return Scalar(kind) if kind else Anything()
    if schema.has_default and schema.default is not None:
        _check_default(schema, found, diagnostics)
    return Literal(tuple(found))


def is_long(type_: Literal) -> bool:
    """Whether the values are too many to be read inside a signature."""
    return sum(len(repr(value)) + 2 for value in type_.values) > _LONG


def _check_default(
    schema: Schema, values: list[JsonScalar], diagnostics: Diagnostics
) -> None:
    default = schema.default
    given = default if isinstance(default, list) else [default]
    if any(item not in values for item in given):
        diagnostics.add(
            DEFAULT_OUTSIDE_ENUM,
            f"the default {default!r} is none of the values",
            schema.location,
        )


def _fits(value: object) -> TypeGuard[JsonScalar]:
    """Whether a `Literal` can hold a value, and type checkers read it."""
    if isinstance(value, int):
        return -_BEYOND <= value < _BEYOND
    return isinstance(value, str)


_BEYOND = 2**63
_KINDS = {
    "string": ScalarKind.STRING,
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
}


def _scalar_of(values: list[object]) -> Type:
    kinds = {type(value) for value in values} - {type(None)}
    if kinds and kinds <= {int, float}:
        return Scalar(ScalarKind.NUMBER if float in kinds else ScalarKind.INTEGER)
    return Anything()
