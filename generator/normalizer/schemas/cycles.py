"""Removal of types that include themselves: `A` is `B` or a string, `B` is `A` or a number.

Lists, maps and objects end such a cycle, because they contain other values. In a cycle of
unions and aliases, the reference that closes the cycle is replaced by the other members
of the types in the cycle: `B` becomes a string or a number. If there are no other members,
the type accepts any JSON value.
"""

from __future__ import annotations

from dataclasses import replace

from ...diagnostics import Diagnostics
from ...limits import MAX_CYCLE_MEMBERS
from ...model.types import (
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Key,
    Nullable,
    OneOf,
    Type,
    Union,
)
from ..rules import RECURSIVE_REFERENCE
from .type_ops import join_types


def break_cycles(
    declarations: dict[Key, Declaration], diagnostics: Diagnostics
) -> None:
    """Remove the references that make a type include itself, in place.

    Args:
        declarations: The declarations, by key; changed in place.
        diagnostics: Collects the removed references.
    """
    breaker = _CycleBreaker(declarations, diagnostics)
    # Sorted, so that the removed reference does not depend on the document order.
    for key in sorted(declarations):
        breaker.visit(key)


class _CycleBreaker:
    """A depth-first search for cycles.

    Args:
        declarations: The declarations, by key; changed in place.
        diagnostics: Collects the removed references.
    """

    def __init__(
        self, declarations: dict[Key, Declaration], diagnostics: Diagnostics
    ) -> None:
        self._declarations = declarations
        self._diagnostics = diagnostics
        self._done: set[Key] = set()
        self._budget = MAX_CYCLE_MEMBERS
        """The number of union members that may still be processed to break cycles."""

    def visit(self, start: Key) -> None:
        """Search from one declaration, and break the cycles that the search finds.

        `pending` has the remaining targets of each declaration on the current path.
        """
        pending: dict[Key, list[Key]] = {}
        positions: dict[Key, int] = {}
        path: list[Key] = []
        stack = [start]
        while stack:
            key = stack[-1]
            if key in self._done:
                stack.pop()
                continue
            if key not in pending:
                pending[key] = self._list_targets(key)
                positions[key] = len(path)
                path.append(key)
            targets = pending[key]
            while targets and targets[-1] in self._done:
                targets.pop()
            if not targets:
                del pending[key]
                path.pop()
                self._done.add(key)
                stack.pop()
            elif targets[-1] in pending:
                self._break(targets[-1], path[positions[targets[-1]] :])
                # The replacement may refer to other declarations.
                pending[key] = self._list_targets(key)
            else:
                stack.append(targets.pop())

    def _list_targets(self, key: Key) -> list[Key]:
        """Return the targets of a declaration's references, last one first."""
        return _list_included(self._declarations.get(key))[::-1]

    def _break(self, target: Key, cycle: list[Key]) -> None:
        """Remove the reference to `target` from the last declaration of a cycle.

        If the budget is exhausted, the declaration accepts any JSON value: unions that
        all include each other grow with every removed reference.
        """
        declarations = self._declarations
        key = cycle[-1]
        self._budget -= sum(len(_get_members(declarations[item])) for item in cycle)
        result: Declaration
        if self._budget < 0:
            result = Alias(declarations[key].header, Anything(degraded=True))
            message = "is part of too many cycles; its type accepts any JSON value"
        else:
            result = _remove_reference(declarations[key], target, cycle, declarations)
            is_empty = isinstance(result, Alias) and isinstance(result.type, Anything)
            message = "includes only itself" if is_empty else "includes itself"
        self._diagnostics.add(
            RECURSIVE_REFERENCE,
            f"{result.header.words[-1]!r} {message}",
            result.header.origin,
        )
        declarations[key] = result


def _list_included(declaration: Declaration | None) -> list[Key]:
    """Return the keys of declarations whose values are values of this one."""
    match declaration:
        case Alias(_, type_):
            types: tuple[Type, ...] = (type_,)
        case Union(_, members):
            types = members
        case _:
            return []
    return [key for type_ in types for key in _list_references(type_)]


def _list_references(type_: Type) -> list[Key]:
    match type_:
        case DeclarationRef(key):
            return [key]
        case Nullable(inner):
            return _list_references(inner)
        case OneOf(members):
            return [key for member in members for key in _list_references(member)]
        case _:
            return []


def _remove_reference(
    declaration: Declaration,
    target: Key,
    cycle: list[Key],
    declarations: dict[Key, Declaration],
) -> Declaration:
    """Return a declaration without its reference to `target`.

    It receives the members of the declarations in `cycle` that are not in the cycle.
    """
    members = _get_members(declaration)
    keys = set(cycle)
    kept = [
        (index, member)
        for index, member in enumerate(members)
        if target not in _list_references(member)
    ]
    others = [
        member
        for key in cycle
        for member in _get_members(declarations[key])
        if keys.isdisjoint(_list_references(member))
    ]
    joined = join_types([*(member for _, member in kept), *others])
    if not kept and not others:
        return Alias(declaration.header, Anything(degraded=True))
    if not isinstance(joined, OneOf) or not isinstance(declaration, Union):
        return Alias(declaration.header, joined)
    new_indexes = {member: index for index, member in enumerate(joined.members)}
    indexes = {
        old: new_indexes[member] for old, member in kept if member in new_indexes
    }
    return replace(
        declaration,
        members=joined.members,
        tags=tuple(
            (tag, indexes[old]) for tag, old in declaration.tags if old in indexes
        ),
    )


def _get_members(declaration: Declaration) -> tuple[Type, ...]:
    match declaration:
        case Alias(_, OneOf(members)) | Union(_, members):
            return members
        case Alias(_, type_):
            return (type_,)
        case _:
            return ()
