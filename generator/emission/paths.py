"""Paths below the output directory: which are safe to write, and where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.emission.errors import EmissionError

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


def check_paths(paths: Iterable[str]) -> None:
    """Makes sure that each path is relative, portable, and different from the others.

    Raises:
        EmissionError: a path is not; none of a correct run is, whatever a document says.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for part in path.split("/"):
            stem = part.partition(".")[0].lower()
            bad = not part or part in (".", "..") or stem in _RESERVED
            if bad or part[-1] in " ." or not _FORBIDDEN.isdisjoint(part):
                raise EmissionError(f"{path!r} is no portable path of a file")
            if not part.isprintable():
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
        if place.exists():
            if not place.is_dir():
                raise EmissionError(
                    f"{place} is a file; give the output another name, or remove it"
                )
            return
