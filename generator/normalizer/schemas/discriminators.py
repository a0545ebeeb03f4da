"""Narrowing of discriminator properties.

The property that selects the member of a union is often declared as a plain string. If
the discriminator maps values to a member, the property of that member is narrowed to a
literal of these values, so that type checkers and the client can select the member.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...model.types import (
    Declaration,
    DeclarationRef,
    Key,
    Literal,
    Nullable,
    Object,
    Scalar,
    ScalarKind,
    Type,
    Union,
)


def narrow_tags(declarations: dict[Key, Declaration]) -> None:
    """Narrow the discriminator properties of all members of unions, in place."""
    tags: dict[Key, dict[str, dict[str, None]]] = {}
    for union in list(declarations.values()):
        if isinstance(union, Union) and union.discriminator:
            for value, index in union.tags:
                member = union.members[index]
                if isinstance(member, DeclarationRef):
                    properties = tags.setdefault(member.key, {})
                    properties.setdefault(union.discriminator, {})[value] = None
    for key, properties in tags.items():
        declaration = declarations.get(key)
        if isinstance(declaration, Object):
            declarations[key] = _narrow(declaration, properties)


def _narrow(declaration: Object, tags: dict[str, dict[str, None]]) -> Object:
    """Return an object whose string properties in `tags` are literals."""
    return replace(
        declaration,
        properties=tuple(
            (
                replace(item, type=_build_literal(item.type, tags[item.name]))
                if item.name in tags and _is_string(item.type)
                else item
            )
            for item in declaration.properties
        ),
    )


def _is_string(type_: Type) -> bool:
    inner = type_.type if isinstance(type_, Nullable) else type_
    return isinstance(inner, Scalar) and inner.kind is ScalarKind.STRING


def _build_literal(type_: Type, values: Iterable[str]) -> Type:
    literal = Literal(tuple(values))
    return Nullable(literal) if isinstance(type_, Nullable) else literal
