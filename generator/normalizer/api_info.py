"""Title and descriptions of the API."""

from __future__ import annotations

from typing import NamedTuple

from ..openapi.document import Document


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
