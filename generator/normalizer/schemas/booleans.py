"""Schemas that are no objects: `true`, `false`, and what is no schema at all."""

from __future__ import annotations

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.types import Anything, Type
from ...openapi.schema import Schema

FALSE_SCHEMA = Rule(
    "false-schema",
    Severity.NOTE,
    "The schema `false` allows no value at all, which no useful type says. Where a value "
    "comes all the same, it is treated as any JSON value.",
)
NOT_A_SCHEMA = Rule(
    "not-a-schema",
    Severity.WARNING,
    "Something other than an object or a boolean stands where a schema belongs. It is "
    "treated as a schema that allows any JSON value.",
)

_IN_JSON = {
    str: "a string",
    int: "a number",
    float: "a number",
    list: "an array",
    type(None): "null",
}


def boolean(schema: Schema, diagnostics: Diagnostics) -> Type:
    """What a schema that is no object allows."""
    if schema.value is True:
        return Anything()
    if schema.value is False:
        diagnostics.add(FALSE_SCHEMA, "no value is allowed here", schema.location)
    else:
        diagnostics.add(
            NOT_A_SCHEMA,
            f"{_IN_JSON[type(schema.value)]} is no schema",
            schema.location,
            hint="a schema is an object, true or false",
        )
    return Anything(degraded=True)
