"""Title, servers and default security of the API."""

from __future__ import annotations

from typing import NamedTuple

from ..diagnostics import Diagnostics
from ..model.api import Credential, Server
from ..openapi.document import Document
from ..openapi.parameter import Server as ServerNode
from .context import Context
from .operations.security import build_requirements
from .operations.wire_names import INVALID_URL, is_url
from .server_variables import build_server_variables


class Info(NamedTuple):
    """Title, version, summary and description of the API."""

    title: str
    version: str
    summary: str
    description: str


def read_info(document: Document) -> Info:
    """Return the Info Object of the first entry document."""
    info = document.roots[0].info
    return Info(
        info.text("title"),
        info.text("version"),
        info.prose("summary"),
        info.prose("description"),
    )


def build_servers(context: Context) -> tuple[Server, ...]:
    """Return the servers of the first entry document that has valid ones."""
    for root in context.document.roots:
        servers = tuple(
            _build_server(context, node)
            for node in root.servers
            if node.url and _check_url(node, context.diagnostics)
        )
        if servers:
            return servers
    return ()


def _check_url(node: ServerNode, diagnostics: Diagnostics) -> bool:
    """Return whether the URL of a server is valid; report one that is not."""
    if is_url(node.url):
        return True
    diagnostics.add(
        INVALID_URL,
        f"invalid server URL {node.url!r}",
        node.location,
        hint="correct the URL, or pass `base_url` to the client",
    )
    return False


def _build_server(context: Context, node: ServerNode) -> Server:
    return Server(
        url=node.url,
        name=node.name,
        description=node.description,
        variables=build_server_variables(context, node),
    )


def build_security(
    context: Context, credentials: tuple[Credential, ...]
) -> tuple[tuple[str, ...], ...]:
    """Return the security requirements of operations without their own.

    Args:
        context: The document and its diagnostics.
        credentials: The security schemes that the client supports.

    Returns:
        The names of the credentials of each alternative.
    """
    by_name = {item.name: item for item in credentials}
    for root in context.document.roots:
        declared = frozenset(root.security_schemes)
        requirements = build_requirements(
            root.security, by_name, declared, context.diagnostics
        )
        if requirements is not None:
            return requirements
    return ()
