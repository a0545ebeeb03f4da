"""Text to document: reads the files, follows references between them, upgrades them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..diagnostics import Diagnostics
from .documents import load_documents
from ..openapi.document import Document


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
        generator.diagnostics.GenerationError: an error was found, which is among the
            diagnostics.
    """
    if folders is None:
        folders = (relative_to,)
    return load_documents(specs, relative_to, diagnostics, main, folders)


def validate(document: Document, diagnostics: Diagnostics) -> bool:
    """Adds what openapi-spec-validator finds in the entry documents, as warnings.

    It runs in a process of its own.

    Returns:
        Whether it ended; else a warning says why not.
    """
    from .worker import ValidationProcess

    with ValidationProcess(document) as process:
        return process.finish(diagnostics)


__all__ = ["load", "validate"]
