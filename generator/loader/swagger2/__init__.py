"""Upgrade Swagger 2.0 documents to OpenAPI 3.1.

The tree keeps its structure where possible: schemas stay under `definitions`, so that each
`$ref` remains valid, and are also available under `components`. An object that has another
location in 3.1 is a `Moved` mapping, whose origin is the location in the original text.
"""

from __future__ import annotations

from typing import Any

from ...diagnostics import Diagnostics
from ...openapi.document import Document
from ...openapi.node import Node
from ...source import SourceFile
from .conversion import Media, Upgrade
from .operations import convert_path, convert_root


def upgrade(
    document: Document, diagnostics: Diagnostics
) -> list[tuple[SourceFile, Any]]:
    """Upgrade the Swagger 2.0 documents and the files that they refer to.

    Args:
        document: Loaded documents.
        diagnostics: Receives the diagnostics.

    Returns:
        The changed files with their new values.
    """
    conversion = Upgrade(document, diagnostics, frozenset({convert_path}))
    for source, value in document.files.values():
        if isinstance(value, dict) and "swagger" in value:
            root = Node(value, source, ())
            conversion.push(convert_root, root, Media.of(root, Media((), ())))
    conversion.run()
    return conversion.changed_files()
