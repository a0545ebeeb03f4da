"""Errors that prevent writing the output."""

from __future__ import annotations

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
            "or replace the client with --force"
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
    """

    def __init__(self, paths: tuple[str, ...]) -> None:
        self.paths = paths
        listed = "".join(f"\n  {path}" for path in paths)
        super().__init__(
            "these files were edited and would be overwritten:"
            f"{listed}\nmove your changes elsewhere, or discard them with --force"
        )
