"""Objects with declared properties, and maps."""

from __future__ import annotations

from ...diagnostics import Rule, Severity
from ...model.types import Anything, Header, MapOf, Object, Property, Type
from .documentation import join_documentation, read_access
from .merged import MergedSchema, NamedSchema
from .protocol import Definition, Reader
from .repeated import combine_schemas
from .sdk_only import find_sdk_only, read_joined_text
from .type_ops import join_types

REQUIRED_WITHOUT_PROPERTY = Rule(
    "required-without-property",
    Severity.NOTE,
    "`required` names a property that is not declared. The generated object has no such "
    "property; a value that is received under that name is kept and can be read.",
    key="required",
)
PATTERN_PROPERTIES = Rule(
    "pattern-properties",
    Severity.NOTE,
    "`patternProperties` defines a type for property names that match a pattern. The "
    "generated type applies it to all undeclared properties.",
    key="patternProperties",
)


def build_object(
    reader: Reader, merged: MergedSchema, words: tuple[str, ...], header: Header
) -> Definition:
    """Return an `Object` if properties are declared, otherwise a `MapOf`.

    Args:
        reader: Reads the schemas of the properties.
        merged: The merged keywords of the object.
        words: Parts of the name of the object.
        header: Header of its declaration.
    """
    extra = _build_extra(reader, merged)
    if not merged.properties:
        return MapOf(extra or Anything())
    for name, part in merged.required.items():
        if name not in merged.properties:
            reader.context.diagnostics.add(
                REQUIRED_WITHOUT_PROPERTY,
                f"the required property {name!r} is not declared",
                part.location,
            )
    sdk_only = {
        name: schema
        for name, schemas in merged.properties.items()
        if (schema := find_sdk_only(schemas)) is not None
    }
    properties = tuple(
        _build_property(reader, name, schemas, required=name in merged.required)
        for name, schemas in merged.properties.items()
        if name not in sdk_only
    )
    rules = (
        read_joined_text(name, schema, reader.context.diagnostics)
        for name, schema in sdk_only.items()
    )
    joined = tuple(rule for rule in rules if rule is not None)
    return Object(header, properties, extra, closed=_is_closed(merged), joined=joined)


def _is_closed(merged: MergedSchema) -> bool:
    """Return whether additional properties are forbidden."""
    if merged.patterns or merged.extra is None:
        return False
    return merged.extra[0].value is False


def _build_property(
    reader: Reader, name: str, schemas: tuple[NamedSchema, ...], *, required: bool
) -> Property:
    """Return a property to which all of the schemas apply."""
    document = reader.context.document
    nodes = [schema for schema, _ in schemas]
    return Property(
        name,
        combine_schemas(reader, schemas),
        required,
        join_documentation(nodes, document),
        read_access(nodes, document),
        nodes[-1].location,
    )


def _build_extra(reader: Reader, merged: MergedSchema) -> Type | None:
    """Return the type of undeclared properties, or `None` if it is not declared.

    Only an explicit `true` or `{}` gives `Anything`: most schemas that lack
    `additionalProperties` describe all of their properties, and type checkers shall
    report misspelled ones.
    """
    if merged.patterns:
        reader.context.diagnostics.add(
            PATTERN_PROPERTIES,
            "the pattern is ignored: all undeclared properties have this type",
            merged.patterns[0][0].location,
        )
        types = [
            reader.build_type(schema, (*owner, "value"))
            for schema, owner in merged.patterns
        ]
        other = _build_additional(reader, merged)
        return join_types(types if other is None else [*types, other])
    return _build_additional(reader, merged)


def _build_additional(reader: Reader, merged: MergedSchema) -> Type | None:
    """Return the type of `additionalProperties`, or `None` if it is not declared."""
    if merged.extras:
        extras = [(schema, (*owner, "value")) for schema, owner in merged.extras]
        return combine_schemas(reader, extras)
    if merged.extra is None or merged.extra[0].value is False:
        return None
    return Anything()
