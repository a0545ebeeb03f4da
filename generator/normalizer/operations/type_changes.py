"""Changes of all types that a type or a declaration contains."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...model.types import (
    Alias,
    Declaration,
    ListOf,
    MapOf,
    Nullable,
    Object,
    OneOf,
    TupleOf,
    Type,
    Union,
)
from ..schemas.type_ops import join_types


def change_type(type_: Type, change: Callable[[Type], Type]) -> Type:
    """Return a type whose scalars, literals and references are changed.

    Args:
        type_: The type.
        change: Function that returns the replacement of a type without inner types.
    """
    match type_:
        case ListOf(inner):
            return ListOf(change_type(inner, change))
        case MapOf(inner):
            return MapOf(change_type(inner, change))
        case Nullable(inner):
            return Nullable(change_type(inner, change))
        case TupleOf(items, rest):
            changed = tuple(change_type(item, change) for item in items)
            return TupleOf(changed, rest and change_type(rest, change))
        case OneOf(members):
            inner_types = [change_type(item, change) for item in members]
            return type_ if inner_types == list(members) else join_types(inner_types)
        case _:
            return change(type_)


def change_declaration(
    declaration: Declaration, change: Callable[[Type], Type]
) -> Declaration:
    """Return a declaration in which the types are changed; see `change_type`."""
    match declaration:
        case Object(_, properties, extra):
            return replace(
                declaration,
                properties=tuple(
                    replace(item, type=change_type(item.type, change))
                    for item in properties
                ),
                extra=change_type(extra, change) if extra is not None else None,
            )
        case Alias(_, type_):
            return replace(declaration, type=change_type(type_, change))
        case Union(_, members):
            changed = tuple(change_type(item, change) for item in members)
            return replace(declaration, members=changed)
        case _:
            return declaration
