"""Schemas that apply to the same value: a property that several parts of an `allOf` declare.

A schema that accepts everything that another one accepts adds nothing and is dropped, so
that the types of references keep their names. What remains is intersected: enumerations
by their values, objects by their properties, arrays by their items, unions by their
members.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import prod

from ...diagnostics import Rule, Severity
from ...model.types import (
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Header,
    ListOf,
    Nullable,
    OneOf,
    Scalar,
    Type,
    Union,
)
from ...openapi.schema import Schema
from .all_of import CONFLICTING_ALL_OF
from .constraints import (
    MAX_DEPTH,
    Constraints,
    drop_wider,
    find_target_key,
    includes_types,
    list_values,
    read_constraints,
)
from .documentation import join_documentation
from .enums import build_enumeration, intersect_enums, list_json_types
from .headers import PendingHeader, pending
from .merged import MergedSchema, NamedSchema
from .protocol import Reader
from .type_ops import SCALARS, join_types

UNMERGED_PROPERTY = Rule(
    "unmerged-property",
    Severity.NOTE,
    "Several schemas of an `allOf` apply to the same property, and they are too complex to "
    "merge: one has several unions or a union and properties, or there are very many. The "
    "type of the last schema is generated.",
    hint="declare the property in one of the schemas only",
)

WIDENED_PROPERTY = Rule(
    "widened-property",
    Severity.NOTE,
    "A schema of an `allOf` declares a property again, with more JSON types than an "
    "earlier one. By the standard, only the types of the earlier one are accepted. The "
    "generated type has all of them, because such a schema is meant to replace the other.",
    hint="declare the property with all types in the first schema",
)

_MAX_SCHEMAS = 24
"""Maximum number of schemas that are merged; the time grows with their square."""

_MAX_MEMBERS = 300
"""Maximum number of combinations of the members of unions."""


class _ConflictError(Exception):
    """No value is accepted by all schemas."""


def combine_schemas(
    reader: Reader, schemas: Sequence[NamedSchema], depth: int = 0
) -> Type:
    """Return the type of a value to which several schemas apply.

    If no value is accepted by all of them, a diagnostic is reported, and the type is that
    of the last one.

    Args:
        reader: Reads the schemas.
        schemas: At least one schema with the parts of its name.
        depth: Depth of nested arrays and unions.
    """
    if len(schemas) == 1:
        return reader.build_type(*schemas[0])
    distinct = {
        find_target_key(reader, schema): (schema, words)
        for schema, words in schemas
        if not schema.is_annotated_only
    }
    last_schema, last_words = [*schemas, *distinct.values()][-1]
    if len(distinct) < 2:
        return reader.build_type(last_schema, last_words)
    if len(distinct) > _MAX_SCHEMAS or depth > MAX_DEPTH:
        return _build_last(reader, last_schema, last_words)
    constraints = [
        read_constraints(reader, schema, words, depth)
        for schema, words in distinct.values()
    ]
    last = constraints[-1]
    if _is_wider(last, constraints):
        reader.context.diagnostics.add(
            WIDENED_PROPERTY,
            f"another part accepts only {' or '.join(sorted(constraints[0].types))}",
            last.schema.location,
        )
        return reader.build_type(last.schema, last.words)
    try:
        type_ = _intersect(reader, constraints, depth)
    except _ConflictError as conflict:
        reader.context.diagnostics.add(
            CONFLICTING_ALL_OF, str(conflict), last.schema.location
        )
        return reader.build_type(last.schema, last.words)
    nullable = all(item.nullable for item in constraints)
    if isinstance(type_, Nullable):
        return type_ if nullable else type_.type
    return Nullable(type_) if nullable and not isinstance(type_, Anything) else type_


def _build_last(reader: Reader, schema: Schema, words: tuple[str, ...]) -> Type:
    """Return the type of the last schema, and report that the others are ignored."""
    reader.context.diagnostics.add(
        UNMERGED_PROPERTY, "only the last schema is generated", schema.location
    )
    return reader.build_type(schema, words)


def _is_wider(last: Constraints, constraints: list[Constraints]) -> bool:
    """Return whether the last schema adds JSON types to those of the others."""
    others = [item.types for item in constraints[:-1] if not item.implies_types]
    return len(last.types) > 1 and any(
        types
        and includes_types(last.types, types)
        and not includes_types(types, last.types)
        for types in others
    )


def build_merged_values(
    reader: Reader, merged: MergedSchema, header: PendingHeader
) -> Declaration | Type:
    """Return the definition of the values that all enumerations of a schema contain."""
    diagnostics = reader.context.diagnostics
    last = merged.enums[-1][0]
    values = merged.enum
    if not values and len(merged.enums) > 1:
        diagnostics.add(
            CONFLICTING_ALL_OF,
            "the enumerations have no value in common",
            last.location,
        )
        values = last.enum
    return build_enumeration(last, values or [], header, diagnostics, merged.types)


def _intersect(reader: Reader, constraints: list[Constraints], depth: int) -> Type:
    """Return the type of the values that all schemas accept.

    Raises:
        _ConflictError: There is no such value.
    """
    kept = drop_wider(constraints)
    last = kept[-1]
    if len(kept) == 1:
        return reader.build_type(last.schema, last.words)
    count = prod(len(item.members) or 1 for item in kept)
    if count > _MAX_MEMBERS or any(item.is_complex for item in kept):
        return _build_last(reader, last.schema, last.words)
    union = next((item for item in kept if item.members), None)
    if union is not None:
        return _intersect_union(reader, union, kept, depth)
    types = _common_types(kept)
    if any(item.enum is not None for item in kept):
        return _intersect_values(reader, kept, types)
    if types == {"array"} and not _list_items(kept):
        return reader.build_type(last.schema, last.words)
    return _join_types(reader, kept, types, depth)


def _common_types(kept: list[Constraints]) -> set[str]:
    """Return the JSON types that all schemas accept; empty if none has types."""
    common: set[str] | None = None
    for item in sorted(kept, key=lambda item: item.implies_types):
        if not item.types:
            continue
        types = set(item.types)
        if common is None:
            common = types
            continue
        if item.implies_types and common & types:
            continue
        if "number" in common and "integer" in types:
            common = {*common, "integer"} - ({"number"} - types)
        if "number" in types and "integer" in common:
            types.add("integer")
        if not common & types:
            raise _ConflictError(
                f"one part requires type {' or '.join(sorted(common))}, another "
                f"requires {' or '.join(sorted(types))}"
            )
        common &= types
    return common or set()


def _intersect_union(
    reader: Reader, union: Constraints, kept: list[Constraints], depth: int
) -> Type:
    """Return the union of the intersections of each member with the other schemas."""
    others = [item for item in kept if item is not union]
    results: list[Type] = []
    for member in list_values(union):
        try:
            results.append(_intersect(reader, [*others, member], depth + 1))
        except _ConflictError:
            continue
    if not results:
        raise _ConflictError("no member of a union is accepted by the other parts")
    joined = join_types(results)
    members = joined.members if isinstance(joined, OneOf) else ()
    if sum(isinstance(item, DeclarationRef) for item in members) < 2:
        return joined
    return reader.register(Union(_build_header(reader, union, kept), members))


def _intersect_values(reader: Reader, kept: list[Constraints], types: set[str]) -> Type:
    """Return the type of the enumerated values that all schemas accept."""
    enums = [item for item in kept if item.enum is not None]
    values = [
        value
        for value in intersect_enums([*item.enum] for item in enums if item.enum)
        if not types or includes_types(frozenset(types), list_json_types([value]))
    ]
    if not values:
        raise _ConflictError("the enumerations have no value in common")
    last = enums[-1]
    header = pending(_build_header(reader, last, kept))
    diagnostics = reader.context.diagnostics
    return reader.register(build_enumeration(last.schema, values, header, diagnostics))


def _merge_objects(reader: Reader, kept: list[Constraints]) -> Type:
    """Declare the object that has the properties of all schemas."""
    last = kept[-1]
    header = _build_header(reader, last, kept)
    # An object that contains itself is read once.
    if reader.reserve(header.key):
        merged = reader.merger.merge(
            kept[0].schema, last.words, *(item.schema for item in kept[1:])
        )
        merged.types = ("object",)
        definition = reader.build_merged(
            merged, last.schema, last.words, pending(header)
        )
        if not isinstance(definition, Declaration):
            definition = Alias(header, definition)
        reader.register(definition)
    return DeclarationRef(header.key)


def _build_header(reader: Reader, last: Constraints, kept: list[Constraints]) -> Header:
    """Return the header of the declaration for several schemas."""
    others = "+".join(reader.key(item.schema) for item in kept if item is not last)
    header = reader.build_header(last.schema, last.words, f"~with~{others}")
    documentation = join_documentation(
        [item.schema for item in kept], reader.context.document
    )
    return replace(header, documentation=documentation)


def _list_items(kept: list[Constraints]) -> list[NamedSchema]:
    return [named for item in kept for named in item.merged.items]


def _join_types(
    reader: Reader, kept: list[Constraints], types: set[str], depth: int
) -> Type:
    """Return the union of the values of each JSON type that all schemas accept."""
    formats = [item.format for item in kept if item.format]
    format_ = formats[-1] if formats else ""

    def build(name: str) -> Type:
        if name == "object":
            return _merge_objects(reader, kept)
        if name == "array" and (items := _list_items(kept)):
            return ListOf(combine_schemas(reader, items, depth + 1))
        if name == "array":
            return ListOf(Anything())
        return Scalar(SCALARS[name], format_) if name in SCALARS else Anything()

    return join_types(build(name) for name in sorted(types))
