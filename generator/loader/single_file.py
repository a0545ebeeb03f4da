"""Read one file without the files that it refers to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..diagnostics import Diagnostics
from .files import Files
from .reading import parse


def read_file(path: Path, relative_to: Path, diagnostics: Diagnostics) -> Any:
    """Return the value of a file that the user named, as it is written.

    Args:
        path: Path of the file.
        relative_to: Directory that file names in messages are relative to.
        diagnostics: Receives the diagnostics.

    Raises:
        GenerationError: The file cannot be read or parsed.
    """
    return parse(Files(relative_to, diagnostics).entry(path), diagnostics)
