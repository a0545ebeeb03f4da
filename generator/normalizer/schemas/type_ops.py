"""Operations on types: joining, removal of duplicates, null."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model.types import (
    Anything,
    Literal,
    Nothing,
    Nullable,
    OneOf,
    Scalar,
    ScalarKind,
    Type,
)
from ...openapi.document import BrokenReference, Document
from ...openapi.exclusions import excludes_null
from ...openapi.schema import COMPOSITION, Schema, is_nullable_only
from ...openapi.typed_values import has_type

SCALARS = {
    "string": ScalarKind.STRING,
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
    "null": ScalarKind.NULL,
}
"""Kinds of scalars, by JSON type."""

_NULL = Scalar(ScalarKind.NULL)
_NULLABLE = frozenset({"allOf", "anyOf", "enum", "not", "nullable", "oneOf"})
"""Keywords besides `type` that concern null; most schemas have none of them."""


def join_types(types: Iterable[Type]) -> Type:
    """Return the union of types.

    Nested unions are flattened, duplicates removed and literals merged; a nullable member
    makes the whole union nullable. The union of one type is the type itself.
    """
    members: dict[Type, None] = {}
    is_nullable = False
    for type_ in types:
        if isinstance(type_, Nullable):
            is_nullable, type_ = True, type_.type
        if type_ == _NULL:
            is_nullable = True
            continue
        if isinstance(type_, Nothing):
            continue
        for member in type_.members if isinstance(type_, OneOf) else (type_,):
            members.setdefault(member)
    joined = _join_distinct(list(members))
    if is_nullable and not isinstance(joined, Anything) and joined != _NULL:
        return Nullable(joined)
    return joined


def _join_distinct(members: list[Type]) -> Type:
    if not members:
        return _NULL
    for member in members:
        if isinstance(member, Anything):
            return member
    literals = [member for member in members if isinstance(member, Literal)]
    if len(literals) > 1:
        values = dict.fromkeys(value for item in literals for value in item.values)
        first = members.index(literals[0])
        members[first] = Literal(tuple(values))
        members = [
            member
            for index, member in enumerate(members)
            if not isinstance(member, Literal) or index == first
        ]
    return members[0] if len(members) == 1 else OneOf(tuple(members))


def has_several_types(schema: Schema) -> bool:
    """Return whether a schema states several JSON types besides null."""
    return len({*schema.types} - {"null"}) > 1


def inherits_types(owner: Schema, part: Schema, document: Document) -> bool:
    """Return whether the type of a part depends on the types that its owner states.

    Objects have the properties of their parts, whether these state the type or not.

    A reference to an enumeration keeps its name if its values have these types.
    """
    types = {*owner.types} - {"null"}
    target = document.resolve(part)
    if (
        not types
        or "object" in types
        or isinstance(target, BrokenReference)
        or not isinstance(target.value, dict)
        or not COMPOSITION.isdisjoint(target.value)
        or target.types
    ):
        return False
    values = target.enum
    if values is None:
        return part.reference is None
    return not all(has_type(value, types) for value in values)


def accepts_null(value: dict[str, Any]) -> bool:
    """Return whether a schema accepts null, without resolving its references."""
    kind = value.get("type")
    if _NULLABLE.isdisjoint(value) and not isinstance(kind, list):
        return False
    if "not" in value and excludes_null(value):
        return False
    if value.get("nullable") is True:
        return True
    if isinstance(kind, list) and "null" in kind:
        return len(kind) > 1
    for keyword in ("anyOf", "oneOf", "allOf"):
        members = value.get(keyword)
        if isinstance(members, list) and _have_null(members, keyword):
            return True
    enum = value.get("enum")
    return isinstance(enum, list) and None in enum and len(enum) > 1


def _have_null(members: list[Any], keyword: str) -> bool:
    """Return whether a member of a union, or a part of `allOf`, states null."""
    if any(map(is_nullable_only, members)) and not all(map(is_nullable_only, members)):
        return True
    return keyword != "allOf" and any(
        isinstance(member, dict) and member.get("type") == "null" for member in members
    )
