"""Fields that the settings name by a path of keys, looked up in the type of a response."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...model.types import Anything, DeclarationRef, MapOf, Object, OneOf, Type, Union
from .response_list import Declarations, plain

_DEEPEST = 8
"""How many unions within unions are looked into."""


class Missing(NamedTuple):
    """A key that a response does not have.

    Args:
        position: of the key in its path.
        key: the key.
        known: the keys that are there in its place.
    """

    position: int
    key: str
    known: tuple[str, ...]


def missing_key(
    type_: Type, path: Sequence[str], declarations: Declarations
) -> Missing | None:
    """Return the first key of a path that a value of this type does not have.

    Args:
        type_: what the path begins from.
        path: the keys.
        declarations: what types refer to.

    Returns:
        The key; `None` where the whole path is there, or goes through values of which
        the document does not say what they contain.
    """
    for position, key in enumerate(path):
        fields = _fields(type_, declarations, 0)
        if fields is None:
            return None
        if key not in fields:
            return Missing(position, key, tuple(fields))
        type_ = fields[key]
    return None


def field_type(
    type_: Type, path: Sequence[str], declarations: Declarations
) -> Type | None:
    """Return the type that a path leads to, `None` where the document does not say."""
    for key in path:
        fields = _fields(type_, declarations, 0)
        if fields is None or key not in fields:
            return None
        type_ = fields[key]
    return type_


def _fields(
    type_: Type, declarations: Declarations, depth: int
) -> dict[str, Type] | None:
    """Return the types by key, `None` where any key may be there."""
    type_ = plain(type_, declarations)
    if isinstance(type_, Anything | MapOf) or depth > _DEEPEST:
        return None
    members: tuple[Type, ...] = ()
    if isinstance(type_, OneOf):
        members = type_.members
    elif isinstance(type_, DeclarationRef):
        declaration = declarations.get(type_.key)
        if isinstance(declaration, Object):
            if not declaration.properties or declaration.extra is not None:
                return None
            return {item.name: item.type for item in declaration.properties}
        if isinstance(declaration, Union):
            members = declaration.members
    found: dict[str, Type] = {}
    for member in members:
        fields = _fields(member, declarations, depth + 1)
        if fields is None:
            return None
        for key, item in fields.items():
            found.setdefault(key, item)
    return found
