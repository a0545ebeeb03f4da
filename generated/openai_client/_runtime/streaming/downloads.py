"""Downloads: responses whose body is read on demand."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Final

from ..public import set_public_module
from ..responses.content import request_id
from ..responses.error_mapping import decode_text
from .single_use import SingleUse

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from types import TracebackType
    from typing import Self

    import httpx2

    from ..transport.bodies import AsyncBody, AsyncByteIterator, Body

# Size of the chunks that a worker thread writes to a file; large enough that switching
# to the thread does not matter.
_FILE_CHUNK_SIZE: Final = 256 * 1024


class Download(SingleUse):
    """The status and headers of a download."""

    __slots__ = ("__weakref__", "_body")

    _body: Any

    @property
    def response(self) -> httpx2.Response:
        """The httpx2 response."""
        response: httpx2.Response = self._body.response
        return response

    @property
    def headers(self) -> httpx2.Headers:
        """Response headers; names are case-insensitive."""
        return self.response.headers

    @property
    def status_code(self) -> int:
        """HTTP status code."""
        return self.response.status_code

    @property
    def content_type(self) -> str | None:
        """Media type with its parameters."""
        return self.response.headers.get("content-type")

    @property
    def _request_id(self) -> str | None:
        return request_id(self.response.headers)

    def __repr__(self) -> str:
        status = f"{self.status_code} {self.response.reason_phrase}".strip()
        media_type = f" {self.content_type}" if self.content_type else ""
        return f"<{type(self).__name__} [{status}]{media_type}>"


class BinaryResponse(Download):
    """A download of a synchronous client.

    If its size is unknown or more than 64 KiB, it holds a connection until the body was
    read or the download is closed, by one of its methods, at the end of `with`, or when it
    is garbage collected. Smaller downloads are read by the call.

    If the body breaks off before any of it was returned, the request is sent again, as
    after a failed connection. Reading a download that was closed raises an
    `APIConnectionError`, also if another thread closes it.
    """

    __slots__ = ()

    _body: Body

    def __init__(self, body: Body) -> None:
        self._body = body

    def read(self) -> bytes:
        """Read and return the whole body.

        Raises:
            APIConnectionError: The connection was lost, or the download was closed.
        """
        return self._body.read().content

    @property
    def content(self) -> bytes:
        """Body of the response, as returned by `read()`."""
        return self.read()

    @property
    def text(self) -> str:
        """Body of the response as a string, in the charset of the response."""
        return decode_text(self._body.read(), "`read()`")

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the body.

        Args:
            chunk_size: Size of the chunks in bytes. Default: as they are received.

        Raises:
            APIConnectionError: The connection was lost, or the download was closed.
        """
        return self._body.iter_bytes(chunk_size)

    def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """Write the body to a file, in chunks.

        The file is created, or replaced, when the download is complete. If the download
        fails, an existing file is unchanged.
        """
        save_body(self._body, path)

    stream_to_file = write_to_file

    def close(self) -> None:
        """Release the connection; an unread body is discarded."""
        self._body.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class AsyncBinaryResponse(Download):
    """A download of an asynchronous client; see `BinaryResponse`.

    After garbage collection, its event loop releases the connection.
    """

    __slots__ = ()

    _body: AsyncBody

    def __init__(self, body: AsyncBody) -> None:
        self._body = body

    async def read(self) -> bytes:
        """Read and return the whole body; see `BinaryResponse.read`."""
        return (await self._body.read()).content

    async def text(self) -> str:
        """Read the body and return it as a string, in the charset of the response."""
        return decode_text(await self._body.read(), "`read()`")

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncByteIterator:
        """Iterate over the body; see `BinaryResponse.iter_bytes`."""
        return self._body.iter_bytes(chunk_size)

    async def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """Write the body to a file in a worker thread; see `BinaryResponse`."""
        await save_async_body(self._body, path)

    stream_to_file = write_to_file

    async def close(self) -> None:
        """Release the connection; an unread body is discarded."""
        await self._body.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


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


set_public_module("", BinaryResponse, AsyncBinaryResponse)
