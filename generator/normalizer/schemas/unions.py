"""Unions: `anyOf` and `oneOf`, with or without sibling keywords, and families of objects.

Properties beside a union belong to each of its members. Therefore each member becomes a
separate object that also has these properties.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...diagnostics import Rule, Severity
from ...model.types import DeclarationRef, Header, Nullable, OneOf, Type, Union
from ...openapi.document import BrokenReference
from ...openapi.schema import ANNOTATIONS, Discriminator, Schema
from .merged import MergedSchema
from .protocol import Definition, Reader
from .type_ops import join_types
from .union_labels import UnionLabels, is_value

__all__ = ["Alternatives", "build_union", "is_constraint", "is_value"]

NESTED_UNIONS = Rule(
    "nested-unions",
    Severity.NOTE,
    "Several `anyOf` or `oneOf` apply to the same value. The members of the first one "
    "are generated; each also has the properties of all members of the others, as "
    "optional properties.",
)
UNKNOWN_DISCRIMINATOR_TARGET = Rule(
    "unknown-discriminator-target",
    Severity.NOTE,
    "The `mapping` of a discriminator names a schema that is not a member of the union. "
    "Values with that tag are not converted.",
)

_CONSTRAINTS = ANNOTATIONS | {
    "required",
    "not",
    "minProperties",
    "maxProperties",
    "dependentRequired",
}


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The members of a union.

    Args:
        members: Schemas of the members.
        discriminator: The discriminator, if there is one.
        owner: Schema that contains the union.
        base: Keywords that apply to each member, if there are any.
        others: Further unions that apply as well, with the schemas that contain them.
        declare: Whether each member becomes a declaration (the members of a family).
    """

    members: list[Schema]
    discriminator: Discriminator | None
    owner: Schema
    base: MergedSchema | None = None
    others: tuple[tuple[Schema, list[Schema]], ...] = ()
    declare: bool = False


def is_constraint(schema: Schema) -> bool:
    """Return whether a member only requires properties to be present or absent."""
    if not isinstance(schema.value, dict) or not schema.value:
        return False
    return all(
        keyword in _CONSTRAINTS or keyword.startswith("x-") for keyword in schema.value
    )


def build_union(
    reader: Reader,
    alternatives: Alternatives,
    words: tuple[str, ...],
    header: Header,
) -> Definition:
    """Return the definition of a union.

    Args:
        reader: Reads the members.
        alternatives: The members.
        words: Parts of the name of the union.
        header: Header of its declaration.

    Returns:
        A `Union` if the union has a declared name or several objects, otherwise an
        anonymous type.
    """
    labels = UnionLabels(reader, alternatives.members)
    types = [
        _build_member(reader, alternatives, index, words, labels)
        for index in range(len(alternatives.members))
    ]
    joined = join_types(types)
    inner = joined.type if isinstance(joined, Nullable) else joined
    if not isinstance(inner, OneOf):
        return joined
    objects = sum(isinstance(item, DeclarationRef) for item in inner.members)
    if not header.declared and objects < 2 and not alternatives.declare:
        return joined
    tags = _build_tags(reader, alternatives, types, inner.members)
    return Union(header, inner.members, *tags)


def _build_member(
    reader: Reader,
    alternatives: Alternatives,
    index: int,
    words: tuple[str, ...],
    labels: UnionLabels,
) -> Type:
    """Return the type of the member at `index`."""
    schema = alternatives.members[index]
    if alternatives.declare:
        return DeclarationRef(reader.declare(schema))
    member_words = words if labels.is_single else (*words, labels.label(index))
    if alternatives.base is None:
        return reader.build_type(schema, member_words)
    if alternatives.others:
        reader.context.diagnostics.add(
            NESTED_UNIONS,
            "several unions apply to this schema",
            alternatives.owner.location,
        )
    merged = reader.merger.merge(alternatives.owner, words, schema)
    required = set(merged.required)
    for _, members in alternatives.others:
        for other in members:
            _add_optional_properties(reader, merged, other, words)
    merged.required = {k: v for k, v in merged.required.items() if k in required}
    merged.unions.clear()
    suffix = f"~of{reader.build_header(alternatives.owner, words).key}"
    header = reader.build_header(schema, member_words, suffix)
    return reader.register(reader.build_merged(merged, schema, member_words, header))


def _add_optional_properties(
    reader: Reader, merged: MergedSchema, schema: Schema, words: tuple[str, ...]
) -> None:
    for name, property_ in reader.merger.merge(schema, words).properties.items():
        merged.properties.setdefault(name, property_)


def _build_tags(
    reader: Reader,
    alternatives: Alternatives,
    types: list[Type],
    members: tuple[Type, ...],
) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Return the discriminator's property and the member index for each of its values.

    Values that `mapping` does not contain are the names of the members (OpenAPI 3.1,
    section 4.8.25).

    Args:
        reader: Resolves references.
        alternatives: The members and the discriminator.
        types: Type of each schema in `alternatives`.
        members: Distinct types of the union.
    """
    discriminator = alternatives.discriminator
    if discriminator is None or not discriminator.property_name:
        return "", ()
    indexes = {member: index for index, member in reversed([*enumerate(members)])}
    by_name: dict[str, int] = {}
    for schema, type_ in zip(alternatives.members, types, strict=True):
        if type_ in indexes:
            for name in _list_mapping_names(reader, schema):
                by_name.setdefault(name, indexes[type_])
    tags: list[tuple[str, int]] = []
    for value, target in discriminator.targets.items():
        index = by_name.get(target, by_name.get(target.rpartition("/")[2]))
        if index is None:
            reader.context.diagnostics.add(
                UNKNOWN_DISCRIMINATOR_TARGET,
                f"{target!r} is not a member of this union",
                discriminator.location,
            )
        else:
            tags.append((value, index))
    mapped = {index for _, index in tags}
    # The member for unmapped values has no declared tag.
    mapped.add(by_name.get(discriminator.default_target.rpartition("/")[2], -1))
    for name, index in by_name.items():
        if index not in mapped and "/" not in name:
            tags.append((name, index))
    return discriminator.property_name, tuple(tags)


def _list_mapping_names(reader: Reader, schema: Schema) -> list[str]:
    """Return the reference and the declared name by which `mapping` may name a member."""
    reference = schema.reference
    document = reader.context.document
    target = document.target(schema, reference) if reference else schema
    name = "" if isinstance(target, BrokenReference) else reader.names.declared(target)
    return [item for item in (reference, name) if item]
