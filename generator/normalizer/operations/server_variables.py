"""Variables in the URLs of servers (OpenAPI 3.1, section 4.8.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import Rule, Severity
from ...model.servers import ServerVariable
from ...openapi.node import Node
from ...openapi.parameter import Server
from ...openapi.written import written_text
from ..context import Context

SERVER_VARIABLE_WITHOUT_DEFAULT = Rule(
    "server-variable-without-default",
    Severity.WARNING,
    "A variable in the URL of a server has no default, or is not declared. The client "
    "raises a `ValueError` when it uses this server, unless the caller passes the value in "
    "`server_variables`, or another URL in `base_url`.",
    key="variables",
)

_VARIABLE = re.compile(r"\{([^{}]+)\}")


def build_server_variables(
    context: Context, server: Server
) -> tuple[ServerVariable, ...]:
    """Return the declared and undeclared variables of the URL of a server.

    Args:
        context: Collects a warning for each variable of the URL without a default.
        server: A Server Object.
    """
    variables = tuple(_variables(server))
    names = dict.fromkeys(_VARIABLE.findall(server.url))
    for variable in variables:
        if variable.name in names and variable.default is None:
            node = server.variables.get(variable.name, server)
            context.diagnostics.add(
                SERVER_VARIABLE_WITHOUT_DEFAULT,
                f"the server variable {variable.name!r} has no default",
                node.location,
                hint="add a default; until then callers must pass server_variables",
            )
    return variables


def insert_defaults(server: Server) -> str:
    """Return the URL of a server with the defaults of its variables that have one."""
    defaults = {
        item.name: item.default
        for item in _variables(server)
        if item.default is not None
    }
    return _VARIABLE.sub(lambda match: defaults.get(match[1], match[0]), server.url)


def _variables(server: Server) -> Iterator[ServerVariable]:
    declared = server.variables
    for name, node in declared.items():
        yield ServerVariable(
            name,
            _to_text(node.at("default", Node)) if node.has("default") else None,
            tuple(_texts(node.sequence("enum", Node))),
            node.prose("description"),
        )
    for name in dict.fromkeys(_VARIABLE.findall(server.url)):
        if name not in declared:
            yield ServerVariable(name, None, (), "")


def _texts(values: list[Node]) -> Iterator[str]:
    for value in values:
        text = _to_text(value)
        if text is not None:
            yield text


def _to_text(node: Node) -> str | None:
    """Return a value as text for a URL; YAML authors write `default: 443`."""
    value = node.value
    if isinstance(value, bool | int | float):
        return written_text(value, node.location)
    return value if isinstance(value, str) else None
