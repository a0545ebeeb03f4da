"""Paths below the output directory: which are safe to write, and where they lead."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from .errors import EmissionError

_RESERVED = frozenset(
    {
        "aux",
        "con",
        "nul",
        "prn",
        *(f"{a}{n}" for a in ("com", "lpt") for n in range(10)),
    }
)
_FORBIDDEN = frozenset('<>:"\\|?*')
_LONGEST = 255
"""Bytes that the usual file systems take for one name."""


def is_portable(path: str) -> bool:
    """Whether a path stays below its directory, and every system takes its names."""
    return all(map(_is_name, path.split("/")))


def _is_name(part: str) -> bool:
    return (
        part not in ("", ".", "..")
        and part.isprintable()
        and part[-1] not in " ."
        and part.partition(".")[0].rstrip().lower() not in _RESERVED
        and _FORBIDDEN.isdisjoint(part)
        and len(part.encode()) <= _LONGEST
    )


def check_paths(paths: Iterable[str]) -> None:
    """Makes sure that each path is relative, portable, and different from the others.

    Raises:
        EmissionError: a path is not; none of a correct run is, whatever a document says.
    """
    seen: dict[str, str] = {}
    for path in paths:
        if not is_portable(path):
            raise EmissionError(f"{path!r} is no portable path of a file")
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            raise EmissionError(f"{path!r} and {other!r} differ only by case")


def resolve(output: Path, path: str) -> Path:
    """The file of a path, none of whose directories below the output is a link.

    Raises:
        EmissionError: a link or a file stands where a directory belongs.
    """
    current = output
    *directories, name = path.split("/")
    for part in directories:
        current = current / part
        if current.is_symlink():
            raise EmissionError(
                f"{current} is a symbolic link; nothing is written through links, "
                "so remove it"
            )
        if current.exists() and not current.is_dir():
            raise EmissionError(f"{current} is a file where a directory belongs")
    file = current / name
    if file.is_symlink():
        raise EmissionError(f"{file} is a symbolic link; remove it")
    if file.is_dir():
        raise EmissionError(f"{file} is a directory where a file belongs")
    return file


def check_output(output: Path) -> None:
    """Makes sure that the output can be a directory.

    Raises:
        EmissionError: a file stands in its place.
    """
    for place in (output, *output.parents):
        if os.path.lexists(place):
            if not os.path.isdir(place):
                raise EmissionError(
                    f"{place} is no directory; give the output another name, or remove "
                    "what is there"
                )
            return
