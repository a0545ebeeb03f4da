"""Whose files stand in the output: ours, or somebody else's."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from .errors import EmissionError, OtherClient
from .manifest import Manifest, digest


def read_manifest(output: Path, force: bool) -> Manifest:
    """What was generated before.

    Args:
        output: the output directory.
        force: whether a manifest that cannot be read is an empty one.

    Raises:
        EmissionError: it cannot be read, and `force` is not set.
    """
    try:
        return Manifest.read(output)
    except EmissionError:
        if force:
            return Manifest()
        raise


def check_owner(old: Manifest, new: Manifest, output: Path) -> None:
    """Make sure that an output does not hold the client of another API.

    A client whose package has another name is the same one renamed if it has a document
    and a resource in common with the new one.

    Args:
        old: the manifest of the output.
        new: that of what would be written.
        output: the output directory.

    Raises:
        OtherClient: it holds another one.
    """
    package = str(old.settings.get("package", ""))
    name = str(new.settings.get("package", ""))
    if not package or package == name or not old.files:
        return
    before, after = _modules(old, package), _modules(new, name)
    differ = bool(before) and before.isdisjoint(after)
    if differ or old.documents.keys().isdisjoint(new.documents):
        raise OtherClient(output, package, old.documents)


def _modules(manifest: Manifest, package: str) -> set[str]:
    """Return the paths of the resources' modules below the package."""
    folder = f"{package}/resources/"
    return {
        path.removeprefix(folder)
        for path in manifest.files
        if path.startswith(folder) and not path.endswith("/__init__.py")
    }


def find_user_files(
    names: Iterable[str], tree: Mapping[str, bytes], output: Path, force: bool
) -> dict[str, str]:
    """Of files that give way to others: the SHA-256 of those that others wrote.

    Others wrote what no run generated and none would; a file that was generated and
    then edited is ours, with an edit in it.

    Args:
        names: the files that give way.
        tree: what would be generated, by path.
        output: the output directory.
        force: whether a manifest that cannot be read is an empty one.

    Raises:
        EmissionError: the manifest cannot be read, and `force` is not set.
    """
    found = {}
    for name in names:
        file = output / name
        if name in tree and os.path.isfile(file):
            content = file.read_bytes()
            if content != tree[name]:
                found[name] = digest(content)
    if found:
        # Read after the files: another run says in it what it is about to write.
        manifest = read_manifest(output, force)
        ours = manifest.files.keys() | manifest.pending.keys()
        found = {name: content for name, content in found.items() if name not in ours}
    return found
