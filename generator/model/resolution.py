"""The type behind references, aliases and null."""

from __future__ import annotations

from collections.abc import Mapping

from .types import Alias, Declaration, DeclarationRef, Key, Nullable, Type


def resolve_type(type_: Type, declarations: Mapping[Key, Declaration]) -> Type:
    """Return a type without null and with aliases resolved.

    References to other declarations, and aliases of each other, are returned as they are.
    """
    seen: set[Key] = set()
    while True:
        if isinstance(type_, Nullable):
            type_ = type_.type
            continue
        if not isinstance(type_, DeclarationRef) or type_.key in seen:
            return type_
        declaration = declarations.get(type_.key)
        if not isinstance(declaration, Alias):
            return type_
        seen.add(type_.key)
        type_ = declaration.type


def is_nullable(type_: Type, declarations: Mapping[Key, Declaration]) -> bool:
    """Return whether null is a value of a type, directly or behind aliases."""
    seen: set[Key] = set()
    while not isinstance(type_, Nullable):
        if not isinstance(type_, DeclarationRef) or type_.key in seen:
            return False
        declaration = declarations.get(type_.key)
        if not isinstance(declaration, Alias):
            return False
        seen.add(type_.key)
        type_ = declaration.type
    return True
