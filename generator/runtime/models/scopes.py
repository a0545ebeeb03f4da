"""Where the names in annotations are found."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from .annotations import (
    Class,
    ListOf,
    Literals,
    LiteralValue,
    MapOf,
    Name,
    Node,
    Union,
    node_of,
)
from .records import Record

TRANSPORT_NAMES = frozenset({"AsyncBinaryResponse", "BinaryResponse"})
"""Classes of the runtime that stand in return annotations: never made from JSON."""


_MISSING: Any = object()


class Scope(NamedTuple):
    """A module and the package that knows the names of all modules beside it.

    Type modules do not import each other; the package loads the one that a name is in.
    """

    module: str
    """Dotted name, empty where an annotation stands in no module of types."""
    package: str
    """Dotted name, empty where there is none."""

    def find(self, name: str) -> tuple[Any, Scope]:
        """The object of a name, and the scope for the names in it, should it be an alias.

        Raises:
            LookupError: Neither the module nor the package has the name.
        """
        module = sys.modules.get(self.module)
        # Not by `vars`: the `__dict__` of a module of types loads all other modules.
        value = getattr(module, name, _MISSING)
        if value is not _MISSING:
            return value, self
        package = import_module(self.package) if self.package else None
        try:
            return getattr(package, name), Scope("", self.package)
        except AttributeError as error:
            if name in TRANSPORT_NAMES:
                return bytes, self
            places = " nor in ".join(place for place in self if place) or "no module"
            raise LookupError(f"{name!r} is not in {places}") from error


class Placed(NamedTuple):
    """A node and where the names in it are found."""

    node: Node
    scope: Scope


def alternatives(
    placed: Placed, seen: frozenset[str] = frozenset()
) -> Iterator[Placed]:
    """What a type can be, with aliases and nested unions resolved, in order of declaration.

    Yields nodes that are neither `Union` nor `Name`. An alias that is itself one of its
    alternatives adds nothing.

    Raises:
        LookupError: A name is not found.
        SyntaxError: The value of an alias is no type.
    """
    node, scope = placed
    if isinstance(node, Union):
        for member in node.members:
            yield from alternatives(Placed(member, scope), seen)
    elif isinstance(node, Name):
        if node.name not in seen:
            value, place = scope.find(node.name)
            target = Placed(node_of(value), place)
            yield from alternatives(target, seen | {node.name})
    else:
        yield placed


def literal_values(placed: Placed) -> list[LiteralValue] | None:
    """The values of a type that is made of literals (and null) only; else None."""
    values: list[LiteralValue] = []
    for node, _ in alternatives(placed):
        if not isinstance(node, Literals):
            return None
        values.extend(node.values)
    return values


def holds_view(placed: Placed) -> bool:
    """Whether a value of a type can be, or hold, a view.

    Looks up each name that it meets, also where the answer is known before.

    Raises:
        LookupError: A name is not found.
        SyntaxError: The value of an alias is no type.
    """
    return _holds_view(placed, set())


def _holds_view(placed: Placed, seen: set[tuple[str, Scope]]) -> bool:
    node, scope = placed
    if isinstance(node, Class):
        return issubclass(node.cls, Record)
    if isinstance(node, Name):
        if (node.name, scope) in seen:
            return False
        seen.add((node.name, scope))
        value, place = scope.find(node.name)
        return _holds_view(Placed(node_of(value), place), seen)
    parts: tuple[Node, ...] = ()
    if isinstance(node, ListOf):
        parts = (node.item,)
    elif isinstance(node, MapOf):
        parts = (node.value,)
    elif isinstance(node, Union):
        parts = node.members
    return any([_holds_view(Placed(part, scope), seen) for part in parts])
