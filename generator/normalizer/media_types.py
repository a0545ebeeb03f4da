"""Media Type Objects behind references."""

from __future__ import annotations

from ..diagnostics import Diagnostics
from ..openapi.document import BrokenReference, Document
from ..openapi.operation import MediaType
from .rules import UNRESOLVED_REFERENCE


def resolve_media_type(
    document: Document, diagnostics: Diagnostics, node: MediaType
) -> MediaType | None:
    """Return a Media Type Object, following a reference (OpenAPI 3.2, section 4.14).

    Args:
        document: The document that holds the node.
        diagnostics: Collects an unresolved reference.
        node: A Media Type Object, or a Reference Object to one.

    Returns:
        The Media Type Object, or `None` if the reference cannot be resolved.
    """
    target = document.resolve(node)
    if isinstance(target, BrokenReference):
        diagnostics.add(UNRESOLVED_REFERENCE, target.reason, node.location)
        return None
    return target
