"""Errors that prevent writing the output."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable
from pathlib import Path


class EmissionError(Exception):
    """The output directory cannot be read or written."""


class OtherClientError(EmissionError):
    """The output directory contains the client of another API.

    Args:
        output: Output directory.
        package: Name of the package in it.
        documents: Names of the documents that the package was generated from.
    """

    def __init__(self, output: Path, package: str, documents: Iterable[str]) -> None:
        super().__init__(
            f"{output} contains the client {package!r} of another API, generated from "
            f"{', '.join(sorted(documents))}; choose another directory with --output DIR, "
            "or replace the client with `oasmith generate --force`"
        )


class OrphanedCodeError(EmissionError):
    """The package was renamed, and the old package contains own code of the user.

    Args:
        folder: Folder with the code.
        target: Folder of the new package for it.
    """

    def __init__(self, folder: Path, target: Path) -> None:
        super().__init__(
            f"{folder} contains own code, but the package was renamed; move the folder "
            f"to {target}, or delete it"
        )


class EditedFilesError(EmissionError):
    """Files in the output directory were edited by the user.

    Args:
        paths: Paths relative to the output directory.
        output: Output directory.
    """

    def __init__(self, paths: tuple[str, ...], output: Path) -> None:
        self.paths = paths
        listed = "".join(f"\n  {path}" for path in paths)
        super().__init__(
            "these files were edited and would be overwritten:"
            f"{listed}\nkeep an edit with `oasmith adopt-edit {_quote(output / paths[0])}`,"
            " which needs settings; move edits to own code in `ext`; or discard all with"
            " `oasmith generate --force`"
        )


def _quote(file: Path) -> str:
    """Return a path as an argument of a command in the current directory."""
    try:
        return shlex.quote(os.path.relpath(file))
    except ValueError:  # on another drive of Windows
        return shlex.quote(str(file))
