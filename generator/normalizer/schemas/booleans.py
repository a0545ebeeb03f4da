"""Schemas that are not objects: `true`, `false`, and invalid values."""

from __future__ import annotations

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.types import Anything, Type
from ...openapi.schema import Schema

FALSE_SCHEMA = Rule(
    "false-schema",
    Severity.NOTE,
    "The schema `false` accepts no value, here of a required property, a parameter or a "
    "body. The generated type accepts any JSON value. Other properties with this schema "
    "are left out, and arrays of such items are empty.",
    hint="remove the part, or describe the values that it accepts",
)
NOT_A_SCHEMA = Rule(
    "not-a-schema",
    Severity.WARNING,
    "A schema is neither an object nor a boolean. The generated type accepts any JSON "
    "value.",
)

_JSON_TYPES = {
    str: "a string",
    int: "a number",
    float: "a number",
    list: "an array",
    type(None): "null",
}


def build_boolean(schema: Schema, diagnostics: Diagnostics) -> Type:
    """Return the type of a schema that is not an object, reporting all but `true`."""
    if schema.value is True:
        return Anything()
    if schema.value is False:
        diagnostics.add(FALSE_SCHEMA, "this schema accepts no value", schema.location)
    else:
        diagnostics.add(
            NOT_A_SCHEMA,
            f"expected a schema, not {_JSON_TYPES[type(schema.value)]}",
            schema.location,
            hint="a schema is an object, true or false",
        )
    return Anything(degraded=True)
