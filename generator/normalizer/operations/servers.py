"""Servers of the API and of single operations (OpenAPI 3.1, sections 4.8.1 and 4.8.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias
from urllib.parse import urljoin

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.servers import Server
from ...openapi.operation import Operation, PathItem
from ...openapi.parameter import Server as ServerNode
from ...openapi.root import Root
from ...source import JsonPointer
from ..context import Context
from .server_variables import build_server_variables, insert_defaults
from .url_credentials import (
    remove_credentials,
    remove_from_variables,
    report_credentials,
)
from .wire_names import INVALID_URL, is_url

Declaring: TypeAlias = Root | PathItem | Operation
"""A node that can declare servers."""

OPERATION_SERVERS = Rule(
    "operation-servers",
    Severity.NOTE,
    "An operation, a path or a further document declares its own server. The client sends "
    "these requests to that server, unless the client was created with a `base_url`. It "
    "sends the credentials that the security of the operation requires, and no others. Of "
    "several servers it uses the one at the position, or with the name, of the selected "
    "server of the API, otherwise the first.",
    key="servers",
    hint="nothing is required; `base_url` replaces this server, too",
)
RELATIVE_SERVER = Rule(
    "relative-server",
    Severity.NOTE,
    "The URL of a server is relative to the URL of the document, which is not known. If "
    "there are absolute URLs, the server is ignored; otherwise callers must pass the "
    "absolute URL in `base_url`. To make the URL of the document known, use `$self` of "
    "OpenAPI 3.2.",
    key="url",
)


class Servers:
    """The servers of the API, and of operations that have their own.

    Args:
        context: The document and its diagnostics.
        places: Each operation with its path and its entry document.
    """

    def __init__(
        self, context: Context, places: Iterable[tuple[Root, PathItem, Operation]]
    ) -> None:
        self._context = context
        self._built: dict[tuple[str, JsonPointer], tuple[Server, ...]] = {}
        self._reported: set[tuple[str, JsonPointer]] = set()
        declared = [self._read_root(root) for root in context.document.roots]
        self.api = next(filter(None, declared), ()) or self._find_common(places)
        """Servers of the API, the default first."""

    def for_operation(
        self, root: Root, item: PathItem, operation: Operation
    ) -> tuple[Server, ...]:
        """Return an operation's own servers; empty if it has those of the API."""
        for node in (operation, item, root):
            servers = self._read(node)
            if servers:
                return self._select(node, servers)
        return ()

    def has_own(self, root: Root) -> bool:
        """Return whether an entry document has other servers than the API."""
        servers = self._read(root)
        return bool(servers) and _addresses(servers) != _addresses(self.api)

    def _select(
        self, node: Declaring, servers: tuple[Server, ...]
    ) -> tuple[Server, ...]:
        """Return the server that replaces each server of the API; one if all are the same.

        Args:
            node: Declares the servers.
            servers: The servers.
        """
        if _addresses(servers) == _addresses(self.api):
            return ()
        if node.key not in self._reported:
            self._reported.add(node.key)
            scope = "these operations" if isinstance(node, Root) else "this operation"
            self._context.diagnostics.add(
                OPERATION_SERVERS,
                f"the server of {scope} is {servers[0].url!r}",
                node.location,
            )
        by_name = {item.name: item for item in servers if item.name}
        is_parallel = len(servers) == len(self.api)
        selected = tuple(
            by_name.get(server.name, servers[index if is_parallel else 0])
            for index, server in enumerate(self.api)
        )
        return selected if len(set(selected)) > 1 else servers[:1]

    def _find_common(
        self, places: Iterable[tuple[Root, PathItem, Operation]]
    ) -> tuple[Server, ...]:
        """Return the most common servers of operations, if all operations have some."""
        declared = [
            self._read(operation) or self._read(item) for _, item, operation in places
        ]
        return (
            Counter(declared).most_common(1)[0][0] if declared and all(declared) else ()
        )

    def _read(self, node: Declaring) -> tuple[Server, ...]:
        """Return the servers that a node declares, without invalid ones."""
        if node.key not in self._built:
            self._built[node.key] = tuple(
                _build_server(self._context, server)
                for server in node.servers
                if server.url and _check_url(server, self._context.diagnostics)
            )
        return self._built[node.key]

    def _read_root(self, root: Root) -> tuple[Server, ...]:
        """Return the servers of an entry document; relative ones if it has no others."""
        servers = self._read(root)
        absolute = tuple(
            item for item in servers if "://" in item.url or item.url.startswith("{")
        )
        relative = next((item for item in servers if item not in absolute), None)
        # `/` is the default if there are no servers.
        if relative is not None and relative.url != "/":
            self._context.diagnostics.add(
                RELATIVE_SERVER,
                f"the server URL {relative.url!r} is relative to the URL of the document",
                root.location,
                hint=(
                    "the other servers are used"
                    if absolute
                    else "pass the absolute URL to the client in base_url"
                ),
            )
        self._built[root.key] = absolute or servers
        return absolute or servers


def _addresses(servers: Iterable[Server]) -> list[tuple[str, object]]:
    """Return the URLs of servers with their variables, for comparisons."""
    return [(item.url.rstrip("/"), item.variables) for item in servers]


def _check_url(node: ServerNode, diagnostics: Diagnostics) -> bool:
    """Return whether HTTP requests can use the URL of a server; report one that cannot."""
    url = insert_defaults(node) if is_url(node.url) else node.url
    if not is_url(url):
        problem = f"invalid server URL {remove_credentials(url)!r}"
        hint = "correct the URL, or pass `base_url` to the client"
    elif (scheme := _scheme(url)) not in ("", "http", "https"):
        problem = f"server URL with the scheme {scheme!r}: {remove_credentials(url)!r}"
        hint = "add a server with https, or pass `base_url` to the client"
    else:
        return True
    diagnostics.add(INVALID_URL, problem, node.location, hint=hint)
    return False


def _scheme(url: str) -> str:
    """Return the scheme of a URL in lower case; `""` if it has none or a variable."""
    scheme, separator, _ = url.partition("://")
    return (
        scheme.lower() if separator and scheme.isascii() and "{" not in scheme else ""
    )


def _build_server(context: Context, node: ServerNode) -> Server:
    declared = _resolve(node.url, node.file.uri)
    url = remove_credentials(declared)
    declared_variables = build_server_variables(context, node)
    variables = remove_from_variables(url, declared, declared_variables)
    if (url, variables) != (declared, declared_variables):
        report_credentials("server URL", url, node, context.diagnostics)
    return Server(
        url=url, name=node.name, description=node.description, variables=variables
    )


def _resolve(url: str, document: str) -> str:
    """Return the absolute URL of a server, if it is known.

    Args:
        url: URL of the server.
        document: URI of the document: a file, or its `$self`.
    """
    if url.startswith("//"):
        # Without a scheme, the URL has the scheme of the document's URL.
        scheme = "http:" if document.startswith("http:") else "https:"
        return f"{scheme}{url}"
    if (
        "://" in url
        or url.startswith("{")
        or not document.startswith(("https:", "http:"))
    ):
        return url
    return urljoin(document, url)
