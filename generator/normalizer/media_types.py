"""Media Type Objects behind references."""

from __future__ import annotations

from ..openapi.document import BrokenReference
from ..openapi.parameter import MediaType
from .context import Context
from .rules import UNRESOLVED_REFERENCE


def resolve_media_type(context: Context, node: MediaType) -> MediaType | None:
    """Return a Media Type Object, following a reference (OpenAPI 3.2, section 4.14).

    Args:
        context: Document that contains the node; collects an unresolved reference.
        node: A Media Type Object, or a Reference Object to one.

    Returns:
        The Media Type Object, or `None` if the reference cannot be resolved.
    """
    target = context.document.resolve(node)
    if isinstance(target, BrokenReference):
        context.diagnostics.add(UNRESOLVED_REFERENCE, target.reason, node.location)
        return None
    return target
