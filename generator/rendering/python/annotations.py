"""Rendering of types as Python source."""

from __future__ import annotations

from collections.abc import Mapping

from ...python.expressions import (
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    documented_name,
    imported_names,
    renamed,
)
from ...python.literals import literal_text


def format_type(type_: TypeExpr) -> str:
    """Return a type as Python source on one line."""
    match type_:
        case Name():
            return type_.name
        case Subscript():
            return f"{type_.base}[{', '.join(format_type_arguments(type_))}]"
        case Union():
            members = [format_type(member) for member in type_.members]
            if type_.is_long:
                return f"Union[{', '.join(members)}]"
            return " | ".join(members)
        case Literal():
            return f"Literal[{', '.join(format_type_arguments(type_))}]"


def documented_type(type_: TypeExpr) -> str:
    """Return a type as text for people, who do not import native types by an alias."""
    names = {name: documented_name(name) for name in imported_names(type_)}
    return format_type(renamed(type_, names))


def format_type_arguments(type_: Subscript | Literal) -> list[str]:
    """Return the source of each item between the brackets of a type."""
    if isinstance(type_, Literal):
        return [literal_text(value) for value in type_.values]
    return [format_type(argument) for argument in type_.arguments]


def plain_value(item: object) -> object:
    """Replace types by their source, also in a mapping."""
    if isinstance(item, Name | Subscript | Union | Literal):
        return format_type(item)
    if isinstance(item, Mapping):
        return {key: plain_value(part) for key, part in item.items()}
    return item
