"""Types that are nothing but themselves: `A` is `B` or text, and `B` is `A`.

Lists, maps and objects end such a circle, since their parts are other values. Where
nothing ends it, the member that closes the circle says nothing and is taken out.
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


def break_cycles(
    declarations: dict[Key, Declaration], diagnostics: Diagnostics
) -> None:
    """Takes references out, in place, that lead back to where they stand."""
    done: set[Key] = set()
    for key in declarations:
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
    for target in _direct(declarations.get(key)):
        if target in trail:
            declaration = declarations[key]
            declarations[key] = _without(declaration, target)
            diagnostics.add(
                RECURSIVE_REFERENCE,
                f"{declaration.header.words[-1]!r} is nothing but itself",
                declaration.header.origin,
            )
        else:
            _visit(target, declarations, diagnostics, trail, done)
    trail.pop()
    done.add(key)


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


def _without(declaration: Declaration, target: Key) -> Declaration:
    if isinstance(declaration, Union):
        kept = [
            (place, member)
            for place, member in enumerate(declaration.members)
            if target not in _references(member)
        ]
        places = {old: new for new, (old, _) in enumerate(kept)}
        if len(kept) < 2:
            left = kept[0][1] if kept else Anything(degraded=True)
            return Alias(declaration.header, left)
        return replace(
            declaration,
            members=tuple(member for _, member in kept),
            tags=tuple(
                (tag, places[old]) for tag, old in declaration.tags if old in places
            ),
        )
    return Alias(declaration.header, Anything(degraded=True))
