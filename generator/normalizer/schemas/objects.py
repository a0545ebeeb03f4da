"""Objects: named properties, or free names with values that are alike."""

from __future__ import annotations

from typing import Protocol

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.types import Anything, Declaration, Header, MapOf, Object, Property, Type
from .documentation import access, inherited
from .all_of import Merged
from .type_ops import union_of_types
from ...openapi.document import Document
from ...openapi.schema import Schema

REQUIRED_WITHOUT_PROPERTY = Rule(
    "required-without-property",
    Severity.NOTE,
    "`required` names a property that is not declared. The object is generated without "
    "it; a value that comes under that name is kept and can be read.",
    key="required",
)
PATTERN_PROPERTIES = Rule(
    "pattern-properties",
    Severity.NOTE,
    "`patternProperties` gives a type to names that match a pattern. The generated type "
    "gives it to all undeclared names.",
    key="patternProperties",
)


class TypeReader(Protocol):
    """What reads the schemas inside an object."""

    diagnostics: Diagnostics
    document: Document

    def type_of(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """What a value may be."""
        ...


def object_or_map(
    reader: TypeReader, merged: Merged, words: tuple[str, ...], header: Header
) -> Declaration | Type:
    """An `Object` under `header` when properties are declared, else a `MapOf`."""
    extra = _extra(reader, merged)
    if not merged.properties:
        return MapOf(extra or Anything())
    for name, part in merged.required.items():
        if name not in merged.properties:
            reader.diagnostics.add(
                REQUIRED_WITHOUT_PROPERTY,
                f"the required property {name!r} is not declared",
                part.location,
            )
    return Object(
        header,
        tuple(
            Property(
                name,
                reader.type_of(schema, (*owner, name)),
                name in merged.required,
                inherited(schema, reader.document),
                access(schema),
                schema.location,
            )
            for name, (schema, owner) in merged.properties.items()
        ),
        extra,
    )


def _extra(reader: TypeReader, merged: Merged) -> Type | None:
    """The type of undeclared properties, `None` where nothing is said of them."""
    if merged.patterns:
        owner = merged.patterns[0][1]
        reader.diagnostics.add(
            PATTERN_PROPERTIES,
            "names that match a pattern share a type with all undeclared names",
            merged.patterns[0][0].location,
        )
        return union_of_types(
            reader.type_of(schema, (*owner, "value")) for schema, _ in merged.patterns
        )
    if merged.extra is None:
        return None
    schema, owner = merged.extra
    if schema.value is False or schema.value is True or not schema.value:
        return None
    return reader.type_of(schema, (*owner, "value"))
