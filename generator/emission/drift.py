"""Drift: how the files on disk differ from what would be generated."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from .manifest import NAME, Manifest, digest
from .ownership import check_owner
from .paths import is_portable, resolve


class Drift(NamedTuple):
    """A file that is not current: its path, and why."""

    path: str
    reason: str


def find_drift(
    tree: Mapping[str, bytes], manifest: Manifest, output: Path
) -> tuple[Drift, ...]:
    """What `generate` would change, in the order of paths. Writes nothing.

    Args:
        tree: what would be generated, by path.
        manifest: what its manifest would be.
        output: the output directory.

    Raises:
        EmissionError: a link or the like is in the way, the manifest is broken, or it is
            that of another client.
    """
    old = Manifest.read(output)
    check_owner(old, manifest, output)
    found = []
    for path, content in tree.items():
        current = _content(resolve(output, path))
        if current is None:
            found.append(Drift(path, "missing"))
        elif current != content:
            ours = old.owns(path, digest(current))
            found.append(Drift(path, "out of date" if ours else "edited by hand"))
    for path in dict.fromkeys((*old.files, *old.pending)):
        if path not in tree and is_portable(path) and (output / path).exists():
            found.append(Drift(path, "no longer generated"))
    listed = _content(output / NAME)
    if listed != manifest.to_bytes():
        found.append(Drift(NAME, "missing" if listed is None else "out of date"))
    return tuple(sorted(found))


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
