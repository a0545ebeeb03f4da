"""Progress bars of uploads and downloads, on standard error if that is a terminal."""

from __future__ import annotations

import io
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..requests.encoding import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Mapping


class _NoProgress:
    def update(self, count: int) -> None:
        """Ignore the number of bytes."""


def progress(size: int | None, label: str) -> Any:
    """Return a context manager of a progress bar, which has a method `update`.

    Args:
        size: Number of bytes; `None` if it is not known.
        label: What is transferred.
    """
    if not sys.stderr.isatty() or not size:
        return nullcontext(_NoProgress())
    return click.progressbar(length=size, label=label, file=sys.stderr)


def with_progress(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a call, whose files show a progress bar when they are read."""
    if not sys.stderr.isatty():
        return dict(values)
    return {name: _with_progress(value) for name, value in values.items()}


def _with_progress(value: Any) -> Any:
    if isinstance(value, Path):
        return _File(value)
    if is_list(value):
        return [_with_progress(item) for item in value]
    if is_object(value):
        return {name: _with_progress(item) for name, item in value.items()}
    return value


class _File(io.FileIO):
    """A file that shows how much of it was read.

    Args:
        path: Path of the file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        size = path.stat().st_size
        self._bar = progress(size, path.name).__enter__()
        self._left = size

    def read(self, size: int | None = -1, /) -> bytes:
        """Read at most this many bytes."""
        content = super().read(-1 if size is None else size) or b""
        self._bar.update(len(content))
        self._left -= len(content)
        if not self._left:
            click.echo(err=True)
        return content
