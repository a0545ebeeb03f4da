"""Rendering of the constant that describes an API."""

from __future__ import annotations

from ...python.literals import string_literal
from ...python.package import ClientModule, CredentialArgument
from .layout import INDENT, format_bracketed, format_value
from .servers import format_entries, format_server, format_server_call


def format_api_literal(client: ClientModule, *, shares_runtime: bool) -> str:
    """Format the constant that describes an API.

    Args:
        client: Module of the clients.
        shares_runtime: Whether the runtime does not know the package of the types.
    """
    parts = [
        f"name={string_literal(client.package)}",
        f"version={string_literal(client.release)}",
        f"environment={string_literal(client.environment)}",
    ]
    if client.servers:
        servers = [format_server(item) for item in client.servers]
        parts.append(format_entries("servers=(", servers, ")"))
    if client.server_variables:
        parts.append(format_value("server_variables=", client.server_variables, INDENT))
    if client.credentials:
        pairs = [_credential(item) for item in client.credentials]
        parts.append(format_entries("credentials={", pairs, "}"))
    if client.security:
        parts.append(format_value("security=", client.security, INDENT))
    if client.always:
        parts.append(format_value("always=", client.always, INDENT))
    if client.errors:
        parts.append(format_value("errors=", dict(client.errors), INDENT))
    if shares_runtime:
        parts.append('types=f"{__package__}.types"')
    return format_bracketed("API = _runtime.Api(", parts, ")", "")


def _credential(item: CredentialArgument) -> str:
    arguments = [string_literal(item.positional)] if item.positional else []
    if item.place:
        arguments.append(f"place={string_literal(item.place)}")
    environment_ = item.environment if item.pair else item.environment[0]
    arguments.append(format_value("environment=", environment_, INDENT * 3))
    return format_server_call(
        f"{string_literal(item.name)}: _runtime.{item.kind}(", arguments
    )
