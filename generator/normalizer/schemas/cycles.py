"""Types that may be themselves: `A` is `B` or text, and `B` is `A` or a number.

Lists, maps and objects end such a circle, since their parts are other values. Where
nothing ends it, the reference that closes the circle is replaced by what else the type
that it leads to may be: `B` is text or a number. Where that is nothing, it is any value.
"""

from __future__ import annotations

from dataclasses import replace

from ...diagnostics import Diagnostics
from ...limits import MAX_CIRCLE_MEMBERS
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
from .type_ops import union_of_types


def break_cycles(
    declarations: dict[Key, Declaration], diagnostics: Diagnostics
) -> None:
    """Takes references out, in place, that lead back to where they stand."""
    done: set[Key] = set()
    # Sorted, because where a circle is cut must not depend on the order of the document.
    budget = MAX_CIRCLE_MEMBERS
    for key in sorted(declarations):
        budget = _visit(key, declarations, diagnostics, done, budget)


def _visit(
    start: Key,
    declarations: dict[Key, Declaration],
    diagnostics: Diagnostics,
    done: set[Key],
    budget: int,
) -> int:
    """Follow references from one declaration, and cut those that lead back.

    The trail is the stack: each declaration on it with the targets that it still has.

    Args:
        budget: how many members of unions may still be looked at to cut references.

    Returns:
        What is left of the budget.
    """
    trail: dict[Key, list[Key]] = {}
    places: dict[Key, int] = {}
    order: list[Key] = []
    waiting = [start]
    while waiting:
        key = waiting[-1]
        if key in done:
            waiting.pop()
            continue
        if key not in trail:
            trail[key] = _direct(declarations.get(key))[::-1]
            places[key] = len(order)
            order.append(key)
        targets = trail[key]
        while targets and targets[-1] in done:
            targets.pop()
        if not targets:
            del trail[key]
            order.pop()
            done.add(key)
            waiting.pop()
        elif targets[-1] in trail:
            circle = order[places[targets[-1]] :]
            budget = _cut(targets[-1], declarations, diagnostics, circle, budget)
            # What takes the place of a reference may lead on to others.
            trail[key] = _direct(declarations.get(key))[::-1]
        else:
            waiting.append(targets.pop())
    return budget


def _cut(
    target: Key,
    declarations: dict[Key, Declaration],
    diagnostics: Diagnostics,
    circle: list[Key],
    budget: int,
) -> int:
    """Takes the reference to `target` out of the declaration that closes the circle.

    Returns:
        What is left of the budget. Where nothing is left, the declaration becomes any
        value, since unions that all hold each other grow with every cut.
    """
    key = circle[-1]
    budget -= sum(len(_members(declarations[each])) for each in circle)
    found: Declaration
    if budget < 0:
        found = Alias(declarations[key].header, Anything(degraded=True))
        message = "may be itself in too many ways, and is generated as any value"
    else:
        found = _without(declarations[key], target, circle, declarations)
        empty = isinstance(found, Alias) and isinstance(found.type, Anything)
        message = f"{'is nothing but' if empty else 'may be'} itself"
    diagnostics.add(
        RECURSIVE_REFERENCE,
        f"{found.header.words[-1]!r} {message}",
        found.header.origin,
    )
    declarations[key] = found
    return budget


def _direct(declaration: Declaration | None) -> list[Key]:
    """The declarations that a value of this one may be, rather than hold."""
    match declaration:
        case Alias(_, type_):
            types: tuple[Type, ...] = (type_,)
        case Union(_, members):
            types = members
        case _:
            return []
    return [key for type_ in types for key in _references(type_)]


def _references(type_: Type) -> list[Key]:
    match type_:
        case DeclarationRef(key):
            return [key]
        case Nullable(inner):
            return _references(inner)
        case OneOf(members):
            return [key for member in members for key in _references(member)]
        case _:
            return []


def _without(
    declaration: Declaration,
    target: Key,
    circle: list[Key],
    declarations: dict[Key, Declaration],
) -> Declaration:
    """The declaration without its reference to `target`, with what else that may be."""
    members = _members(declaration)
    inside = set(circle)
    kept = [item for item in enumerate(members) if target not in _references(item[1])]
    others = [
        member
        for key in circle
        for member in _members(declarations[key])
        if inside.isdisjoint(_references(member))
    ]
    joined = union_of_types([*(member for _, member in kept), *others])
    if not kept and not others:
        return Alias(declaration.header, Anything(degraded=True))
    if not isinstance(joined, OneOf) or not isinstance(declaration, Union):
        return Alias(declaration.header, joined)
    new = {member: place for place, member in enumerate(joined.members)}
    places = {old: new[member] for old, member in kept if member in new}
    return replace(
        declaration,
        members=joined.members,
        tags=tuple(
            (tag, places[old]) for tag, old in declaration.tags if old in places
        ),
    )


def _members(declaration: Declaration) -> tuple[Type, ...]:
    match declaration:
        case Alias(_, OneOf(members)) | Union(_, members):
            return members
        case Alias(_, type_):
            return (type_,)
        case _:
            return ()
