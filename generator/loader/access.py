"""File access that documents cannot extend to other files of the machine.

Targets of references must be regular files in permitted folders. Entry documents are
regular files or pipes. All reads are bounded.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Iterable
from pathlib import Path

from ..file_access import RefusedFileError, read_descriptor, read_regular
from ..limits import PIPE_SECONDS

_NON_BLOCKING = getattr(os, "O_NONBLOCK", 0)
_DESCRIPTOR = re.compile(r"/(?:dev/(?:stdin|fd/(\d{1,6}))|proc/self/fd/(\d{1,6}))")


class Folders:
    """The folders that may contain the targets of references.

    Args:
        folders: Folders from the settings.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = {Path(os.path.realpath(folder)) for folder in folders}

    def add(self, folder: Path) -> None:
        """Permit the folder of an entry document, a path without symbolic links."""
        self._folders.add(folder)

    def allow(self, real: Path) -> bool:
        """Return whether a path without symbolic links is in a permitted folder.

        Hidden files and the files of hidden folders are excluded because they can hold
        credentials (`.env`, `.git`, `.ssh`), unless the hidden folder itself is permitted.
        """
        return any(
            not any(part.startswith(".") for part in real.relative_to(folder).parts)
            for folder in self._folders
            if real.is_relative_to(folder)
        )


def descriptor_of(path: Path) -> int | None:
    """Return the open file descriptor that a path denotes, or `None` for other paths.

    Shells pass `/dev/fd/63` for `<(command)`.
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


def read_entry(path: Path) -> bytes:
    """Return the content of a file that the user named: a regular file or a pipe.

    Raises:
        RefusedFileError: The file has another type, is too large, or is a pipe without data.
        OSError: The file cannot be read.
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


def _wait_for_writer(descriptor: int) -> None:
    """Wait until a named pipe has data, since reading it without a writer never ends."""
    import select

    deadline = time.monotonic() + PIPE_SECONDS
    while time.monotonic() < deadline:
        readable, _, _ = select.select([descriptor], [], [], 0.1)
        # Some systems immediately report the end of the file if there is no writer.
        if readable and _has_data(descriptor):
            return
        time.sleep(0.01)
    raise RefusedFileError(
        f"is a pipe that received no data within {PIPE_SECONDS} seconds"
    )


def _has_data(descriptor: int) -> bool:
    import array
    import fcntl
    import termios

    size = array.array("i", [0])
    try:
        fcntl.ioctl(descriptor, termios.FIONREAD, size, True)
    except OSError as error:
        if error.errno in (errno.EINVAL, errno.ENOTTY):
            return True
        raise
    return size[0] > 0
