"""Definitions of composed schemas: `allOf`, `anyOf`, `oneOf`, and `$ref` with siblings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...openapi.conditions import CONDITIONAL
from ...openapi.document import Document
from ...openapi.exclusions import accepts_nothing
from ...openapi.schema import ANNOTATIONS, Schema
from .headers import PendingHeader
from .protocol import Definition, Reader
from .type_ops import has_several_types, inherits_types
from .unions import Alternatives, build_union, is_assertion, is_constraint, is_value
from .values import OBJECT_KEYWORDS


def build_composition(
    reader: Reader,
    schema: Schema,
    words: tuple[str, ...],
    header: PendingHeader,
    extends: Callable[[Schema, Schema], bool],
) -> Definition:
    """Return the definition of a schema that combines other schemas.

    Args:
        reader: Reads the combined schemas.
        schema: A schema with a keyword of `COMPOSITION`.
        words: Parts of the name of its declaration.
        header: PendingHeader of its declaration.
        extends: Return whether a schema (first argument) extends the family of a part
            (second argument).
    """
    value = schema.value
    if "allOf" in value or "$ref" in value:
        part = _find_only_part(schema, reader.context.document)
        if part is not None and not extends(schema, part):
            return reader.build_type(part, words)
    elif value.keys().isdisjoint(OBJECT_KEYWORDS) and not (
        "anyOf" in value and "oneOf" in value
    ):
        members = _drop_constraints(schema, schema.any_of or schema.one_of)
        if members and not _adds_properties(reader, schema, members, words):
            alternatives = Alternatives(members, schema.discriminator, schema)
            return build_union(reader, alternatives, words, header)
    merged = reader.merger.merge(schema, words)
    unions = [
        (owner, members)
        for owner, alternatives in merged.unions
        if (members := _drop_constraints(owner, alternatives))
    ]
    if not unions:
        return reader.build_merged(merged, schema, words, header)
    owner, members = unions[0]
    return build_union(
        reader,
        Alternatives(members, owner.discriminator, schema, merged, tuple(unions[1:])),
        words,
        header,
    )


def unwrap_nullable_union(schema: Schema) -> Schema:
    """Return the only inline member of a union besides null, or the schema itself.

    A declared schema `anyOf: [{...}, {type: "null"}]` declares its member; references to
    the schema are nullable.
    """
    value = schema.value
    if not isinstance(value, dict) or ("anyOf" in value and "oneOf" in value):
        return schema
    if not _has_only(schema, "anyOf", "oneOf"):
        return schema
    members = [item for item in schema.any_of or schema.one_of if is_value(item)]
    return members[0] if len(members) == 1 and not members[0].reference else schema


def _drop_constraints(owner: Schema, members: Sequence[Schema]) -> list[Schema]:
    """Return the members of a union that change the type of its owner."""
    members = [item for item in members if not accepts_nothing(item.value)] or members
    values = [member for member in members if is_value(member)]
    if owner.types and all(map(is_assertion, values)):
        return []
    return [member for member in members if not is_constraint(member)]


def _adds_properties(
    reader: Reader, schema: Schema, members: list[Schema], words: tuple[str, ...]
) -> bool:
    """Return whether conditions beside a union declare properties that a member lacks."""
    if CONDITIONAL.isdisjoint(schema.value):
        return False
    merged = reader.merger.merge(schema, words)
    if not merged.conditional:
        return False
    parts = [reader.merger.merge(member, words) for member in members]
    return any(
        not merged.conditional.keys() <= part.properties.keys()
        for part in parts
        if part.types in ((), ("object",)) and not part.enums
    )


def _find_only_part(schema: Schema, document: Document) -> Schema | None:
    """Return the only part of an `allOf` with constraints, if it has no siblings."""
    if not _has_only(schema, "allOf", "type") or has_several_types(schema):
        return None
    parts = [part for part in schema.all_of if not part.is_annotated_only]
    if len(parts) != 1 or inherits_types(schema, parts[0], document):
        return None
    return parts[0]


def _has_only(schema: Schema, *keywords: str) -> bool:
    """Return whether a schema has no keywords but these, annotations and extensions."""
    return all(
        keyword in ANNOTATIONS or keyword in keywords or keyword[:2] == "x-"
        for keyword in schema.value
    )
