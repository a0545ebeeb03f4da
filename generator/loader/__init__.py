"""Loader: read files, follow the references between them, upgrade old documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostics
from .ahead import ParsedAhead, parse_ahead

if TYPE_CHECKING:
    from ..openapi.document import Document

__all__ = ["ParsedAhead", "load", "parse_ahead"]


def load(
    specs: Sequence[Path],
    *,
    relative_to: Path,
    diagnostics: Diagnostics,
    main: Path | None = None,
    folders: Sequence[Path] | None = None,
    overlays: Sequence[Path] = (),
    urls: Mapping[str, Path] | None = None,
    parsed: ParsedAhead | None = None,
) -> Document:
    """Load documents and all files that they refer to.

    Args:
        specs: Files and directories. Of a directory, and of several files, the documents
            are the files with `openapi` or `swagger` at their root.
        relative_to: Directory that file names in messages are relative to. Files outside
            of it are named by their base names.
        diagnostics: Receives the diagnostics.
        main: Document that becomes the first root.
        folders: Folders that may contain the targets of references, in addition to the
            folders of the documents; by default `relative_to`.
        overlays: Overlays to apply, in order. They must be in `folders`.
        urls: Documents by the URL that they were downloaded from, for `extends`.
        parsed: Value of a document that was parsed ahead.

    Raises:
        generator.diagnostics.GenerationError: The diagnostics contain an error.
    """
    # Imported here, so that parsing ahead starts before these modules are imported.
    from .documents import load_documents

    if folders is None:
        folders = (relative_to,)
    return load_documents(
        specs, relative_to, diagnostics, main, folders, overlays, urls or {}, parsed
    )
