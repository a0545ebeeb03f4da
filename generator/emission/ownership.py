"""Distinguish generated files from files of the user and from other clients."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from .errors import EmissionError, OrphanedCodeError, OtherClientError
from .manifest import Manifest, digest, with_line_feeds


def read_manifest(output: Path, force: bool) -> Manifest:
    """Read the manifest of an output directory.

    Args:
        output: Output directory.
        force: Whether to return an empty manifest if it cannot be read.

    Raises:
        EmissionError: The manifest cannot be read, and `force` is not set.
    """
    try:
        return Manifest.read(output)
    except EmissionError:
        if force:
            return Manifest()
        raise


def check_owner(old: Manifest, new: Manifest, output: Path) -> None:
    """Check that an output directory does not contain the client of another API.

    A client with another package name is considered a renamed version of the same client
    if both have a document and a resource in common.

    Args:
        old: Manifest of the output directory.
        new: Manifest of the files to write.
        output: Output directory.

    Raises:
        OtherClientError: The directory contains another client.
    """
    old_package = str(old.settings.get("package", ""))
    new_package = str(new.settings.get("package", ""))
    if not old_package or old_package == new_package or not old.files:
        return
    old_modules = _resource_modules(old, old_package)
    new_modules = _resource_modules(new, new_package)
    modules_differ = bool(old_modules) and old_modules.isdisjoint(new_modules)
    if modules_differ or old.documents.keys().isdisjoint(new.documents):
        raise OtherClientError(output, old_package, old.documents)


def check_own_code(old: Manifest, new: Manifest, output: Path) -> None:
    """Check that a new name of the package leaves no own code of the user behind.

    Args:
        old: Manifest of the output directory.
        new: Manifest of the files to write.
        output: Output directory.

    Raises:
        OrphanedCodeError: The folder of the old package contains own code.
    """
    old_package = str(old.settings.get("package", ""))
    new_package = str(new.settings.get("package", ""))
    if not old_package.isidentifier() or old_package == new_package:
        return
    folder = output / old_package / "ext"
    if any(path.is_file() for path in folder.rglob("*.py")):
        raise OrphanedCodeError(folder, output / new_package / "ext")


def _resource_modules(manifest: Manifest, package: str) -> set[str]:
    """Return the paths of the resource modules relative to the package."""
    folder = f"{package}/resources/"
    return {
        path.removeprefix(folder)
        for path in manifest.files
        if path.startswith(folder) and not path.endswith("/__init__.py")
    }


def find_user_files(
    paths: Iterable[str], tree: Mapping[str, bytes], output: Path, force: bool
) -> dict[str, str]:
    """Find files of the user at paths where files would be generated.

    A generated file that was edited later is not a file of the user.

    Args:
        paths: Paths to check.
        tree: Content of each file to generate by its path.
        output: Output directory.
        force: Whether to ignore a manifest that cannot be read.

    Returns:
        The SHA-256 of each file of the user by its path.

    Raises:
        EmissionError: The manifest cannot be read, and `force` is not set.
    """
    digests = {}
    for path in paths:
        file = output / path
        if path in tree and os.path.isfile(file):
            content = file.read_bytes()
            if with_line_feeds(content) != with_line_feeds(tree[path]):
                digests[path] = digest(content)
    if not digests:
        return {}
    # Read after the files: a concurrent run writes the manifest before its files.
    manifest = read_manifest(output, force)
    generated = manifest.files.keys() | manifest.pending.keys()
    return {path: value for path, value in digests.items() if path not in generated}
