"""The files of own code, and their digests for the cache."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from ..file_access import RefusedFileError, read_regular

FOLDER = "ext"
"""Name of the folder inside of the package. No generated file is in it."""


def python_files(folder: Path) -> list[Path]:
    """Return the modules in a folder and its subfolders, sorted by path."""
    if not os.path.isdir(folder):  # also of a name that no file can have
        return []
    files = (path for path in folder.rglob("*.py") if path.parent.name != "__pycache__")
    return sorted(files, key=lambda path: path.relative_to(folder).parts)


def extension_digests(package: Path) -> dict[str, str]:
    """Return the SHA-256 of each module of own code by its path; `""` if unreadable."""
    digests = {}
    for path in python_files(package / FOLDER):
        try:
            digest = hashlib.sha256(read_regular(path)).hexdigest()
        except (OSError, RefusedFileError):
            digest = ""
        digests[path.relative_to(package).as_posix()] = digest
    return digests
