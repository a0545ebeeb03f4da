"""Files that a command writes at the request of the user."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..emission.errors import EmissionError
from .console import Console


def check_force(path: Path | None, force: bool) -> None:
    """Refuse `--force` without a file that it could replace.

    Raises:
        click.UsageError: There is no file.
    """
    if force and path is None:
        raise click.UsageError(
            "--force replaces the file of --output; add --output FILE"
        )


def check_new_file(path: Path, force: bool) -> None:
    """Refuse a file that exists, so that no work is done for nothing.

    Args:
        path: File that the user named.
        force: Whether it may be replaced.

    Raises:
        EmissionError: The file exists, and `force` is not set; or it is a directory.
    """
    if path.is_dir():
        raise EmissionError(f"{path} is a directory; give the name of a file")
    if os.path.lexists(path) and not force:
        raise EmissionError(
            f"{path} exists; choose another name, or replace it with --force"
        )


def write_result(path: Path | None, text: str, force: bool, console: Console) -> None:
    """Write a result to a file, or to standard output.

    Args:
        path: File that the user named; `None` for standard output.
        text: Content of the file.
        force: Whether to replace the file if it exists.
        console: Output of the command.

    Raises:
        EmissionError: The file exists, and `force` is not set.
    """
    if path is None:
        console.write(text)
        return
    check_new_file(path, force)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.oasmith.tmp-{os.getpid()}")
    try:
        temporary.write_bytes(text.encode())
        if force:
            temporary.replace(path)
        else:
            _link(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _link(temporary: Path, path: Path) -> None:
    """Give a file its name; fail if another process has created it in the meantime."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise EmissionError(f"{path} was created by another process") from None
    except OSError:  # a file system without hard links
        temporary.replace(path)
