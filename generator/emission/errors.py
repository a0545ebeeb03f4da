"""Why nothing was written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class EmissionError(Exception):
    """The output cannot be read or written; the message says where, and what to do."""


class OtherClient(EmissionError):
    """The output holds the client of another API.

    Args:
        output: the directory.
        package: the package in it.
        documents: what that was generated from.
    """

    def __init__(self, output: Path, package: str, documents: Iterable[str]) -> None:
        super().__init__(
            f"{output} holds the client {package!r} of another API, generated from "
            f"{', '.join(sorted(documents))}; write elsewhere with --output DIR, or "
            "replace it with --force"
        )


class EditedFiles(EmissionError):
    """Files of the output were changed by somebody else.

    Args:
        paths: which, below the output directory.
    """

    def __init__(self, paths: tuple[str, ...]) -> None:
        self.paths = paths
        listed = "".join(f"\n  {path}" for path in paths)
        super().__init__(
            "these files are not as they were generated, and would be overwritten:"
            f"{listed}\nkeep your changes elsewhere, or discard them with --force"
        )
