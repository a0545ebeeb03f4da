"""Rendering of the classes of responses that are parsed to a type of the caller."""

from __future__ import annotations

from collections.abc import Iterable

from ...python.expressions import Import
from ...python.literals import string_literal
from ...python.own_classes import OwnModel
from ...python.parsed import ParsedClass, ParsedField
from .annotations import format_type
from .layout import INDENT, format_bracketed
from .type_imports import type_imports


def parsed_imports(
    classes: Iterable[ParsedClass], own: Iterable[OwnModel]
) -> tuple[Import, ...]:
    """Return the imports of the classes that parsed classes extend.

    Args:
        classes: Parsed classes.
        own: Classes of the user that replace models.
    """
    modules = {item.base: item.module for item in classes}
    return type_imports(modules, modules, own)


def format_parsed_head(item: ParsedClass) -> str:
    """Format the first line of a parsed class."""
    bases = ["_runtime.Parsed[_runtime.ParsedT]", item.base]
    if item.field is not None:
        bases = [item.base, "typing.Generic[_runtime.ParsedT]"]
    return format_bracketed(f"class {item.name}(", bases, "):", "")


def format_parsed_field(field: ParsedField) -> str:
    """Format a field whose type is narrower than that of the base class.

    Type checkers reject that for attributes, because they can be assigned.
    """
    ignored = "type: ignore[assignment, unused-ignore]"
    pyright = "pyright: ignore[reportIncompatibleVariableOverride]"
    value = "" if field.required else "None"
    if field.name != field.key:
        default = f", default={value}" if value else ""
        value = f"_runtime.field(key={string_literal(field.key)}{default})"
    tail = f" = {value}" if value else ""
    return (
        f"{INDENT}if typing.TYPE_CHECKING:\n"
        f"{INDENT * 2}{field.name}: {format_type(field.type)}{tail}"
        f"  # {ignored}  # {pyright}\n"
        f"{INDENT}else:\n"
        f"{INDENT * 2}{field.name}: {format_type(field.run_time_type)}{tail}"
    )
