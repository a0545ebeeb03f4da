"""Discriminators: the tag of a union's member becomes a literal of that member.

A property that tells members apart is often declared as a plain string. Where the
discriminator says which values stand for a member, its property is narrowed to them, so
that type checkers and the client tell the members apart in one and the same way.
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
    """Narrows the tags of all members of discriminated unions, in place."""
    wanted: dict[Key, dict[str, dict[str, None]]] = {}
    for union in list(declarations.values()):
        if isinstance(union, Union) and union.discriminator:
            for value, position in union.tags:
                member = union.members[position]
                if isinstance(member, DeclarationRef):
                    tags = wanted.setdefault(member.key, {})
                    tags.setdefault(union.discriminator, {})[value] = None
    for key, properties in wanted.items():
        declaration = declarations.get(key)
        if isinstance(declaration, Object):
            declarations[key] = _narrowed(declaration, properties)


def _narrowed(declaration: Object, wanted: dict[str, dict[str, None]]) -> Object:
    return replace(
        declaration,
        properties=tuple(
            (
                replace(item, type=_literal(item.type, wanted[item.name]))
                if item.name in wanted and _is_text(item.type)
                else item
            )
            for item in declaration.properties
        ),
    )


def _is_text(type_: Type) -> bool:
    plain = type_.type if isinstance(type_, Nullable) else type_
    return isinstance(plain, Scalar) and plain.kind is ScalarKind.STRING


def _literal(type_: Type, values: Iterable[str]) -> Type:
    literal = Literal(tuple(values))
    return Nullable(literal) if isinstance(type_, Nullable) else literal
