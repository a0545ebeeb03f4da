"""Security requirements (OpenAPI 3.1, section 4.8.30)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from ...diagnostics import Rule, Severity
from ...model.api import Credential
from ...openapi.document import BrokenReference
from ...openapi.node import Node
from ...openapi.root import Root, SecurityScheme
from ...words import split_words
from ..context import Context
from .drafts import Draft
from .header_credentials import Alternatives
from .servers import Servers

UNKNOWN_CREDENTIAL = Rule(
    "unknown-credential",
    Severity.WARNING,
    "A security requirement names a security scheme that is not declared. The name is "
    "ignored: requests are sent without this credential. To authenticate, pass the header "
    "in `default_headers` of the client. Each name is reported once.",
)
UNREQUIRED_SECURITY = Rule(
    "unrequired-security",
    Severity.NOTE,
    "The documents declare security schemes, but have no `security`. The client sends the "
    "credentials that callers pass with every request.",
)


class Requirements:
    """The security requirements of the API and of its operations.

    Args:
        context: The document and its diagnostics.
        drafts: The operations.
        servers: The servers of the API and of operations.
        credentials: The credentials of the client.
        headers: Alternatives of the credentials that operations describe as headers, by id.
        renamed: Names of credentials that differ from those of their schemes, by the URI
            of the document and the name of the scheme.
    """

    def __init__(
        self,
        context: Context,
        drafts: Sequence[Draft],
        servers: Servers,
        credentials: tuple[Credential, ...],
        headers: Mapping[str, Alternatives],
        renamed: Mapping[tuple[str, str], str],
    ) -> None:
        self._document = context.document
        self._diagnostics = context.diagnostics
        self._servers = servers
        self._names = {item.name for item in credentials}
        self._headers = headers
        self._renamed = renamed
        self._reported: set[str] = set()
        self._is_assumed = False
        roots = context.document.roots
        self._secured = next((x for x in roots if x.security is not None), None)
        self.default: Alternatives = ()
        """Requirements of operations without their own."""
        if self._secured is not None:
            self.default = self._build(self._secured.security, self._secured) or ()
        elif headers:
            self.default = self._find_common_headers(drafts)
        elif credentials and all(draft.node.security is None for draft in drafts):
            self.default = tuple((item.name,) for item in credentials)
            self._is_assumed = True
            self._diagnostics.add(
                UNREQUIRED_SECURITY,
                "no operation requires the declared security schemes",
                credentials[0].origin,
                hint="add `security` to the document",
            )

    def for_operation(self, draft: Draft) -> Alternatives | None:
        """Return the requirements of an operation; `None` for those of the API."""
        alternatives = self._for_operation(draft)
        return None if alternatives == self.default else alternatives

    def _for_operation(self, draft: Draft) -> Alternatives | None:
        if draft.id in self._headers:
            return self._headers[draft.id]
        root = draft.root
        nodes = draft.node.security
        if nodes is None and root is not self._secured:
            nodes = root.security
            # The credentials of the API are not for the servers of another document, and
            # those that operations describe as headers are only for these operations.
            if nodes is None and (self._headers or self._servers.has_own(root)):
                nodes = []
        if self._is_assumed and self._is_elsewhere(draft):
            return ()
        return self._build(nodes, root)

    def _is_elsewhere(self, draft: Draft) -> bool:
        """Return whether an operation has a server with another host than the API."""
        own = self._servers.for_operation(draft.root, draft.item, draft.node)
        hosts = {urlsplit(server.url).netloc for server in self._servers.api}
        return any(urlsplit(server.url).netloc not in hosts for server in own)

    def _find_common_headers(self, drafts: Sequence[Draft]) -> Alternatives:
        """Return the headers that more than half of the operations require."""
        ((alternatives, count),) = Counter(self._headers.values()).most_common(1)
        return alternatives if 2 * count > len(drafts) else ()

    def _build(self, nodes: list[Node] | None, root: Root) -> Alternatives | None:
        """Return alternative sets of credentials; `None` if `nodes` is `None`.

        An alternative with an unsupported scheme is kept without that scheme, so that a
        caller who configures the authentication by other means can use it.

        Args:
            nodes: Security Requirement Objects.
            root: The entry document.
        """
        if nodes is None:
            return None
        alternatives: dict[tuple[str, ...], None] = {}
        for node in nodes:
            names = []
            for reference, _ in node.members(Node):
                owner, scheme = self._find_scheme(reference, node, root)
                name = self._renamed.get((owner.file.uri, scheme), scheme)
                if scheme in owner.security_schemes:
                    names += [name] if name in self._names else []
                else:
                    self._report_unknown(reference, node)
            alternatives[tuple(names)] = None
        return tuple(alternatives)

    def _find_scheme(self, reference: str, node: Node, root: Root) -> tuple[Root, str]:
        """Return the entry document that declares a scheme, and the name of the scheme.

        Since OpenAPI 3.2, a name that is not declared is the URI of a scheme.

        Args:
            reference: The name or the URI.
            node: The Security Requirement Object.
            root: The entry document that contains it.

        Returns:
            `root` and `reference` if it is not the URI of a scheme of an entry document.
        """
        if reference in root.security_schemes or "#" not in reference:
            return root, reference
        here = SecurityScheme(node.value, node.file, node.pointer)
        target = self._document.target(here, reference)
        if not isinstance(target, BrokenReference):
            for other in self._document.roots:
                for name, scheme in other.security_schemes.items():
                    if scheme.key == target.key:
                        return other, name
        return root, reference

    def _report_unknown(self, reference: str, node: Node) -> None:
        if reference in self._reported:
            return
        self._reported.add(reference)
        words = split_words(reference)
        header = "'Authorization': 'Bearer …'"
        if "basic" in words:
            header = "'Authorization': 'Basic …'"
        elif "key" in words or "apikey" in words:
            header = "'X-API-Key': '…'"
        self._diagnostics.add(
            UNKNOWN_CREDENTIAL,
            f"unknown security scheme {reference!r}",
            node.location,
            hint="declare it under components.securitySchemes; until then pass"
            f" default_headers={{{header}}} to the client",
        )
