"""Types of properties that conditional schemas declare.

If the object itself declares the property with a type, each conditional schema can only
narrow that type, which therefore stays. Otherwise the type is the union of those of the
conditional schemas.

A property that is mentioned by conditions only (`if`) has the enumerated values, or any
other value of their JSON types: a value that does not meet the condition is valid, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.types import (
    Anything,
    DeclarationRef,
    Documentation,
    MapOf,
    Nullable,
    OneOf,
    Scalar,
    Type,
    Union,
)
from .enums import build_literal, list_json_types
from .merged import NamedSchema
from .protocol import Reader
from .repeated import combine_schemas
from .type_ops import SCALARS, join_types


def build_optional_type(
    reader: Reader,
    base: Sequence[NamedSchema],
    alternatives: Sequence[tuple[NamedSchema, ...]],
) -> Type:
    """Return the type of a property that conditional schemas declare.

    Args:
        reader: Reads the schemas.
        base: The schemas that always apply to the property.
        alternatives: The schemas that each conditional schema applies to it.
    """
    typed = [item for item in base if not _is_untyped(item)]
    declared = combine_schemas(reader, base) if typed else None
    if declared is not None and declared != MapOf(Anything()):
        return declared
    # Those without a type add one only if no other schema has one.
    known = {schema.key for schema, _ in base}
    others = [
        item
        for item in alternatives
        if not all(_is_untyped(named) or named[0].key in known for named in item)
    ]
    alternatives = others or alternatives
    types = [combine_schemas(reader, (*typed, *item)) for item in alternatives]
    joined = join_types(types if declared is None else [*types, declared])
    schemas = [*typed, *(named for item in alternatives for named in item)]
    return _name_union(reader, joined, schemas)


def build_tested_type(reader: Reader, schemas: Sequence[NamedSchema]) -> Type:
    """Return the type of a property that only conditions mention.

    Args:
        reader: Collects diagnostics.
        schemas: Schemas with an enumeration.
    """
    values = [value for schema, _ in schemas for value in schema.enum or []]
    unique = [
        value for index, value in enumerate(values) if value not in values[:index]
    ]
    names = sorted(list_json_types(unique))
    if not unique or any(name not in SCALARS for name in names):
        return Anything()
    literal = build_literal(schemas[-1][0], unique, reader.context.diagnostics)
    scalars = [Scalar(SCALARS[name]) for name in names]
    joined = join_types([literal, *(item for item in scalars if item != literal)])
    is_null = isinstance(joined, Anything | Nullable) or None not in unique
    return joined if is_null else Nullable(joined)


def _is_untyped(item: NamedSchema) -> bool:
    schema, _ = item
    return schema.value is True or schema.is_annotated_only


def _name_union(reader: Reader, type_: Type, schemas: list[NamedSchema]) -> Type:
    """Declare a union of several objects, as for `anyOf`."""
    inner = type_.type if isinstance(type_, Nullable) else type_
    members = inner.members if isinstance(inner, OneOf) else ()
    if sum(isinstance(item, DeclarationRef) for item in members) < 2:
        return type_
    (last, words), others = schemas[-1], schemas[:-1]
    keys = "+".join(reader.key(schema) for schema, _ in others)
    header = reader.build_header(last, words, f"~or~{keys}")
    header = replace(header, documentation=Documentation())
    union = reader.register(Union(header, members))
    return Nullable(union) if isinstance(type_, Nullable) else union
