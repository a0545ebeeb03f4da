"""Enumerations: values that a schema lists."""

from __future__ import annotations

from generator.diagnostics import Diagnostics, Rule, Severity
from generator.model.types import (
    Anything,
    JsonScalar,
    Literal,
    Scalar,
    ScalarKind,
    Type,
)
from generator.openapi.schema import Schema

EMPTY_ENUM = Rule(
    "empty-enum",
    Severity.WARNING,
    "An `enum` without values allows nothing. It is treated as if it were not there.",
    key="enum",
)
COMPOUND_ENUM_VALUE = Rule(
    "compound-enum-value",
    Severity.NOTE,
    "An `enum` lists arrays, objects or fractions, which Python's `Literal` cannot hold. "
    "The type of the values is generated instead.",
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
        if not isinstance(value, str | int):
            diagnostics.add(
                COMPOUND_ENUM_VALUE,
                "a value of this enum is no string, integer or boolean",
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


_KINDS = {
    "string": ScalarKind.STRING,
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
}


def _scalar_of(values: list[object]) -> Type:
    if all(isinstance(value, float | int) for value in values):
        return Scalar(ScalarKind.NUMBER)
    return Anything()
