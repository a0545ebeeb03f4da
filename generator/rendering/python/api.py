"""Rendering of the constant that describes an API."""

from __future__ import annotations

from ...python.literals import literal_text, string_literal
from ...python.package import ClientModule, CredentialArgument, ServerLiteral
from .layout import INDENT, fits, format_bracketed, format_expanded, format_value


def format_api_literal(client: ClientModule) -> str:
    """Format the constant that describes an API."""
    parts = [
        f"name={string_literal(client.package)}",
        f"version={string_literal(client.version)}",
        f"environment={string_literal(client.environment)}",
    ]
    if client.servers:
        servers = [_server(item) for item in client.servers]
        parts.append(_entries("servers=(", servers, ")"))
    if client.credentials:
        pairs = [_credential(item) for item in client.credentials]
        parts.append(_entries("credentials={", pairs, "}"))
    if client.security:
        parts.append(format_value("security=", client.security, INDENT))
    if client.always:
        parts.append(format_value("always=", client.always, INDENT))
    if client.errors:
        parts.append(format_value("errors=", dict(client.errors), INDENT))
    return format_bracketed("API = _runtime.Api(", parts, ")", "")


def _entries(head: str, items: list[str], tail: str) -> str:
    """Format a tuple or a dictionary as an argument; a tuple of one item has a comma."""
    comma = "," if head.endswith("(") and len(items) == 1 else ""
    flat = f"{head}{', '.join(items)}{comma}{tail}"
    if "\n" not in flat and fits(f"{INDENT}{flat},"):
        return flat
    return format_expanded(head, items, tail, INDENT)[len(INDENT) :]


def _server(item: ServerLiteral) -> str:
    arguments = [string_literal(item.url)]
    if item.variables:
        variables = {
            name: values[0] if len(values) == 1 else values
            for name, values in item.variables
        }
        arguments.append(format_value("variables=", variables, INDENT * 3))
    if item.name:
        arguments.append(f"name={string_literal(item.name)}")
    return _call("_runtime.Server(", arguments)


def _credential(item: CredentialArgument) -> str:
    arguments = [string_literal(item.positional)] if item.positional else []
    if item.place:
        arguments.append(f"place={string_literal(item.place)}")
    environment_ = item.environment if item.pair else item.environment[0]
    arguments.append(f"environment={literal_text(environment_)}")
    return _call(f"{string_literal(item.name)}: _runtime.{item.kind}(", arguments)


def _call(head: str, arguments: list[str]) -> str:
    """Format a call for a separate line at the second level, followed by a comma."""
    indent = INDENT * 2
    line = f"{head}{', '.join(arguments)})"
    if fits(f"{indent}{line},"):
        return line
    return format_expanded(head, arguments, ")", indent).lstrip()
