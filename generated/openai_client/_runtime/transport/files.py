"""Files that the bodies of responses are written to."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Generator

    from .bodies import AsyncBody, Body

# Size of the chunks that a worker thread writes to a file; large enough that switching
# to the thread does not matter.
_FILE_CHUNK_SIZE: Final = 256 * 1024


def save_body(body: Body, path: str | os.PathLike[str]) -> None:
    """Write a body to a file in chunks, and release its connection."""
    try:
        with replacing(path) as file:
            for chunk in body.iter_bytes(None):
                file.write(chunk)
    finally:
        body.release()


async def save_async_body(body: AsyncBody, path: str | os.PathLike[str]) -> None:
    """Write a body to a file in a worker thread; see `save_body`."""
    from anyio.to_thread import run_sync

    try:
        with replacing(path) as file:
            async for chunk in body.iter_bytes(_FILE_CHUNK_SIZE):
                await run_sync(file.write, chunk)
    finally:
        await body.release()


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Generator[IO[bytes]]:
    """Return a file to write, which gets its name when it is complete.

    If the path is a symbolic link, its target is replaced. Pipes, devices and the like are
    written to directly.
    """
    is_special = os.path.exists(path) and not os.path.isfile(path)
    # A path without a name, such as `folder/`, raises an error here.
    if is_special or not os.path.basename(path):
        with open(path, "wb") as file:
            yield file
        return
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    # In the same folder, because files can only be renamed within a file system.
    # Names are limited to 255 bytes.
    start = name.encode("utf-8", "ignore")[:100].decode("utf-8", "ignore")
    part = os.path.join(folder, f".{start}.{os.urandom(6).hex()}.part")
    existing = os.stat(target) if os.path.exists(target) else None
    # Other users must not read the part of a file whose permissions are restricted.
    mode = 0o666 if existing is None else 0o600
    with open(
        part, "xb", opener=lambda path, flags: os.open(path, flags, mode)
    ) as file:
        try:
            yield file
            file.close()
            if existing is not None:
                os.chmod(part, _permissions(existing, part))
            os.replace(part, target)
        except BaseException:
            file.close()
            os.unlink(part)
            raise


def _permissions(existing: os.stat_result, part: str) -> int:
    """Return the permissions of a file for its replacement, of the same group if possible.

    Another group does not get the permissions of the group.
    """
    mode = existing.st_mode & 0o777
    if hasattr(os, "chown") and os.stat(part).st_gid != existing.st_gid:
        try:
            os.chown(part, -1, existing.st_gid)
        except PermissionError:
            return mode & ~0o070
    return mode
