"""Narrowing of discriminator properties.

The property that selects the member of a union is often declared as a plain string, or as
an enumeration of the values of all members. The property of each member is narrowed to a
literal of the values that select this member, so that type checkers and the client can
select it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ...diagnostics import Diagnostics
from ...model.types import (
    Anything,
    Declaration,
    JsonScalar,
    Key,
    Literal,
    Nullable,
    Object,
    Property,
    Scalar,
    ScalarKind,
    Type,
    Union,
)
from .missing_tags import report_tags, report_untyped_tags
from .type_queries import Shapes

_Values: TypeAlias = dict[JsonScalar, None]
"""An ordered set of values."""

_INTEGER = re.compile(r"-?\d{1,18}", re.ASCII)
_BOOLEANS = {"true": True, "false": False}


def narrow_tags(
    declarations: dict[Key, Declaration],
    diagnostics: Diagnostics,
    families: Iterable[Union] = (),
) -> None:
    """Narrow the discriminator properties of all members of unions, in place.

    Args:
        declarations: The declarations, by key.
        diagnostics: Receives a note for each mapping that contradicts an enumeration.
        families: Unions that are not declared, because only their members are used.
    """
    unions = [item for item in declarations.values() if isinstance(item, Union)]
    tagged = [_TaggedUnion(declarations, item) for item in unions if item.discriminator]
    for union in tagged:
        union.report(diagnostics)
        declarations[union.key] = union.complete()
    for item in families:
        union = _TaggedUnion(declarations, item)
        union.report(diagnostics)
        # The base is not a member of any union.
        union.members = [each for each in union.members if each.key != item.base]
        tagged.append(union)
    for key, values in _merge_values(tagged).items():
        declaration = declarations[key]
        if isinstance(declaration, Object):
            declarations[key] = _narrow_object(declaration, values)


def set_bases(declarations: dict[Key, Declaration], bases: Mapping[Key, Key]) -> None:
    """Set the base of each object, in place.

    Args:
        declarations: The declarations, by key.
        bases: Key of the base, by key of the object.
    """
    for key, base in bases.items():
        declaration = declarations.get(key)
        if isinstance(declaration, Object) and isinstance(
            declarations.get(base), Object
        ):
            declarations[key] = replace(declaration, base=base)


@dataclass(slots=True)
class _Member:
    """An object that is a member of a union.

    Args:
        key: Key of the object.
        index: Index in the union.
        values: Values that its property accepts; empty if it is not an enumeration.
        is_required: Whether its property is required.
        selected: Values that select the member.
        remaining: Values that its property accepts and that select no other member.
    """

    key: Key
    index: int
    values: tuple[JsonScalar, ...]
    is_required: bool
    selected: _Values = field(default_factory=dict)
    remaining: _Values = field(default_factory=dict)


class _TaggedUnion:
    """A union with a discriminator, and the values that select its members.

    Args:
        declarations: The declarations, by key.
        union: The union.
    """

    def __init__(self, declarations: Mapping[Key, Declaration], union: Union) -> None:
        self.union = union
        self._shapes = Shapes(declarations)
        self.key = union.header.key
        self.name = union.discriminator
        self.members: list[_Member] = []
        self.untyped: list[str] = []
        """Values of the mapping that the property of their member does not accept."""
        for index, member in enumerate(union.members):
            owner = self._shapes.only(member)
            property_ = _find_property(owner, self.name) if owner is not None else None
            if owner is not None and property_ is not None:
                values = self._read_values(property_.type)
                required = property_.required
                item = _Member(owner.header.key, index, values, required)
                if not values:
                    tags = self._list_tags(index)
                    item.selected = self._parse_tags(property_.type, tags)
                    if index not in self.union.unmapped:
                        known = set(map(_to_text, item.selected))
                        self.untyped += (tag for tag in tags if tag not in known)
                self.members.append(item)
        self._select_values()

    def complete(self) -> Union:
        """Return the union with its final tags.

        The base is removed if the values of the enumeration select all other members, and
        each object has one of them.
        """
        tags = dict(self.union.tags)
        for member in self.members:
            if values := member.selected or member.remaining:
                tags = {k: v for k, v in tags.items() if v != member.index}
                tags.update((_to_text(value), member.index) for value in values)
        members = list(self.union.members)
        removed = self._find_abstract_base()
        if removed is not None:
            del members[removed]
            tags = {
                tag: index - (index > removed)
                for tag, index in tags.items()
                if index != removed
            }
        ordered = sorted(tags.items(), key=lambda item: item[1])
        return replace(
            self.union, members=tuple(members), tags=tuple(ordered), unmapped=()
        )

    def _find_abstract_base(self) -> int | None:
        """Return the index of the base if each object is one of another member."""
        if len(self.union.members) < 3:
            return None
        for member in self.members:
            if member.key == self.union.base and member.values:
                is_abstract = not (member.selected or member.remaining)
                return member.index if is_abstract and member.is_required else None
        return None

    def report(self, diagnostics: Diagnostics) -> None:
        """Report the values of the mapping that the members do not accept."""
        report_tags(self.union, self.list_unknown_tags(), diagnostics)
        report_untyped_tags(self.union, self.untyped, diagnostics)

    def list_unknown_tags(self) -> list[str]:
        """Return the values of the mapping that the enumeration of a member lacks."""
        unknown: list[str] = []
        for member in self.members:
            known = set(map(_to_text, member.values))
            if known and member.index not in self.union.unmapped:
                tags = self._list_tags(member.index)
                unknown += [tag for tag in tags if tag not in known]
        return unknown

    def _list_tags(self, index: int) -> list[str]:
        return [tag for tag, member in self.union.tags if member == index]

    def _read_values(self, type_: Type) -> tuple[JsonScalar, ...]:
        """Return the values of an enumeration; empty for other types."""
        values: _Values = {}
        for item in self._shapes.alternatives(type_):
            if not isinstance(item, Literal):
                return ()
            values.update(dict.fromkeys(item.values))
        return tuple(values)

    def _parse_tags(self, type_: Type, tags: list[str]) -> _Values:
        """Return the values of tags for a property that is not an enumeration.

        The result is empty if the property accepts values of several kinds, or values
        that a literal type cannot have.
        """
        kinds: set[ScalarKind] = set()
        for item in self._shapes.alternatives(type_):
            match item:
                case Scalar(kind):
                    kinds.add(kind)
                case Anything() | Literal():
                    kinds.add(ScalarKind.STRING)
                case _:
                    return {}
        if kinds == {ScalarKind.STRING}:
            return dict.fromkeys(tags)
        if kinds <= {ScalarKind.INTEGER, ScalarKind.NUMBER}:
            return {int(tag): None for tag in tags if _INTEGER.fullmatch(tag)}
        if kinds == {ScalarKind.BOOLEAN}:
            return {_BOOLEANS[tag]: None for tag in tags if tag in _BOOLEANS}
        return {}

    def _select_values(self) -> None:
        known = {_to_text(value) for item in self.members for value in item.values}
        # If the enumerations contain none of the values, the mapping is a mistake.
        is_plausible = any(tag in known for tag, _ in self.union.tags)
        for member in self.members:
            if not member.values:
                continue
            tags = self._list_tags(member.index)
            member.selected = {v: None for v in member.values if _to_text(v) in tags}
            is_mapped = member.index not in self.union.unmapped
            if is_mapped and is_plausible and not member.selected:
                member.selected = dict.fromkeys(tags)
        claimed = {value for item in self.members for value in item.selected}
        # A value that only one member accepts selects it, too.
        counts = Counter(_to_text(v) for item in self.members for v in item.values)
        for member in self.members:
            member.remaining = {v: None for v in member.values if v not in claimed}
            if len(self.members) > 1 and member.selected.keys() & {*member.values}:
                own = (v for v in member.remaining if counts[_to_text(v)] == 1)
                member.selected |= dict.fromkeys(own)


def _merge_values(unions: Iterable[_TaggedUnion]) -> dict[Key, dict[str, _Values]]:
    """Return the values of the discriminator properties of each object.

    The values that select an object in one union take precedence over those that remain
    for it in another.
    """
    selected: dict[Key, dict[str, _Values]] = {}
    remaining: dict[Key, dict[str, _Values]] = {}
    for union in unions:
        for member in union.members:
            target = selected if member.selected else remaining
            values = member.selected or member.remaining
            # An enumeration that is not narrowed keeps its name.
            if values and values.keys() != dict.fromkeys(member.values).keys():
                properties = target.setdefault(member.key, {})
                properties.setdefault(union.name, {}).update(values)
    return {
        key: {**remaining.get(key, {}), **selected.get(key, {})}
        for key in (*selected, *remaining)
    }


def _find_property(owner: Object, name: str) -> Property | None:
    return next((item for item in owner.properties if item.name == name), None)


def _to_text(value: JsonScalar) -> str:
    """Return the tag for a value of an enumeration."""
    return value if isinstance(value, str) else json.dumps(value)


def _narrow_object(declaration: Object, values: dict[str, _Values]) -> Object:
    """Return an object whose properties in `values` are literals."""
    return replace(
        declaration,
        properties=tuple(
            (
                replace(item, type=_build_literal(item.type, values[item.name]))
                if item.name in values
                else item
            )
            for item in declaration.properties
        ),
    )


def _build_literal(type_: Type, values: Iterable[JsonScalar]) -> Type:
    literal = Literal(tuple(values))
    return Nullable(literal) if isinstance(type_, Nullable) else literal
