"""Paths of links into response bodies."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.operations import StatusResponse
from ...model.resolution import resolve_type
from ...model.types import (
    Declaration,
    DeclarationRef,
    Enumeration,
    Key,
    ListOf,
    Literal,
    MapOf,
    Object,
    Scalar,
    Type,
)
from ...source import JsonPointer


def find_impossible_key(
    response: StatusResponse | None,
    pointer: JsonPointer,
    declarations: Mapping[Key, Declaration],
) -> str | None:
    """Return the first key of a pointer that no value of a response can have.

    A key that an object does not declare is possible, because servers send undeclared
    properties; so is each key of a union or an unknown type.

    Args:
        response: The response; `None` if it is unknown.
        pointer: Path of keys in the body.
        declarations: Declarations by key.
    """
    contents = response.contents if response is not None else ()
    type_ = next((item.type for item in contents if "json" in item.media_type), None)
    for token in pointer:
        if type_ is None:
            break
        resolved = resolve_type(type_, declarations)
        match _declared(resolved, declarations):
            case Scalar() | Literal() | Enumeration():
                return token
            case ListOf(item):
                if not token.isdecimal():
                    return token
                type_ = item
            case MapOf(value):
                type_ = value
            case Object(properties=properties, extra=extra):
                types = {item.name: item.type for item in properties}
                type_ = types.get(token, extra)
            case _:
                return None
    return None


def _declared(
    type_: Type, declarations: Mapping[Key, Declaration]
) -> Type | Declaration | None:
    """Return the declaration of a reference, or another type itself."""
    if isinstance(type_, DeclarationRef):
        return declarations.get(type_.key)
    return type_
