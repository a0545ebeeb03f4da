"""Check and resolve paths relative to the output directory."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from .errors import EmissionError

_RESERVED = frozenset(
    {
        "aux",
        "con",
        "nul",
        "prn",
        *(f"{device}{n}" for device in ("com", "lpt") for n in range(10)),
    }
)
"""File names that Windows reserves for devices, with any extension."""
_FORBIDDEN = frozenset('<>:"\\|?*')
_MAX_NAME_BYTES = 255
"""Bytes of a file name that common file systems support."""


def is_portable(path: str) -> bool:
    """Return whether a path stays in its directory and is valid on all systems."""
    return all(map(_is_portable_name, path.split("/")))


def _is_portable_name(name: str) -> bool:
    return (
        name not in ("", ".", "..")
        and name.isprintable()
        and name[-1] not in " ."
        and name.partition(".")[0].rstrip().lower() not in _RESERVED
        and _FORBIDDEN.isdisjoint(name)
        and len(name.encode()) <= _MAX_NAME_BYTES
    )


def check_paths(paths: Iterable[str]) -> None:
    """Check that paths are portable and that no two differ only by case.

    Raises:
        EmissionError: A path is not. This indicates an error in the generator, since
            names of a document are made portable earlier.
    """
    seen: dict[str, str] = {}
    for path in paths:
        if not is_portable(path):
            raise EmissionError(f"{path!r} is not a portable file path")
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            raise EmissionError(f"{path!r} and {other!r} differ only by case")


def resolve(output: Path, path: str) -> Path:
    """Return the file for a path.

    Raises:
        EmissionError: The file or one of its directories is a symbolic link or has
            another type.
    """
    current = str(output)
    *directories, name = path.split("/")
    for directory in directories:
        current = os.path.join(current, directory)
        mode = _mode(current)
        if stat.S_ISLNK(mode):
            raise EmissionError(
                f"{current} is a symbolic link; remove it, since files are not written "
                "through links"
            )
        if mode and not stat.S_ISDIR(mode):
            raise EmissionError(f"{current} is a file, but must be a directory")
    file = os.path.join(current, name)
    mode = _mode(file)
    if stat.S_ISLNK(mode):
        raise EmissionError(f"{file} is a symbolic link; remove it")
    if stat.S_ISDIR(mode):
        raise EmissionError(f"{file} is a directory, but must be a file")
    if mode and not stat.S_ISREG(mode):
        raise EmissionError(f"{file} is not a regular file; remove it")
    return Path(file)


def _mode(path: str) -> int:
    """Return the type and the permissions of a file; 0 if it does not exist."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def check_output(output: Path) -> None:
    """Check that the output directory exists or can be created.

    Raises:
        EmissionError: The path or one of its parents is not a directory.
    """
    for path in (output, *output.parents):
        if os.path.lexists(path):
            if not os.path.isdir(path):
                raise EmissionError(
                    f"{path} is not a directory; choose another output directory, or "
                    "remove the file"
                )
            return
