"""Unions: `anyOf` and `oneOf`, alone or beside properties, and families of objects.

Properties beside a union belong to each of its members, so each member becomes an
object of its own that has them too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.types import (
    Declaration,
    DeclarationRef,
    Header,
    Key,
    Nullable,
    OneOf,
    Type,
    Union,
)
from .all_of import Merged, Merger
from .names import SchemaNames
from .type_ops import union_of_types
from ...openapi.document import BrokenReference, Document
from ...openapi.schema import ANNOTATIONS, Discriminator, Schema

NESTED_UNIONS = Rule(
    "nested-unions",
    Severity.NOTE,
    "Several `anyOf` or `oneOf` hold together. The members of the first are generated, "
    "each with the properties of all members of the others as optional ones.",
)
UNKNOWN_DISCRIMINATOR_TARGET = Rule(
    "unknown-discriminator-target",
    Severity.NOTE,
    "The `mapping` of a discriminator names a schema that is not a member of the union. "
    "Values with that tag stay as they come.",
)
_LONGEST_TITLE = 40
_LONGEST_WORD = 56
"""Characters of a title that is a name: of several words, and of one."""

_CONSTRAINTS = ANNOTATIONS | {
    "required",
    "not",
    "minProperties",
    "maxProperties",
    "dependentRequired",
}


class UnionReader(Protocol):
    """What reads the members of a union."""

    diagnostics: Diagnostics
    document: Document
    names: SchemaNames
    merger: Merger

    def type_of(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """What a value may be."""
        ...

    def declare(self, schema: Schema) -> Key:
        """Declares a schema."""
        ...

    def header(
        self, schema: Schema, words: tuple[str, ...], suffix: str = ""
    ) -> Header:
        """What a declaration begins with."""
        ...

    def named(self, described: Declaration | Type) -> Type:
        """The type of what was described."""
        ...

    def from_merged(
        self, merged: Merged, schema: Schema, words: tuple[str, ...], header: Header
    ) -> Declaration | Type:
        """What merged parts without unions say."""
        ...


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The members of a union.

    Args:
        members: their schemas.
        discriminator: how they are told apart, if that is said.
        owner: the schema that the union stands in.
        base: what holds beside each member, if anything does.
        others: further unions that hold as well.
        declare: whether members are to be declared as they are (those of a family).
    """

    members: list[Schema]
    discriminator: Discriminator | None
    owner: Schema
    base: Merged | None = None
    others: tuple[tuple[Schema, list[Schema]], ...] = ()
    declare: bool = False


def is_constraint(schema: Schema) -> bool:
    """Whether a member says only which properties must be present, or nothing."""
    if not isinstance(schema.value, dict) or not schema.value:
        return False
    return all(word in _CONSTRAINTS or word.startswith("x-") for word in schema.value)


def is_value(schema: Schema) -> bool:
    """Whether a member is anything but null."""
    return not (isinstance(schema.value, dict) and schema.value.get("type") == "null")


def union(
    reader: UnionReader,
    alternatives: Alternatives,
    words: tuple[str, ...],
    header: Header,
) -> Declaration | Type:
    """A `Union` under `header` when it has several objects or a declared name."""
    names = _Labels(alternatives.members)
    types = [
        _member(reader, alternatives, position, schema, words, names)
        for position, schema in enumerate(alternatives.members)
    ]
    joined = union_of_types(types)
    plain = joined.type if isinstance(joined, Nullable) else joined
    if not isinstance(plain, OneOf):
        return joined
    objects = sum(isinstance(item, DeclarationRef) for item in plain.members)
    if not header.declared and objects < 2 and not alternatives.declare:
        return joined
    return Union(
        header,
        plain.members,
        *_tags(reader, alternatives, types, plain.members),
    )


def _member(
    reader: UnionReader,
    alternatives: Alternatives,
    position: int,
    schema: Schema,
    words: tuple[str, ...],
    names: _Labels,
) -> Type:
    if alternatives.declare:
        return DeclarationRef(reader.declare(schema))
    own = words if names.alone else (*words, _label(reader, names, position))
    base = alternatives.base
    if base is None:
        return reader.type_of(schema, own)
    more = [schema]
    if alternatives.others:
        reader.diagnostics.add(
            NESTED_UNIONS,
            "more than one union holds here",
            alternatives.owner.location,
        )
    merged = reader.merger.merge(alternatives.owner, words, *more)
    required = set(merged.required)
    for _, members in alternatives.others:
        for other in members:
            _add_optional(reader, merged, other, words)
    merged.required = {k: v for k, v in merged.required.items() if k in required}
    merged.unions.clear()
    header = reader.header(
        schema, own, f"~of{reader.header(alternatives.owner, words).key}"
    )
    return reader.named(reader.from_merged(merged, schema, own, header))


def _add_optional(
    reader: UnionReader, merged: Merged, schema: Schema, words: tuple[str, ...]
) -> None:
    for name, property_ in reader.merger.merge(schema, words).properties.items():
        merged.properties.setdefault(name, property_)


class _Labels:
    """What the members of a union have in common, counted once for all of them.

    Args:
        members: their schemas.
    """

    def __init__(self, members: list[Schema]) -> None:
        self.members = members
        self.alone = sum(map(is_value, members)) == 1

    @cached_property
    def objects(self) -> int:
        """How many members are objects."""
        return sum(map(_is_object, self.members))

    @cached_property
    def owners(self) -> Counter[str]:
        """How many members have a property, by its name."""
        return Counter(name for member in self.members for name in member.properties)


def _label(reader: UnionReader, names: _Labels, position: int) -> str:
    """How a member is called inside the union, from what it says of itself.

    That is its declared name, its title, the tag that it carries, or the name of the one
    schema that it builds on; then what only it is or has among the members; its place,
    where there is nothing else.
    """
    schema = names.members[position]
    if name := _name(reader, schema):
        return name
    title = schema.title
    if title and len(title) <= (_LONGEST_TITLE if " " in title else _LONGEST_WORD):
        return title
    if schema.enum is not None:
        return "option"
    bases = [name for part in schema.all_of if (name := _name(reader, part))]
    if found := _constant(schema) or (bases[0] if len(bases) == 1 else ""):
        return found
    if not _is_object(schema):
        return f"variant {position + 1}"
    if names.objects == 1:
        return "object"
    own = [name for name in schema.properties if names.owners[name] == 1]
    needed = [name for name in own if name in schema.required]
    return f"with {[*needed, *own][0]}" if own else f"variant {position + 1}"


def _name(reader: UnionReader, schema: Schema) -> str:
    """The declared name of what a schema refers to, if it does."""
    if (reference := schema.reference) is None:
        return ""
    target = reader.document.target(schema, reference)
    return "" if isinstance(target, BrokenReference) else reader.names.declared(target)


def _is_object(schema: Schema) -> bool:
    return (
        schema.reference is not None
        or "object" in schema.types
        or bool(schema.properties)
    )


def _constant(schema: Schema) -> str:
    """The value of the one property that has a single string for a value, if it is one."""
    found = [
        values[0]
        for name, item in schema.properties.items()
        if (values := item.enum) is not None
        and len(values) == 1
        and isinstance(values[0], str)
    ]
    return found[0] if len(found) == 1 else ""


def _tags(
    reader: UnionReader,
    alternatives: Alternatives,
    types: list[Type],
    members: tuple[Type, ...],
) -> tuple[str, tuple[tuple[str, int], ...]]:
    discriminator = alternatives.discriminator
    if discriminator is None or not discriminator.property_name:
        return "", ()
    places = {member: place for place, member in reversed([*enumerate(members)])}
    names: dict[str, int] = {}
    for schema, type_ in zip(alternatives.members, types, strict=True):
        if type_ in places:
            for name in _addresses(reader, schema):
                names.setdefault(name, places[type_])
    tags: list[tuple[str, int]] = []
    for value, target in discriminator.targets.items():
        place = names.get(target, names.get(target.rpartition("/")[2]))
        if place is None:
            reader.diagnostics.add(
                UNKNOWN_DISCRIMINATOR_TARGET,
                f"{target!r} is no member of this union",
                discriminator.location,
            )
        else:
            tags.append((value, place))
    mapped = {place for _, place in tags}
    # What other values stand for has no value of its own.
    mapped.add(names.get(discriminator.default_target.rpartition("/")[2], -1))
    for name, place in names.items():
        if place not in mapped and "/" not in name:
            tags.append((name, place))
    return discriminator.property_name, tuple(tags)


def _addresses(reader: UnionReader, schema: Schema) -> list[str]:
    """How a mapping may call a member: by its declared name, or by its reference."""
    reference = schema.reference
    target = reader.document.target(schema, reference) if reference else schema
    name = "" if isinstance(target, BrokenReference) else reader.names.declared(target)
    return [text for text in (reference, name) if text]
