"""The values of files as the overlays of the settings leave them.

The loader corrects the trees of a document while it reads them. This module reads them
again, without these corrections.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..diagnostics import Diagnostics
from ..openapi.document import Document
from ..source import SourceFile
from .files import Files
from .overlays import read_overlays
from .reading import parse


def read_original_values(
    document: Document,
    overlays: Sequence[Path],
    urls: Mapping[str, Path],
    folders: Sequence[Path],
) -> dict[str, Any]:
    """Return the values of all files of a document, by the URI of the file.

    Args:
        document: Loaded documents.
        overlays: Overlays of the settings, in order.
        urls: Documents by the URL that they were downloaded from.
        folders: Folders that may contain overlays.

    Raises:
        GenerationError: A file cannot be read any more.
    """
    diagnostics = Diagnostics()
    places = {uri: place for place, uri in document.aliases.items()}
    uris = {url: path.resolve().as_uri() for url, path in urls.items()}
    read = Files(Path.cwd(), diagnostics, folders).overlay
    applied = read_overlays(overlays, read, uris, diagnostics)
    entries = {root.file.uri for root in document.roots}
    changes = {source.uri for source, _ in applied.sources}
    values: dict[str, Any] = {}
    for uri, (source, _) in document.files.items():
        if uri not in changes:
            place = places.get(uri, uri)
            copy = SourceFile(source.name, place, source.text, source.locator)
            value = parse(copy, diagnostics)
            values[uri] = applied.apply(copy, value, entry=uri in entries)
    return values
