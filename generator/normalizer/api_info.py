"""The API as a whole: what it is called, where it is served, what it asks for."""

from __future__ import annotations

from typing import NamedTuple

from ..diagnostics import Diagnostics
from ..model.api import Credential, Server
from .operations.security import requirements
from .operations.wire_names import INVALID_URL, is_url
from .server_variables import server_variables
from ..openapi.document import Document
from ..openapi.operation import Server as ServerNode


class Description(NamedTuple):
    """What the documents say of the API."""

    title: str
    version: str
    summary: str
    description: str


def description(document: Document) -> Description:
    """The Info Object of the first entry document."""
    info = document.roots[0].info
    return Description(
        info.text("title"),
        info.text("version"),
        info.prose("summary"),
        info.prose("description"),
    )


def servers(document: Document, diagnostics: Diagnostics) -> tuple[Server, ...]:
    """The servers of the first entry document that names any."""
    for root in document.roots:
        found = tuple(
            _server(node, diagnostics)
            for node in root.servers
            if node.url and _check_url(node, diagnostics)
        )
        if found:
            return found
    return ()


def _check_url(node: ServerNode, diagnostics: Diagnostics) -> bool:
    """Return whether a server can be called; report one that cannot."""
    if is_url(node.url):
        return True
    diagnostics.add(
        INVALID_URL,
        f"no server is at {node.url!r}",
        node.location,
        hint="callers can give base_url",
    )
    return False


def _server(node: ServerNode, diagnostics: Diagnostics) -> Server:
    return Server(
        url=node.url,
        name=node.name,
        description=node.description,
        variables=server_variables(node, diagnostics),
    )


def security(
    document: Document, known: tuple[Credential, ...], diagnostics: Diagnostics
) -> tuple[tuple[str, ...], ...]:
    """What operations ask for that say nothing of it themselves."""
    by_name = {item.name: item for item in known}
    for root in document.roots:
        declared = frozenset(root.security_schemes)
        found = requirements(root.security, by_name, declared, diagnostics)
        if found is not None:
            return found
    return ()
