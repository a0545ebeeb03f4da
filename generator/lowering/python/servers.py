"""Lowering of servers."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.operations import Operation
from ...model.servers import Server
from ...python.constants import ServerLiteral


def lower_servers(servers: Iterable[Server]) -> tuple[ServerLiteral, ...]:
    """Lower servers of the API or of an operation."""
    return tuple(
        ServerLiteral(
            item.url,
            item.name,
            tuple(
                (
                    variable.name,
                    tuple(dict.fromkeys((variable.default, *variable.values))),
                )
                for variable in item.variables
            ),
        )
        for item in servers
    )


def own_variables(
    operations: Iterable[Operation], servers: Iterable[ServerLiteral]
) -> tuple[str, ...]:
    """Return the names of server variables that only servers of operations have.

    Args:
        operations: Operations, some of which have their own servers.
        servers: Servers of the API.
    """
    known = {name for server in servers for name, _ in server.variables}
    names = (
        variable.name
        for operation in operations
        for server in operation.servers
        for variable in server.variables
    )
    return tuple(dict.fromkeys(name for name in names if name not in known))
