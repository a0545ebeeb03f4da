"""Title and default security of the API."""

from __future__ import annotations

from typing import NamedTuple

from ..model.api import Credential
from ..openapi.document import Document
from .context import Context
from .operations.security import build_requirements, find_secured_root


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
    root = find_secured_root(context.document.roots)
    if root is None:
        return ()
    by_name = {item.name: item for item in credentials}
    declared = frozenset(root.security_schemes)
    return (
        build_requirements(root.security, by_name, declared, context.diagnostics) or ()
    )
