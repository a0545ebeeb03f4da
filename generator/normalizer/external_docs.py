"""Links to external documentation."""

from __future__ import annotations

from ..model.types import ExternalDocs
from ..openapi.external_docs import find_external_docs
from ..openapi.node import Node


def read_external_docs(node: Node) -> ExternalDocs | None:
    """Return the external documentation of an object, or `None`."""
    docs = find_external_docs(node)
    return ExternalDocs(docs.url, docs.description) if docs is not None else None
