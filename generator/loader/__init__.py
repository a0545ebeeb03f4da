"""Text to document: reads the files, follows references between them, upgrades them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.loader.documents import load_documents
from generator.openapi.document import Document


def load(
    specs: Sequence[Path],
    *,
    relative_to: Path,
    diagnostics: Diagnostics,
    main: Path | None = None,
    folders: Sequence[Path] | None = None,
) -> Document:
    """Reads the documents that `specs` name, and every file that they refer to.

    Args:
        specs: files and directories. Of a directory, and of several files, those are
            documents that have `openapi` or `swagger` at their root.
        relative_to: what the names of files in messages are relative to; others are
            called by their base names.
        diagnostics: takes what is found.
        main: the document that comes first among the roots.
        folders: below which references may lead, beside those of the documents; without
            them, `relative_to`.

    Raises:
        generator.diagnostics.Unusable: an error was found, which is among the
            diagnostics.
    """
    if folders is None:
        folders = (relative_to,)
    return load_documents(specs, relative_to, diagnostics, main, folders)


def validate(document: Document, diagnostics: Diagnostics) -> None:
    """Adds what openapi-spec-validator finds in the entry documents, as warnings."""
    # The library takes longer to import than most documents take to load.
    from generator.loader.validation import validate_documents

    validate_documents(document, diagnostics)


__all__ = ["load", "validate"]
