"""Changes of all types that a type or a declaration contains."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import is_

from ...model.types import (
    Alias,
    Declaration,
    DeclarationRef,
    ListOf,
    Literal,
    MapOf,
    Nullable,
    Object,
    OneOf,
    Property,
    Scalar,
    TupleOf,
    Type,
    Union,
)
from ..schemas.type_ops import join_types


def change_type(type_: Type, change: Callable[[Type], Type]) -> Type:
    """Return a type whose scalars, literals and references are changed.

    A type in which nothing changes is returned itself, as by `change_declaration`.

    Args:
        type_: The type.
        change: Function that returns the replacement of a type without inner types.
    """
    match type_:
        case Scalar() | Literal() | DeclarationRef():  # most types
            return change(type_)
        case MapOf(inner, key) if key is not None:
            return MapOf(change_type(inner, change), change_type(key, change))
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            changed = change_type(inner, change)
            return type_ if changed is inner else type(type_)(changed)
        case TupleOf(items, rest):
            changed_items = tuple(change_type(item, change) for item in items)
            return TupleOf(changed_items, rest and change_type(rest, change))
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
            changed = tuple(_change_property(item, change) for item in properties)
            changed_extra = change_type(extra, change) if extra is not None else None
            if changed_extra is extra and all(map(is_, changed, properties)):
                return declaration
            return replace(declaration, properties=changed, extra=changed_extra)
        case Alias(_, type_):
            aliased = change_type(type_, change)
            return (
                declaration if aliased is type_ else replace(declaration, type=aliased)
            )
        case Union(_, members):
            return replace(
                declaration,
                members=tuple(change_type(item, change) for item in members),
            )
        case _:
            return declaration


def _change_property(item: Property, change: Callable[[Type], Type]) -> Property:
    type_ = change_type(item.type, change)
    return item if type_ is item.type else replace(item, type=type_)
