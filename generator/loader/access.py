"""Opens files so that no document decides what else of the machine is read.

References may lead to regular files below certain folders only; entry documents are
regular files or pipes. Every read is bounded.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Iterable
from pathlib import Path

from ..limits import MAX_FILE_BYTES, PIPE_SECONDS

_CHUNK = 1 << 20
_NON_BLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_DESCRIPTOR = re.compile(r"/(?:dev/(?:stdin|fd/(\d{1,6}))|proc/self/fd/(\d{1,6}))")


class Refused(Exception):
    """A file that is not read; the message completes "the file …"."""


class Folders:
    """The folders below which references may lead.

    Args:
        folders: those that the settings name.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = {Path(os.path.realpath(folder)) for folder in folders}

    def add(self, folder: Path) -> None:
        """Allow what is below a folder without symbolic links: an entry document's."""
        self._folders.add(folder)

    def allow(self, real: Path) -> bool:
        """Return whether a path without symbolic links is below one of the folders.

        Hidden files and files of hidden folders are not, since these hold credentials
        (`.env`, `.git`, `.ssh`), unless the hidden folder itself is one of the folders.
        """
        return any(
            not any(part.startswith(".") for part in real.relative_to(folder).parts)
            for folder in self._folders
            if real.is_relative_to(folder)
        )


def descriptor_of(path: Path) -> int | None:
    """Return the open file descriptor that a path stands for, `None` for other paths.

    Shells write `/dev/fd/63` for `<(command)`.
    """
    name = path.as_posix()
    match = _DESCRIPTOR.fullmatch(name[len(path.drive) :])
    if match is None:
        return None
    return int(match[1] or match[2] or 0)


def is_special(path: Path) -> bool:
    """Return whether a path is a pipe, a socket or a device."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def read_regular(path: Path) -> bytes:
    """Return the content of a regular file.

    The kind is checked twice: before the file is opened, because opening a device can
    have effects, and once it is open, because it may have been replaced.

    Args:
        path: the file, without symbolic links.

    Raises:
        Refused: it is something else, or too large.
        OSError: it cannot be read.
    """
    _check_kind(os.stat(path).st_mode)
    descriptor = os.open(path, os.O_RDONLY | _NON_BLOCKING | _BINARY | _NO_LINK)
    try:
        _check_kind(os.fstat(descriptor).st_mode)
        return read_descriptor(descriptor)
    finally:
        os.close(descriptor)


def read_entry(path: Path) -> bytes:
    """Return the content of a file that the user named: a regular file or a pipe.

    Raises:
        Refused: it is something else, is too large, or nobody writes into the pipe.
        OSError: it cannot be read.
    """
    real = os.path.realpath(path, strict=True)
    if stat.S_ISFIFO(os.stat(real).st_mode):
        descriptor = os.open(real, os.O_RDONLY | _NON_BLOCKING)
        try:
            _wait_for_writer(descriptor)
            os.set_blocking(descriptor, True)
            return read_descriptor(descriptor)
        finally:
            os.close(descriptor)
    return read_regular(Path(real))


def read_descriptor(descriptor: int) -> bytes:
    """Return everything that an open file gives.

    Raises:
        Refused: it is too large.
        OSError: it cannot be read.
    """
    chunks: list[bytes] = []
    size = 0
    while chunk := os.read(descriptor, _CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_FILE_BYTES:
            raise Refused(f"is larger than {MAX_FILE_BYTES >> 20} MiB")
    return b"".join(chunks)


def _check_kind(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise Refused("is a directory")
    if not stat.S_ISREG(mode):
        raise Refused("is not a regular file")


def _wait_for_writer(descriptor: int) -> None:
    """Wait until a named pipe has data; one that nobody opens never ends otherwise."""
    import select

    deadline = time.monotonic() + PIPE_SECONDS
    while time.monotonic() < deadline:
        readable, _, _ = select.select([descriptor], [], [], 0.1)
        # Without a writer some systems report the end of the file at once.
        if readable and _has_data(descriptor):
            return
        time.sleep(0.01)
    raise Refused(f"is a pipe that gave no data within {PIPE_SECONDS} seconds")


def _has_data(descriptor: int) -> bool:
    import array
    import fcntl
    import termios

    waiting = array.array("i", [0])
    try:
        fcntl.ioctl(descriptor, termios.FIONREAD, waiting, True)
    except OSError as error:
        if error.errno in (errno.EINVAL, errno.ENOTTY):
            return True
        raise
    return waiting[0] > 0
