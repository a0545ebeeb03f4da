"""Types put together: unions without names, null, duplicates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model.types import Anything, Literal, Nullable, OneOf, Scalar, ScalarKind, Type

_NULL = Scalar(ScalarKind.NULL)


def union_of_types(types: Iterable[Type]) -> Type:
    """One of the types: flat, without doubles, null outside; alone, the type itself."""
    members: dict[Type, None] = {}
    nullable = False
    for type_ in types:
        if isinstance(type_, Nullable):
            nullable, type_ = True, type_.type
        if type_ == _NULL:
            nullable = True
            continue
        for member in type_.members if isinstance(type_, OneOf) else (type_,):
            members.setdefault(member)
    result = _joined(list(members))
    if nullable and not isinstance(result, Anything) and result != _NULL:
        return Nullable(result)
    return result


def _joined(members: list[Type]) -> Type:
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
            for place, member in enumerate(members)
            if not isinstance(member, Literal) or place == first
        ]
    return members[0] if len(members) == 1 else OneOf(tuple(members))


def admits_null(value: dict[str, Any]) -> bool:
    """Whether the schema says by itself that null is allowed."""
    if value.get("nullable") is True:
        return True
    kind = value.get("type")
    if isinstance(kind, list) and "null" in kind:
        return len(kind) > 1
    for keyword in ("anyOf", "oneOf"):
        members = value.get(keyword)
        if isinstance(members, list) and any(
            isinstance(member, dict) and member.get("type") == "null"
            for member in members
        ):
            return True
    enum = value.get("enum")
    return isinstance(enum, list) and None in enum and len(enum) > 1
