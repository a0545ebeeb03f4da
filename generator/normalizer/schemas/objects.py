"""Objects with declared properties, and maps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...diagnostics import Rule, Severity
from ...model.types import Access, Anything, MapOf, Object, Property, Type
from ...openapi.document import Document
from ...openapi.exclusions import accepts_nothing
from ...openapi.schema import Schema
from .clauses import list_names, with_values
from .contents import read_content
from .documentation import join_documentation, read_access
from .headers import PendingHeader
from .merged import MergedSchema, NamedSchema
from .optional_types import build_optional_type, build_tested_type
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
    hint="declare the property, or remove it from `required`",
)
PATTERN_PROPERTIES = Rule(
    "pattern-properties",
    Severity.NOTE,
    "`patternProperties` defines a type for property names that match a pattern. The "
    "generated type applies it to all undeclared properties.",
    key="patternProperties",
    hint="nothing is required; use `additionalProperties` if the pattern has no meaning",
)


def build_object(
    reader: Reader, merged: MergedSchema, words: tuple[str, ...], header: PendingHeader
) -> Definition:
    """Return an `Object` if properties are declared, otherwise a `MapOf`.

    Args:
        reader: Reads the schemas of the properties.
        merged: The merged keywords of the object.
        words: Parts of the name of the object.
        header: PendingHeader of its declaration.
    """
    extra = _build_extra(reader, merged)
    names = _list_names(merged)
    if not names:
        return MapOf(extra or Anything(), _build_key(reader, merged))
    for name, part in merged.required.items():
        if name not in names:
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
        _build_property(reader, name, merged) for name in names if name not in sdk_only
    )
    rules = (
        read_joined_text(name, schema, reader.context.diagnostics)
        for name, schema in sdk_only.items()
    )
    joined = tuple(rule for rule in rules if rule is not None)
    return Object(
        header.build(),
        properties,
        extra,
        closed=_is_closed(merged),
        joined=joined,
        presence=merged.presence,
    )


def _is_closed(merged: MergedSchema) -> bool:
    """Return whether additional properties are forbidden."""
    if merged.patterns or merged.extra is None:
        return False
    return merged.extra[0].value is False


def _list_names(merged: MergedSchema) -> list[str]:
    """Return the names of the properties, without those that must be absent.

    Properties that only conditions mention are left out if undeclared ones have a type.
    """
    tested = {} if merged.extras or merged.patterns else merged.tested
    return [
        name
        for name in {**merged.properties, **merged.conditional, **tested}
        if name in merged.required or not _is_absent(merged.properties.get(name, ()))
    ]


def _is_absent(schemas: Sequence[NamedSchema]) -> bool:
    return any(accepts_nothing(schema.value) for schema, _ in schemas)


def _build_key(reader: Reader, merged: MergedSchema) -> Type | None:
    """Return the type of the keys of a map if `propertyNames` enumerates them."""
    for schema, words in merged.names:
        values = reader.merger.merge(schema, words).enum
        if values and all(isinstance(value, str) for value in values):
            return reader.build_type(schema, words)
    return None


def _build_property(reader: Reader, name: str, merged: MergedSchema) -> Property:
    """Return a property, with the types that conditional schemas declare for it."""
    schemas = merged.properties.get(name, ())
    alternatives = merged.conditional.get(name)
    nodes = [schema for schema, _ in schemas]
    if alternatives:
        type_ = build_optional_type(reader, schemas, alternatives)
        optional = [schema for item in alternatives for schema, _ in item]
    elif schemas:
        type_, optional = combine_schemas(reader, schemas), []
    else:
        type_ = build_tested_type(reader, merged.tested[name])
        optional = [schema for schema, _ in merged.tested[name]]
    if len(nodes) == 1 and not optional:
        documentation, access = reader.texts.read(nodes[0])
    else:
        document = reader.context.document
        documentation = join_documentation(nodes, document, optional)
        access = _read_access(nodes, optional, document)
    if required := merged.dependents.get(name):
        statement = with_values("requires {}", list_names(required))
        statements = (*documentation.statements, statement)
        documentation = replace(documentation, statements=statements)
    return Property(
        name,
        type_,
        name in merged.required,
        documentation,
        access,
        (nodes or optional)[-1].location,
        conditional=not nodes,
        content=None if alternatives else read_content(reader, schemas),
    )


def _read_access(
    schemas: list[Schema], optional: list[Schema], document: Document
) -> Access:
    """Return the direction of a property to which all schemas apply, or one optional."""
    if schemas:
        return read_access(schemas, document)
    directions = {read_access([schema], document) for schema in optional}
    return directions.pop() if len(directions) == 1 else Access.BOTH


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
