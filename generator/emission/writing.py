"""Write the output directory atomically, file by file.

Before the first file is replaced, the manifest is replaced by one that also has the
digests of the new files. If a run is killed, each file is either the old or the new one,
and the next run recognizes both as generated.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from .errors import EditedFilesError, EmissionError
from .manifest import NAME, Manifest, digest, with_line_feeds
from .ownership import check_own_code, check_owner, read_manifest
from .paths import check_output, check_paths, is_portable, resolve

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # optional module

_TEMPORARY = ".oasmith.tmp-"
"""Prefix of the names of temporary files."""


class Written(NamedTuple):
    """Numbers of files that a run wrote, left unchanged and removed."""

    written: int
    unchanged: int
    removed: int


def write_tree(
    tree: Mapping[str, bytes], manifest: Manifest, output: Path, force: bool
) -> Written:
    """Write a tree of files to the output directory.

    Files with the right content are not touched. Files that are no longer generated are
    removed, and so are directories that become empty.

    Args:
        tree: Content of each file by its path relative to the output directory.
        manifest: Manifest of these files, without `pending`.
        output: Output directory; created if it does not exist.
        force: Whether to overwrite files that the user edited.

    Raises:
        EditedFilesError: The user edited files, and `force` is not set.
        OtherClientError: The directory contains another client, and `force` is not set.
        EmissionError: The output directory cannot be written.
    """
    check_paths(tree)
    try:
        check_output(output)
        output.mkdir(parents=True, exist_ok=True)
        with _locked(output):
            return _write(tree, manifest, output, force)
    except OSError as error:
        raise EmissionError(
            f"{error.filename or output} cannot be written: {error.strerror}"
        ) from None


@contextmanager
def _locked(output: Path) -> Iterator[None]:
    """Lock the output directory, and remove temporary files of killed runs.

    The lock is held on the directory itself: it ends with the process and needs no file.
    Systems without `fcntl` do not lock.
    """
    descriptor = None
    if fcntl is not None:
        descriptor = os.open(output, os.O_RDONLY)
    try:
        if fcntl is not None and descriptor is not None:
            with suppress(OSError):  # some network file systems do not lock directories
                fcntl.flock(descriptor, fcntl.LOCK_EX)
        for temporary in output.glob(f"{_TEMPORARY}[0-9]*"):
            temporary.unlink(missing_ok=True)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _write(
    tree: Mapping[str, bytes], manifest: Manifest, output: Path, force: bool
) -> Written:
    old = read_manifest(output, force)
    if not force:
        check_owner(old, manifest, output)
    check_own_code(old, manifest, output)
    files = {path: resolve(output, path) for path in (*tree, *_stale_paths(tree, old))}
    digests = {path: _digest(file) for path, file in files.items()}
    generated = {
        path: value
        for path, value in digests.items()
        if value and old.owns(path, value)
    }
    if not force:
        _check_edits(digests, generated, manifest, output)
    stale = [path for path in files if path not in tree]
    removed = [path for path in stale if digests[path] is not None]
    # On a case-insensitive file system, removing the old spelling of a name also removes
    # the file with the new spelling, which must be written again.
    removed_names = {path.casefold() for path in removed}
    changed = [
        path
        for path in tree
        if digests[path] != manifest.files[path] or path.casefold() in removed_names
    ]
    if changed or removed:
        # Includes the files that an earlier killed run has written.
        interim = replace(old, files={**old.files, **generated}, pending=manifest.files)
        _replace(output / NAME, interim.to_bytes(), output)
    for path in removed:
        files[path].unlink()
    for path in stale:
        _prune(files[path].parent, output)
    for directory in dict.fromkeys(files[path].parent for path in changed):
        directory.mkdir(parents=True, exist_ok=True)
    for path in changed:
        _replace(files[path], tree[path], output)
    final = manifest.to_bytes()
    if _content(output / NAME) != final:
        _replace(output / NAME, final, output)
    return Written(len(changed), len(tree) - len(changed), len(removed))


def _stale_paths(tree: Mapping[str, bytes], old: Manifest) -> list[str]:
    """Return the paths of files that are no longer generated.

    Paths outside of the output directory are ignored, since a manifest can be edited.
    """
    paths = dict.fromkeys((*old.files, *old.pending))
    return [path for path in paths if path not in tree and is_portable(path)]


def _check_edits(
    digests: Mapping[str, str | None],
    generated: Mapping[str, str],
    manifest: Manifest,
    output: Path,
) -> None:
    """Raise `EditedFilesError` if files are neither as generated nor as they will be."""
    edited = [
        path
        for path, value in digests.items()
        if value is not None
        and path not in generated
        and value != manifest.files.get(path)
    ]
    if edited:
        raise EditedFilesError(tuple(sorted(edited)), output)


def _content(file: Path) -> bytes | None:
    """Return the content of a file with LF line ends; `None` if there is none."""
    try:
        return with_line_feeds(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def _digest(file: Path) -> str | None:
    content = _content(file)
    return None if content is None else digest(content)


def _replace(file: Path, content: bytes, output: Path) -> None:
    """Replace a file atomically: readers see either the old or the new content."""
    temporary = output / f"{_TEMPORARY}{os.getpid()}"
    try:
        temporary.write_bytes(content)
        os.replace(temporary, file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _prune(directory: Path, output: Path) -> None:
    """Remove a directory and its parents up to the output directory if they are empty."""
    while directory != output and output in directory.parents:
        if directory.is_dir():
            if {entry.name for entry in directory.iterdir()} == {"__pycache__"}:
                _remove_compiled(directory / "__pycache__")
            if any(directory.iterdir()):
                return
            directory.rmdir()
        directory = directory.parent


def _remove_compiled(cache: Path) -> None:
    """Remove the bytecode files in a `__pycache__` directory, but no other files."""
    if cache.is_dir() and not cache.is_symlink():
        for compiled in cache.glob("*.pyc"):
            compiled.unlink()
        if not any(cache.iterdir()):
            cache.rmdir()
