"""Unions: `anyOf` and `oneOf`, with or without sibling keywords, and families of objects.

Properties beside a union belong to each of its members. Therefore each member becomes a
separate object that also has these properties.
"""

from __future__ import annotations

from ...diagnostics import Rule, Severity
from ...frozen_dataclass import dataclass
from ...model.types import DeclarationRef, Nullable, OneOf, Type, Union
from ...openapi.discriminator import Discriminator
from ...openapi.schema import ANNOTATIONS, Schema
from .headers import PendingHeader, pending
from .merged import MergedSchema
from .protocol import Definition, Reader
from .tags import build_tags
from .type_ops import inherits_types, join_types
from .union_labels import UnionLabels, is_value

__all__ = ["Alternatives", "build_union", "is_assertion", "is_constraint", "is_value"]

NESTED_UNIONS = Rule(
    "nested-unions",
    Severity.NOTE,
    "Several `anyOf` or `oneOf` apply to the same value. The members of the first one "
    "are generated; each also has the properties of all members of the others, as "
    "optional properties.",
    hint="combine the unions in one `oneOf` or `anyOf`",
)
_CONSTRAINTS = ANNOTATIONS | {
    "required",
    "not",
    "minProperties",
    "maxProperties",
    "dependentRequired",
}


_ASSERTIONS = _CONSTRAINTS | {
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
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
        head: Schema that heads the family, if the union is one. Each member of a family
            becomes a declaration.
    """

    members: list[Schema]
    discriminator: Discriminator | None
    owner: Schema
    base: MergedSchema | None = None
    others: tuple[tuple[Schema, list[Schema]], ...] = ()
    head: Schema | None = None


def is_constraint(schema: Schema) -> bool:
    """Return whether a member only requires properties to be present or absent."""
    if not isinstance(schema.value, dict) or not schema.value:
        return False
    return all(
        keyword in _CONSTRAINTS or keyword.startswith("x-") for keyword in schema.value
    )


def is_assertion(schema: Schema) -> bool:
    """Return whether a member only limits values, whose type is declared beside it."""
    if not isinstance(schema.value, dict) or not schema.value:
        return False
    return all(
        keyword in _ASSERTIONS or keyword.startswith("x-") for keyword in schema.value
    )


def build_union(
    reader: Reader,
    alternatives: Alternatives,
    words: tuple[str, ...],
    header: PendingHeader,
) -> Definition:
    """Return the definition of a union.

    Args:
        reader: Reads the members.
        alternatives: The members.
        words: Parts of the name of the union.
        header: PendingHeader of its declaration.

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
    if not header.declared and objects < 2 and alternatives.head is None:
        return joined
    tags = build_tags(
        reader, alternatives.discriminator, alternatives.members, types, inner.members
    )
    base = alternatives.head
    root = reader.key(base) if base else ""
    return Union(header.build(), inner.members, *tags, root)


def _build_member(
    reader: Reader,
    alternatives: Alternatives,
    index: int,
    words: tuple[str, ...],
    labels: UnionLabels,
) -> Type:
    """Return the type of the member at `index`."""
    schema = alternatives.members[index]
    if alternatives.head is not None:
        return DeclarationRef(reader.declare(schema))
    member_words = words if labels.is_single else (*words, labels.label(index))
    document = reader.context.document
    if alternatives.base is None and not inherits_types(
        alternatives.owner, schema, document
    ):
        return reader.build_type(schema, member_words)
    if alternatives.others:
        reader.context.diagnostics.add(
            NESTED_UNIONS,
            "several unions apply to this schema",
            alternatives.owner.location,
        )
    merged = reader.merger.merge(alternatives.owner, words, schema)
    others = [(other, words) for _, members in alternatives.others for other in members]
    reader.merger.add_optional(merged, others)
    merged.unions.clear()
    suffix = f"~of{reader.key(alternatives.owner)}"
    header = pending(reader.build_header(schema, member_words, suffix))
    return reader.register(reader.build_merged(merged, schema, member_words, header))
