"""Types that may be themselves: `A` is `B` or text, and `B` is `A` or a number.

Lists, maps and objects end such a circle, since their parts are other values. Where
nothing ends it, the reference that closes the circle is replaced by what else the type
that it leads to may be: `B` is text or a number. Where that is nothing, it is any value.
"""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics import Diagnostics
from generator.model.types import (
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
from generator.normalizer.rules import RECURSIVE_REFERENCE
from generator.normalizer.types import union_of_types


def break_cycles(
    declarations: dict[Key, Declaration], diagnostics: Diagnostics
) -> None:
    """Takes references out, in place, that lead back to where they stand."""
    done: set[Key] = set()
    # Sorted, because where a circle is cut must not depend on the order of the document.
    for key in sorted(declarations):
        _visit(key, declarations, diagnostics, [], done)


def _visit(
    key: Key,
    declarations: dict[Key, Declaration],
    diagnostics: Diagnostics,
    trail: list[Key],
    done: set[Key],
) -> None:
    if key in done:
        return
    trail.append(key)
    seen: set[Key] = set()
    # What takes the place of a reference may lead on to others.
    while waiting := [to for to in _direct(declarations.get(key)) if to not in seen]:
        target = waiting[0]
        if target in trail:
            _cut(target, declarations, diagnostics, trail)
        else:
            seen.add(target)
            _visit(target, declarations, diagnostics, trail, done)
    trail.pop()
    done.add(key)


def _cut(
    target: Key,
    declarations: dict[Key, Declaration],
    diagnostics: Diagnostics,
    trail: list[Key],
) -> None:
    """Takes the reference to `target` out of the declaration that closes the circle."""
    key, circle = trail[-1], trail[trail.index(target) :]
    found = _without(declarations[key], target, circle, declarations)
    empty = isinstance(found, Alias) and isinstance(found.type, Anything)
    is_ = "is nothing but" if empty else "may be"
    diagnostics.add(
        RECURSIVE_REFERENCE,
        f"{found.header.words[-1]!r} {is_} itself",
        found.header.origin,
    )
    declarations[key] = found


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
    kept = [item for item in enumerate(members) if target not in _references(item[1])]
    others = [
        member
        for key in circle
        for member in _members(declarations[key])
        if not set(_references(member)) & set(circle)
    ]
    joined = union_of_types([*(member for _, member in kept), *others])
    if not kept and not others:
        return Alias(declaration.header, Anything(degraded=True))
    if not isinstance(joined, OneOf) or not isinstance(declaration, Union):
        return Alias(declaration.header, joined)
    places = {
        old: joined.members.index(member)
        for old, member in kept
        if member in joined.members
    }
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
