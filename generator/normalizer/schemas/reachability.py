"""From which side declarations are reached, and which resource is nearest to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...model.api import Webhook
from ...model.operations import Operation
from ...model.types import (
    Alias,
    Declaration,
    DeclarationRef,
    Enumeration,
    Key,
    ListOf,
    MapOf,
    Nullable,
    Object,
    OneOf,
    Type,
    Union,
    Usage,
)
from ...words import singular, split_words

SHARED = "shared"
"""Group of declarations that several resources use alike."""


def references(type_: Type | None) -> Iterator[Key]:
    """The declarations that a type names."""
    match type_:
        case DeclarationRef(key):
            yield key
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            yield from references(inner)
        case OneOf(members):
            for member in members:
                yield from references(member)
        case _:
            return


def parts(declaration: Declaration) -> Iterator[Type]:
    """The types that a declaration is made of."""
    match declaration:
        case Object(_, properties, extra):
            for property_ in properties:
                yield property_.type
            if extra is not None:
                yield extra
        case Union(_, members):
            yield from members
        case Alias(_, type_):
            yield type_
        case Enumeration():
            return


class Reach:
    """What operations use, and which resource each type belongs to.

    A type belongs to the resource with the shortest path of references to it. If there
    are several, it belongs to the one that it is named after, else to `SHARED`.
    """

    def __init__(self, declarations: dict[Key, Declaration]) -> None:
        self._edges = {
            key: tuple(
                dict.fromkeys(
                    target for type_ in parts(item) for target in references(type_)
                )
            )
            for key, item in declarations.items()
        }
        self._words = {
            key: frozenset(map(singular, split_words(item.header.words[0])))
            for key, item in declarations.items()
        }
        self._sides: dict[Usage, set[Key]] = {Usage.INPUT: set(), Usage.OUTPUT: set()}
        self._groups: dict[Key, str] = {}
        self._unreached: frozenset[Key] = frozenset()

    def add(self, operations: Iterable[Operation]) -> None:
        """Follows what the operations are given and what they return."""
        near: dict[Key, str] = {}
        for item in operations:
            group = item.resource[0] if item.resource else ""
            given: list[Type | None] = [parameter.type for parameter in item.parameters]
            if item.body is not None:
                given.append(item.body.type)
                given.append(item.body.form.type if item.body.form else None)
            returned = [
                type_
                for status_response in item.responses
                for content in status_response.contents
                for type_ in (content.type, content.item)
            ]
            if item.result.streaming is not None:
                # It may be that of another call.
                returned.append(item.result.streaming.item)
                returned.append(item.result.streaming.total)
            for types, side in ((given, Usage.INPUT), (returned, Usage.OUTPUT)):
                for key in self._follow(types, side):
                    near[key] = self._nearest(key, near.get(key, group), group)
        self._spread(near)

    def add_received(self, types: Iterable[Type | None]) -> None:
        """Follows what webhooks carry."""
        found = self._follow(types, Usage.OUTPUT)
        self._spread(dict.fromkeys(found, "webhooks"))

    def add_documented(self, declarations: Iterable[Declaration]) -> None:
        """Follow what the document presents in its reference, such as server events."""
        documented = [
            DeclarationRef(item.header.key)
            for item in declarations
            if item.header.presentation is not None
        ]
        known = self._sides[Usage.INPUT] | self._sides[Usage.OUTPUT]
        self._follow((ref for ref in documented if ref.key not in known), Usage.OUTPUT)

    def _follow(self, types: Iterable[Type | None], side: Usage) -> list[Key]:
        """Marks all that the types lead to as reached from one side, and names the types."""
        reached = self._sides[side]
        found = [key for type_ in types for key in references(type_)]
        waiting = list(found)
        while waiting:
            key = waiting.pop()
            if key not in reached:
                reached.add(key)
                waiting += self._edges.get(key, ())
        return found

    def _spread(self, near: dict[Key, str]) -> None:
        """Gives groups to what they lead to, step by step, and to nothing twice."""
        while near:
            near = {key: near[key] for key in near if key not in self._groups}
            self._groups.update(near)
            farther: dict[Key, str] = {}
            for key, group in near.items():
                for target in self._edges.get(key, ()):
                    farther[target] = self._nearest(
                        target, farther.get(target, group), group
                    )
            near = farther

    def add_unreached(self) -> None:
        """Follows what no operation reaches: it needs all that it names as answers do."""
        known = self._sides[Usage.INPUT] | self._sides[Usage.OUTPUT]
        unreached = [key for key in self._edges if key not in known]
        self._follow(map(DeclarationRef, unreached), Usage.OUTPUT)
        self._unreached = frozenset(unreached)

    def usage(self, key: Key) -> Usage:
        """From which side a declaration is reached."""
        given, returned = (self._sides[s] for s in (Usage.INPUT, Usage.OUTPUT))
        if key in self._unreached:
            return Usage.UNREACHED
        if key in given:
            return Usage.BOTH if key in returned else Usage.INPUT
        return Usage.OUTPUT

    def group(self, key: Key) -> str:
        """The top resource that is nearest to it, `""` for none."""
        return self._groups.get(key, "")

    def _nearest(self, key: Key, *groups: str) -> str:
        """Return the group of a declaration to which several groups are equally near."""
        distinct = sorted(set(groups) - {""})
        words = self._words[key]
        named = [group for group in distinct if singular(group) in words]
        if named:
            return named[0]
        return SHARED if len(distinct) > 1 else "".join(distinct)


def with_usage(
    declarations: dict[Key, Declaration],
    operations: list[Operation],
    received: tuple[Webhook, ...],
    event: Type | None,
) -> tuple[Declaration, ...]:
    """The declarations with their usage and group filled in, sorted by name.

    Sorted, because the order in which declarations are met changes with every operation
    that is added, and what is emitted should not.
    """
    reach = Reach(declarations)
    reach.add(operations)
    reach.add_received((*(item.type for item in received), event))
    reach.add_documented(declarations.values())
    reach.add_unreached()
    found = [
        replace(
            item,
            header=replace(item.header, usage=reach.usage(key), group=reach.group(key)),
        )
        for key, item in declarations.items()
    ]
    return tuple(sorted(found, key=lambda item: (item.header.words, item.header.key)))
