"""Detect differences between the output directory and the files to generate."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from .manifest import NAME, Manifest, digest, with_line_feeds
from .ownership import check_own_code, check_owner
from .paths import is_portable, resolve


class Reason(StrEnum):
    """Reason why a file is not up to date, as a part of messages."""

    MISSING = "not written yet"
    DELETED = "deleted"
    EDITED = "edited by hand"
    OUTDATED = "out of date"
    OBSOLETE = "no longer generated"


class Drift(NamedTuple):
    """A file that is not up to date.

    Attributes:
        path: Path relative to the output directory.
        reason: Why it is not up to date.
    """

    path: str
    reason: Reason


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
    check_own_code(old, manifest, output)
    drift = []
    for path, content in tree.items():
        current = _content(resolve(output, path))
        if current is None:
            is_known = path in old.files
            drift.append(Drift(path, Reason.DELETED if is_known else Reason.MISSING))
        elif current != with_line_feeds(content):
            is_generated = old.owns(path, digest(current))
            drift.append(
                Drift(path, Reason.OUTDATED if is_generated else Reason.EDITED)
            )
    for path in dict.fromkeys((*old.files, *old.pending)):
        if path not in tree and is_portable(path) and (output / path).exists():
            drift.append(Drift(path, Reason.OBSOLETE))
    written = _content(output / NAME)
    if written != manifest.to_bytes():
        drift.append(Drift(NAME, Reason.OUTDATED if written else Reason.MISSING))
    return tuple(sorted(drift))


def find_causes(old: Manifest, new: Manifest) -> tuple[str, ...]:
    """Return which inputs of the generator changed since the last run, as clauses.

    Args:
        old: Manifest of the output directory.
        new: Manifest of the files to generate.

    Returns:
        Clauses such as "`openapi.yaml` changed"; empty if the inputs that manifests
        contain are the same, or if there was no run.
    """
    if not old.files:
        return ()
    causes = [
        f"`{name}` {_describe_change(old.documents, new.documents, name)}"
        for name in sorted({*old.documents, *new.documents})
        if old.documents.get(name) != new.documents.get(name)
    ]
    if old.generator != new.generator:
        causes.append(f"{old.generator} wrote the files and this is {new.generator}")
    # Manifests lack settings that their generator does not know, or with their defaults.
    same = old.generator == new.generator
    known = {*old.settings, *new.settings} if same else {*old.settings}
    causes += [
        f"the setting `{name}` changed"
        for name in sorted(known)
        if old.settings.get(name) != new.settings.get(name)
    ]
    causes += [
        f"the patch of `{name}` changed"
        for name in sorted({*old.patches, *new.patches})
        if old.patches.get(name) != new.patches.get(name)
    ]
    return tuple(causes)


def _describe_change(old: Mapping[str, str], new: Mapping[str, str], name: str) -> str:
    if name not in old:
        return "is a new document"
    return "changed" if name in new else "is no longer a document"


def _content(file: Path) -> bytes | None:
    """Return the content of a file with LF line ends; `None` if it cannot be read."""
    try:
        return with_line_feeds(file.read_bytes())
    except OSError:
        return None
