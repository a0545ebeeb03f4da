"""Writing: each file at once or not at all, and only those that are ours.

Before the first file is replaced, the manifest says what each is to become. So a run
that is killed leaves files that are either as before or as they should be, and the next
run knows both for its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from .errors import EditedFiles, EmissionError
from .manifest import NAME, Manifest, digest
from .ownership import check_owner, read_manifest
from .paths import check_output, check_paths, is_portable, resolve

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # a module, or none

_TEMPORARY = ".oasmith.tmp-"
"""What the names of files begin with that are about to be put in place."""


class Written(NamedTuple):
    """What a run did to the output: how many files of each kind."""

    written: int
    unchanged: int
    removed: int


def write_tree(
    tree: Mapping[str, bytes], manifest: Manifest, output: Path, force: bool
) -> Written:
    """Makes the output directory hold the tree.

    Files that are as they should be are not touched; files that were generated before
    and are no longer are removed, and directories that this leaves empty.

    Args:
        tree: the content of each file, by its path below the output.
        manifest: what to write of them, without `pending`.
        output: the directory; made when it is missing.
        force: whether files that somebody edited may be overwritten.

    Raises:
        EditedFiles: somebody edited files, and `force` is not set.
        OtherClient: the output holds another client, and `force` is not set.
        EmissionError: the output cannot be written.
    """
    check_paths(tree)
    try:
        check_output(output)
        output.mkdir(parents=True, exist_ok=True)
        with _alone(output):
            return _write(tree, manifest, output, force)
    except OSError as error:
        raise EmissionError(
            f"{error.filename or output} cannot be written: {error.strerror}"
        ) from None


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Lets one run after the other write, and clears away what killed ones left.

    The lock is on the directory itself, ends with the process and leaves no file. Where
    the system has none, runs at the same time are on their own.
    """
    descriptor = None
    if fcntl is not None:
        descriptor = os.open(output, os.O_RDONLY)
    try:
        if fcntl is not None and descriptor is not None:
            with suppress(OSError):  # some network file systems lock no directories
                fcntl.flock(descriptor, fcntl.LOCK_EX)
        for left in output.glob(f"{_TEMPORARY}[0-9]*"):
            left.unlink(missing_ok=True)
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
    places = {path: resolve(output, path) for path in (*tree, *_stale(tree, old))}
    found = {path: _digest(file) for path, file in places.items()}
    ours = {path: now for path, now in found.items() if now and old.owns(path, now)}
    if not force:
        _check_edits(found, ours, manifest)
    stale = [path for path in places if path not in tree]
    present = [path for path in stale if found[path] is not None]
    # Where case makes no difference, a file that is renamed by case goes and comes back.
    gone = {path.casefold() for path in present}
    changed = [
        path
        for path in tree
        if found[path] != manifest.files[path] or path.casefold() in gone
    ]
    if changed or present:
        # What an earlier run that was killed left behind is ours too, from now on.
        interim = replace(old, files={**old.files, **ours}, pending=manifest.files)
        _replace(output / NAME, interim.to_bytes(), output)
    for path in present:
        places[path].unlink()
    for path in stale:
        _prune(places[path].parent, output)
    for path in changed:
        _replace(places[path], tree[path], output)
    final = manifest.to_bytes()
    if _content(output / NAME) != final:
        _replace(output / NAME, final, output)
    return Written(len(changed), len(tree) - len(changed), len(present))


def _stale(tree: Mapping[str, bytes], old: Manifest) -> list[str]:
    """The files that were generated before and are no longer.

    A manifest can be edited: what does not stay below the output is none of ours.
    """
    paths = dict.fromkeys((*old.files, *old.pending))
    return [path for path in paths if path not in tree and is_portable(path)]


def _check_edits(
    found: Mapping[str, str | None], ours: Mapping[str, str], manifest: Manifest
) -> None:
    """Raises `EditedFiles` for files that are neither ours nor as they should be."""
    edited = [
        path
        for path, now in found.items()
        if now is not None and path not in ours and now != manifest.files.get(path)
    ]
    if edited:
        raise EditedFiles(tuple(sorted(edited)))


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _digest(file: Path) -> str | None:
    content = _content(file)
    return None if content is None else digest(content)


def _replace(file: Path, content: bytes, output: Path) -> None:
    """Puts a file in place of another: whoever reads sees the one or the other."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = output / f"{_TEMPORARY}{os.getpid()}"
    try:
        temporary.write_bytes(content)
        os.replace(temporary, file)
    finally:
        temporary.unlink(missing_ok=True)


def _prune(directory: Path, output: Path) -> None:
    """Removes directories that are empty, up to the output."""
    while directory != output and output in directory.parents:
        if directory.is_dir():
            if {entry.name for entry in directory.iterdir()} == {"__pycache__"}:
                _remove_compiled(directory / "__pycache__")
            if any(directory.iterdir()):
                return
            directory.rmdir()
        directory = directory.parent


def _remove_compiled(cache: Path) -> None:
    """Removes what Python compiled, and nothing else that may stand beside it."""
    if cache.is_dir() and not cache.is_symlink():
        for compiled in cache.glob("*.pyc"):
            compiled.unlink()
        if not any(cache.iterdir()):
            cache.rmdir()
