"""Check the setting `main`."""

from __future__ import annotations

import os
from pathlib import Path

from ..config import Config
from ..diagnostics import Diagnostics, Rule, Severity
from ..openapi.document import Document
from ..suggestions import suggest

UNKNOWN_MAIN = Rule(
    "unknown-main",
    Severity.ERROR,
    "The setting `main` names a file that is not one of the documents in `specs`. The "
    "title, the servers and the security of the API would come from another document.",
    about_settings=True,
)


def check_main(
    document: Document, main: Path, config: Config, diagnostics: Diagnostics
) -> None:
    """Report a `main` that is not one of the documents.

    Args:
        document: Loaded documents, the main one first.
        main: Path from the settings.
        config: The settings.
        diagnostics: Receives the error.
    """
    uri = Path(os.path.realpath(main)).as_uri()
    if document.roots[0].file.uri == document.aliases.get(uri, uri):
        return
    names = [root.file.name for root in document.roots]
    diagnostics.add(
        UNKNOWN_MAIN,
        f"`main`: {config.main!r} is not one of the documents",
        config.origin.span("main"),
        hint=suggest(config.main or "", names, "documents"),
    )
