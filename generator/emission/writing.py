"""Writing: each file at once or not at all, and only those that are ours.

Before the first file is replaced, the manifest says what each is to become. So a run
that is killed leaves files that are either as before or as they should be, and the next
run knows both for its own.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.emission.errors import EditedFiles, EmissionError
from generator.emission.manifest import NAME, Manifest, digest
from generator.emission.paths import check_output, check_paths, resolve


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
        EmissionError: the output cannot be written.
    """
    check_paths(tree)
    check_output(output)
    try:
        return _write(tree, manifest, output, force)
    except OSError as error:
        raise EmissionError(
            f"{error.filename or output} cannot be written: {error.strerror}"
        ) from None


def _write(
    tree: Mapping[str, bytes], manifest: Manifest, output: Path, force: bool
) -> Written:
    old = Manifest.read(output) if not force else _readable(output)
    files = {path: resolve(output, path) for path in tree}
    stale = {
        path: resolve(output, path)
        for path in (*old.files, *old.pending)
        if path not in tree and _is_ours(path)
    }
    edited = [
        path
        for path, file in {**files, **stale}.items()
        if (found := _digest(file)) is not None
        and not old.owns(path, found)
        and (path in stale or found != manifest.files[path])
    ]
    if edited and not force:
        raise EditedFiles(tuple(sorted(edited)))
    changed = [
        path for path, file in files.items() if _digest(file) != manifest.files[path]
    ]
    present = [path for path, file in stale.items() if file.exists()]
    final = manifest.to_bytes()
    if changed or present:
        pending = {path: manifest.files[path] for path in tree}
        _replace(output / NAME, replace(old, pending=pending).to_bytes())
        for path in changed:
            _replace(files[path], tree[path])
        for path in present:
            stale[path].unlink()
            _prune(stale[path].parent, output)
    if _content(output / NAME) != final:
        _replace(output / NAME, final)
    return Written(len(changed), len(tree) - len(changed), len(present))


def _readable(output: Path) -> Manifest:
    """The manifest, an empty one where it cannot be read: `--force` discards that too."""
    try:
        return Manifest.read(output)
    except EmissionError:
        return Manifest()


def _is_ours(path: str) -> bool:
    """Whether a path of a manifest stays below the output; a manifest can be edited."""
    try:
        check_paths([path])
    except EmissionError:
        return False
    return True


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _digest(file: Path) -> str | None:
    content = _content(file)
    return None if content is None else digest(content)


def _replace(file: Path, content: bytes) -> None:
    """Puts a file in place of another: whoever reads sees the one or the other."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        os.replace(temporary, file)
    finally:
        temporary.unlink(missing_ok=True)


def _prune(directory: Path, output: Path) -> None:
    """Removes directories that are empty, up to the output."""
    while directory != output and output in directory.parents:
        cache = directory / "__pycache__"
        if cache.is_dir() and not cache.is_symlink():
            for compiled in cache.glob("*.pyc"):
                compiled.unlink()
            if not any(cache.iterdir()):
                cache.rmdir()
        if any(directory.iterdir()):
            return
        directory.rmdir()
        directory = directory.parent
