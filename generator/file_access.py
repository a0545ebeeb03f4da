"""Bounded reads of regular files."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from .limits import MAX_FILE_BYTES

_CHUNK = 1 << 20
_NON_BLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class RefusedFileError(Exception):
    """A file that is not read. The message completes "the file …"."""


def read_regular(path: Path, limit: int = MAX_FILE_BYTES) -> bytes:
    """Return the content of a regular file.

    The type of the file is checked twice: before it is opened, because opening a device
    can have side effects, and after, because the file may have been replaced.

    Args:
        path: Path without symbolic links.
        limit: Maximum size in bytes.

    Raises:
        RefusedFileError: The file is not a regular file, or is too large.
        OSError: The file cannot be read.
    """
    _check_type(os.stat(path).st_mode)
    descriptor = os.open(path, os.O_RDONLY | _NON_BLOCKING | _BINARY | _NO_LINK)
    try:
        _check_type(os.fstat(descriptor).st_mode)
        return read_descriptor(descriptor, limit)
    finally:
        os.close(descriptor)


def read_descriptor(descriptor: int, limit: int = MAX_FILE_BYTES) -> bytes:
    """Return the remaining content of an open file.

    Args:
        descriptor: Open file descriptor.
        limit: Maximum size in bytes.

    Raises:
        RefusedFileError: The content is too large.
        OSError: The file cannot be read.
    """
    chunks: list[bytes] = []
    size = 0
    while chunk := os.read(descriptor, _CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            raise RefusedFileError(f"is larger than {limit >> 20} MiB")
    return b"".join(chunks)


def _check_type(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise RefusedFileError("is a directory")
    if not stat.S_ISREG(mode):
        raise RefusedFileError("is not a regular file")
