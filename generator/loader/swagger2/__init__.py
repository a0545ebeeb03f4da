"""Swagger 2.0 documents said in the words of OpenAPI 3.1.

The tree keeps the shape of the text wherever that can be: schemas stay under
`definitions`, so that every `$ref` holds as it is written, and `components` shows them
once more. Only what 3.1 puts elsewhere is a `Moved` mapping, whose origin is the
place in the text that it was made from.
"""

from __future__ import annotations

from typing import Any

from ...diagnostics import Diagnostics
from .operations import convert_root
from .work import Media, Work
from ...openapi.document import Document
from ...openapi.node import Node
from ...source import SourceFile


def upgrade(
    document: Document, diagnostics: Diagnostics
) -> list[tuple[SourceFile, Any]]:
    """The files of a description that change, with their new values.

    These are the Swagger 2.0 documents, and what they refer to in files that are no
    documents themselves.
    """
    work = Work(document, diagnostics)
    for source, value in document.files.values():
        if isinstance(value, dict) and "swagger" in value:
            root = Node(value, source, ())
            work.push(convert_root, root, Media.of(root, Media((), ())))
    work.run()
    return work.changed()
