"""Detect differences between the output directory and the files to generate."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from .manifest import NAME, Manifest, digest
from .ownership import check_owner
from .paths import is_portable, resolve


class Drift(NamedTuple):
    """A file that is not up to date.

    Attributes:
        path: Path relative to the output directory.
        reason: Reason for a message.
    """

    path: str
    reason: str


def find_drift(
    tree: Mapping[str, bytes], manifest: Manifest, output: Path
) -> tuple[Drift, ...]:
    """Return what `generate` would change, sorted by path. Write nothing.

    Args:
        tree: Content of each file to generate by its path.
        manifest: Manifest of these files.
        output: Output directory.

    Raises:
        EmissionError: A path is blocked, for example by a symbolic link, or the manifest
            of the output directory is damaged or belongs to another client.
    """
    old = Manifest.read(output)
    check_owner(old, manifest, output)
    drift = []
    for path, content in tree.items():
        current = _content(resolve(output, path))
        if current is None:
            drift.append(Drift(path, "missing"))
        elif current != content:
            is_generated = old.owns(path, digest(current))
            drift.append(
                Drift(path, "out of date" if is_generated else "edited by hand")
            )
    for path in dict.fromkeys((*old.files, *old.pending)):
        if path not in tree and is_portable(path) and (output / path).exists():
            drift.append(Drift(path, "no longer generated"))
    written = _content(output / NAME)
    if written != manifest.to_bytes():
        drift.append(Drift(NAME, "missing" if written is None else "out of date"))
    return tuple(sorted(drift))


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
