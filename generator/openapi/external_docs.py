"""External Documentation Objects (OpenAPI 3.1, section 4.8.22)."""

from __future__ import annotations

from .node import Node


class ExternalDocs(Node):
    """An External Documentation Object."""

    __slots__ = ()

    @property
    def url(self) -> str:
        """URL of the documentation."""
        return self.text("url").strip()

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")


def find_external_docs(node: Node) -> ExternalDocs | None:
    """Return the external documentation of an object, if it has a URL."""
    docs = node.find("externalDocs", ExternalDocs)
    return docs if docs is not None and docs.url else None
