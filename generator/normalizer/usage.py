"""From which side declarations are reached, and which resource reaches them first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.api import Webhook
from generator.model.operations import Operation
from generator.model.types import (
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
    """What operations reach, and which of them did so first."""

    def __init__(self, declarations: dict[Key, Declaration]) -> None:
        self._edges = {
            key: tuple(
                dict.fromkeys(
                    target for type_ in parts(item) for target in references(type_)
                )
            )
            for key, item in declarations.items()
        }
        self._sides: dict[Usage, dict[Key, str]] = {Usage.INPUT: {}, Usage.OUTPUT: {}}
        self._first: dict[Key, str] = {}
        self._unreached: frozenset[Key] = frozenset()

    def add(self, operations: Iterable[Operation]) -> None:
        """Follows what the operations are given and what they return."""
        for item in operations:
            group = item.resource[0] if item.resource else ""
            given: list[Type | None] = [parameter.type for parameter in item.parameters]
            if item.body is not None:
                given.append(item.body.type)
                given.append(item.body.form.type if item.body.form else None)
            self.follow(given, group, Usage.INPUT)
            returned = [
                type_
                for outcome in item.outcomes
                for content in outcome.contents
                for type_ in (content.type, content.item)
            ]
            self.follow(returned, group, Usage.OUTPUT)

    def follow(self, types: Iterable[Type | None], group: str, side: Usage) -> None:
        """Marks everything that the types lead to as reached from one side."""
        reached = self._sides[side]
        waiting = [key for type_ in types for key in references(type_)]
        waiting.reverse()
        while waiting:
            key = waiting.pop()
            if key in reached:
                continue
            reached[key] = group
            self._first.setdefault(key, group)
            waiting += reversed(self._edges.get(key, ()))

    def add_unreached(self) -> None:
        """Follows what no operation reaches: it needs all that it names as answers do."""
        reached = self._sides[Usage.OUTPUT]
        known = {*self._sides[Usage.INPUT], *reached}
        unreached = [key for key in self._edges if key not in known]
        self.follow(map(DeclarationRef, unreached), "", Usage.OUTPUT)
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
        """The top resource whose operation reaches it first, `""` for none."""
        return self._first.get(key, "")


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
    carried = (*(item.type for item in received), event)
    reach.follow(carried, "webhooks", Usage.OUTPUT)
    reach.add_unreached()
    found = [
        replace(
            item,
            header=replace(item.header, usage=reach.usage(key), group=reach.group(key)),
        )
        for key, item in declarations.items()
    ]
    return tuple(sorted(found, key=lambda item: (item.header.words, item.header.key)))
