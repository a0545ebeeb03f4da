"""Constraints of schemas on a value, and comparison of the values that they accept."""

from __future__ import annotations

from collections.abc import Iterable

from ...frozen_dataclass import dataclass
from ...openapi.document import BrokenReference
from ...openapi.schema import ANNOTATIONS, Schema
from .enums import intersect_enums, list_json_types
from .merged import MergedSchema, NamedSchema
from .protocol import Reader
from .type_ops import accepts_null
from .union_labels import UnionLabels

MAX_DEPTH = 6
"""Maximum depth of nested arrays and unions that are intersected."""


@dataclass(frozen=True, slots=True, eq=False)
class Constraints:
    """The constraints of a schema on a value.

    Args:
        schema: The schema.
        key: Key of the target of its reference, or of the schema.
        words: Parts of the name of its declaration.
        merged: The schema with its references and its `allOf`.
        members: Members of its union; empty if there is none.
        types: JSON types without null; empty if all are accepted.
        enum: Enumerated values without null; `None` if there is no enumeration.
        nullable: Whether null is accepted.
    """

    schema: Schema
    key: object
    words: tuple[str, ...]
    merged: MergedSchema
    members: tuple[Constraints, ...]
    types: frozenset[str]
    enum: tuple[object, ...] | None
    nullable: bool

    @property
    def is_object(self) -> bool:
        """Whether properties are declared."""
        merged = self.merged
        declares = merged.properties or merged.patterns or merged.conditional
        return bool(declares) or merged.extra is not None

    @property
    def implies_types(self) -> bool:
        """Whether keywords imply the types, which then also accept other JSON types."""
        return not self.merged.types and not self.members and self.enum is None

    @property
    def is_complex(self) -> bool:
        """Whether the schema has several unions, or a union beside properties."""
        count = len(self.merged.unions)
        return count > 1 or (count == 1 and self.is_object)

    def is_same_as(self, other: Constraints) -> bool:
        """Return whether both schemas have the same target, or the same text."""
        first, second = self.schema, other.schema
        return self.key == other.key or (
            first.file.uri == second.file.uri and first.value == second.value
        )

    @property
    def format(self) -> str:
        """The `format` annotation."""
        values = self.merged.values
        return values.format if values is not None else ""


def read_constraints(
    reader: Reader, schema: Schema, words: tuple[str, ...], depth: int
) -> Constraints:
    """Return the constraints of a schema.

    Args:
        reader: Merges the schema with its references and its `allOf`.
        schema: The schema.
        words: Parts of the name of its declaration.
        depth: Depth of nested arrays and unions.
    """
    merged = reader.merger.merge(schema, words)
    members: tuple[Constraints, ...] = ()
    if merged.unions and depth < MAX_DEPTH:
        schemas = merged.unions[0][1]
        labels = UnionLabels(reader, schemas)
        members = tuple(
            read_constraints(
                reader,
                member,
                words if labels.is_single else (*words, labels.label(index)),
                depth + 1,
            )
            for index, member in enumerate(schemas)
        )
    enum = merged.enum
    types = frozenset(merged.types) - {"null"}
    if not types and enum is not None:
        types = list_json_types(enum)
    elif not types and members and all(member.types for member in members):
        types = frozenset().union(*(member.types for member in members))
    elif not types and (
        merged.properties or merged.patterns or merged.extra or merged.conditional
    ):
        types = frozenset({"object"})
    elif not types and merged.items:
        types = frozenset({"array"})
    nullable = merged.nullable or (
        isinstance(schema.value, dict) and accepts_null(schema.value)
    )
    return Constraints(
        schema,
        find_target_key(reader, schema),
        words,
        merged,
        members,
        types,
        None if enum is None else tuple(item for item in enum if item is not None),
        nullable
        or any(member.nullable for member in members)
        or merged.types == ("null",)
        or (enum is not None and None in enum)
        or not (types or members or enum is not None),
    )


def find_target_key(reader: Reader, schema: Schema) -> object:
    """Return the key of the target of a reference without siblings, or of the schema."""
    if schema.reference is None or schema.value.keys() - ANNOTATIONS - {"$ref"}:
        return schema.key
    target = reader.context.document.resolve(schema)
    return schema.key if isinstance(target, BrokenReference) else target.key


def drop_wider(constraints: list[Constraints]) -> list[Constraints]:
    """Return the schemas without those that accept everything that another accepts.

    Of equivalent schemas, the last one is kept.
    """
    kept = list(constraints)
    for item in constraints:
        position = kept.index(item)
        if any(
            _is_narrower(other, item)
            and (index > position or not _is_narrower(item, other))
            for index, other in enumerate(kept)
            if other is not item
        ):
            del kept[position]
    return kept


def _is_narrower(item: Constraints, other: Constraints) -> bool:
    """Return whether `other` accepts every value, except null, that `item` accepts."""
    if item.is_same_as(other):
        return True
    if item.members:
        return all(_is_narrower(member, other) for member in list_values(item))
    if other.members and not other.is_object:
        return any(_is_narrower(item, member) for member in list_values(other))
    if other.types and not (item.types and includes_types(other.types, item.types)):
        return False
    if item.implies_types and len(other.types) > 1:
        return False
    if other.enum is not None:
        enum = item.enum
        return enum is not None and len(enum) == len(
            intersect_enums([[*other.enum], [*enum]])
        )
    if item.enum is not None:
        return True
    if other.is_object and not _has_members_of(item.merged, other.merged):
        return False
    if other.merged.items and _keys(other.merged.items) != _keys(item.merged.items):
        return False
    return not other.format or other.format == item.format


def list_values(item: Constraints) -> list[Constraints]:
    """Return the members of a union except null."""
    return [member for member in item.members if member.merged.types != ("null",)]


def includes_types(types: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether all JSON types in `others` are in `types`."""
    return all(
        name in types or (name == "integer" and "number" in types) for name in others
    )


def _has_members_of(merged: MergedSchema, other: MergedSchema) -> bool:
    """Return whether a schema declares all members of objects that another declares."""
    return (
        all(
            name in merged.properties and _keys(parts) <= _keys(merged.properties[name])
            for name, parts in other.properties.items()
        )
        and other.conditional.keys() <= merged.conditional.keys()
        and _keys(other.patterns) <= _keys(merged.patterns)
        and (
            other.extra is None
            or isinstance(other.extra[0].value, bool)
            or (
                merged.extra is not None and _keys(other.extras) <= _keys(merged.extras)
            )
        )
    )


def _keys(schemas: Iterable[NamedSchema]) -> set[object]:
    return {schema.key for schema, _ in schemas}
