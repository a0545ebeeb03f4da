"""Rendering of servers, and of the calls that describe an API."""

from __future__ import annotations

from ...python.constants import ServerLiteral
from ...python.literals import string_literal
from .layout import INDENT, fits, format_expanded, format_value


def format_entries(head: str, items: list[str], tail: str) -> str:
    """Format a tuple or a dictionary as an argument; a tuple of one item has a comma."""
    comma = "," if head.endswith("(") and len(items) == 1 else ""
    flat = f"{head}{', '.join(items)}{comma}{tail}"
    if "\n" not in flat and fits(f"{INDENT}{flat},"):
        return flat
    return format_expanded(head, items, tail, INDENT)[len(INDENT) :]


def format_server(item: ServerLiteral) -> str:
    """Format a server as an item of a tuple at the second level."""
    arguments = [string_literal(item.url)]
    if item.variables:
        variables = {
            name: values[0] if len(values) == 1 else values
            for name, values in item.variables
        }
        arguments.append(format_value("variables=", variables, INDENT * 3))
    if item.name:
        arguments.append(f"name={string_literal(item.name)}")
    return format_server_call("_runtime.Server(", arguments)


def format_server_call(head: str, arguments: list[str]) -> str:
    """Format a call for a separate line at the second level, followed by a comma."""
    indent = INDENT * 2
    line = f"{head}{', '.join(arguments)})"
    if fits(f"{indent}{line},"):
        return line
    return format_expanded(head, arguments, ")", indent).lstrip()
