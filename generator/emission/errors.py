"""Why nothing was written."""

from __future__ import annotations


class EmissionError(Exception):
    """The output cannot be read or written; the message says where, and what to do."""


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
