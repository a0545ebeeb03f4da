"""Lookup of the response fields that the settings refer to by a path of keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...model.resolution import resolve_type
from ...model.types import Anything, DeclarationRef, MapOf, Object, OneOf, Type, Union
from .response_list import Declarations

_MAX_UNION_DEPTH = 8
"""Maximum number of nested unions that are searched."""


class MissingKey(NamedTuple):
    """A key of a path that a response does not have.

    Args:
        position: Index of the key in the path.
        key: The key.
        known: Keys that exist in the same object.
    """

    position: int
    key: str
    known: tuple[str, ...]


def find_missing_key(
    type_: Type, path: Sequence[str], declarations: Declarations
) -> MissingKey | None:
    """Return the first key of a path that a value of a type does not have.

    Args:
        type_: Type of the value.
        path: Keys from the value to a field.
        declarations: Declarations that types refer to.

    Returns:
        The key; `None` if the field exists, or if the document does not declare the
        fields of an object on the path.
    """
    for position, key in enumerate(path):
        fields = _list_fields(type_, declarations, 0)
        if fields is None:
            return None
        if key not in fields:
            return MissingKey(position, key, tuple(fields))
        type_ = fields[key]
    return None


def find_field_type(
    type_: Type, path: Sequence[str], declarations: Declarations
) -> Type | None:
    """Return the type of the field at a path; `None` if it is not declared."""
    for key in path:
        fields = _list_fields(type_, declarations, 0)
        if fields is None or key not in fields:
            return None
        type_ = fields[key]
    return type_


def _list_fields(
    type_: Type, declarations: Declarations, depth: int
) -> dict[str, Type] | None:
    """Return the types of the fields by key; `None` if any key is allowed."""
    type_ = resolve_type(type_, declarations)
    if isinstance(type_, Anything | MapOf) or depth > _MAX_UNION_DEPTH:
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
    result: dict[str, Type] = {}
    for member in members:
        fields = _list_fields(member, declarations, depth + 1)
        if fields is None:
            return None
        for key, item in fields.items():
            result.setdefault(key, item)
    return result
