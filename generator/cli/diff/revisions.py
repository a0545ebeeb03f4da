"""Files of a revision of git, in a directory.

Only files that can be documents are read. Nothing is fetched, and the working tree and the
index do not change.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

from ...config import SettingsError

_SUFFIXES = {".yaml", ".yml", ".json"}
_REGULAR = {b"100644", b"100755"}
"""Modes of regular files; symbolic links and submodules are left out."""


MAX_REVISIONS = 100
"""Revisions of the documents that are searched for those of an earlier output."""


def find_revision(
    names: Iterable[str], folder: Path, matches: Callable[[str, bytes], bool]
) -> str | None:
    """Return the newest commit in which all documents match.

    Args:
        names: Documents, relative to `folder`.
        folder: Directory in a repository.
        matches: Whether a document, given its name and its content, is the right one.

    Returns:
        The commit, or `None` if none of the last `MAX_REVISIONS` that change a document
        has them.

    Raises:
        SettingsError: The folder is not in a repository, or git is not installed.
    """
    names = sorted(names)
    limit = f"--max-count={MAX_REVISIONS}"
    log = _git(["log", limit, "--format=%H", "--", *names], folder)
    for commit in log.decode().split():
        if all(_matches(commit, name, folder, matches) for name in names):
            return commit
    return None


def _matches(
    commit: str, name: str, folder: Path, matches: Callable[[str, bytes], bool]
) -> bool:
    path = name if name.startswith("../") else f"./{name}"
    try:
        return matches(name, _git(["cat-file", "blob", f"{commit}:{path}"], folder))
    except SettingsError:  # The commit does not have the document.
        return False


def read_file(revision: str, path: str, root: Path) -> bytes:
    """Return a file of a revision; empty if the revision does not have it.

    Args:
        revision: Name of the revision, which exists.
        path: Path of the file, relative to the root.
        root: Root of the repository.

    Raises:
        SettingsError: The repository cannot be read.
    """
    names = ["ls-tree", "-z", "--full-tree", "--end-of-options", revision, path]
    mode, _, rest = _git(names, root).partition(b" ")
    if mode not in _REGULAR:
        return b""
    blob = rest.partition(b"\t")[0].split(b" ")[1]
    return _git(["cat-file", "blob", blob.decode()], root)


def has_path(revision: str, path: str, root: Path) -> bool:
    """Return whether a revision has a file or a directory.

    Args:
        revision: Name of the revision, which exists.
        path: Path relative to the root, inside of the repository.
        root: Root of the repository.

    Raises:
        SettingsError: The repository cannot be read.
    """
    names = ["ls-tree", "-z", "--full-tree", "--end-of-options", revision, path]
    return bool(_git(names, root))


def repository_root() -> Path:
    """Return the root of the repository of the current directory.

    Raises:
        SettingsError: It is not in a repository, or git is not installed.
    """
    return Path(_git(["rev-parse", "--show-toplevel"], None).decode().rstrip("\n"))


def check_revision(revision: str, root: Path) -> str:
    """Return the commit of a revision: a branch, a tag, a commit.

    Raises:
        SettingsError: The revision does not exist.
    """
    name = f"{revision}^{{commit}}"
    arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", name]
    commit = _git(arguments, root, f"the revision {revision!r} does not exist")
    return commit.decode().strip()


def export(revision: str, root: Path, folder: Path) -> None:
    """Write the documents of a revision to a directory.

    Args:
        revision: Name of the revision: a branch, a tag, a commit.
        root: Root of the repository.
        folder: Directory that does not exist.

    Raises:
        SettingsError: The revision does not exist.
    """
    commit = check_revision(revision, root)
    tree = _git(["ls-tree", "-r", "-z", "--full-tree", commit], root)
    entries = [_parse_entry(item) for item in tree.split(b"\0") if item]
    files = {path: blob for path, blob in entries if blob}
    for path, content in zip(files, _read(list(files.values()), root), strict=True):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    folder.mkdir(parents=True, exist_ok=True)


def _parse_entry(entry: bytes) -> tuple[PurePosixPath, str]:
    """Return the path of an entry of a tree, and its blob; `""` for other files."""
    head, _, name = entry.partition(b"\t")
    mode, _, blob = head.split(b" ")
    path = PurePosixPath(name.decode("utf-8", "surrogateescape"))
    is_document = mode in _REGULAR and path.suffix.lower() in _SUFFIXES
    return path, blob.decode() if is_document else ""


def _read(blobs: list[str], root: Path) -> list[bytes]:
    """Return the contents of blobs, which one process reads."""
    output = _git(["cat-file", "--batch"], root, stdin="\n".join([*blobs, ""]))
    contents: list[bytes] = []
    start = 0
    for _ in blobs:
        end = output.index(b"\n", start)
        size = int(output[start:end].split(b" ")[2])
        contents.append(output[end + 1 : end + 1 + size])
        start = end + size + 2
    return contents


def _git(
    arguments: list[str], root: Path | None, failure: str = "", stdin: str = ""
) -> bytes:
    try:
        process = subprocess.run(  # noqa: S603 - no shell; revisions are not options
            ["git", *arguments],  # noqa: S607 - the git of the user
            cwd=root,
            input=stdin.encode(),
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise SettingsError(f"git cannot be run: {error.strerror}") from None
    if process.returncode:
        reason = process.stderr.decode("utf-8", "replace").strip()
        raise SettingsError(failure or f"git {arguments[0]} failed: {reason}")
    return process.stdout
