"""Downloads: responses whose body is read on demand."""

from __future__ import annotations

import os
from contextlib import aclosing, contextmanager
from typing import IO, TYPE_CHECKING, Final

from ..public import set_public_module
from ..responses.content import request_id
from ..responses.error_mapping import decode_text, reading_error
from ..transport.reading import FAILURES, close_async, read, read_async
from .single_use import SingleUse

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator, Iterator
    from types import TracebackType
    from typing import Self

    import httpx2

    from ..requests.build import Call

# Size of the chunks that a worker thread writes to a file; large enough that switching
# to the thread does not matter.
_FILE_CHUNK_SIZE: Final = 256 * 1024


class Download(SingleUse):
    """The status and headers of a download."""

    __slots__ = ("__weakref__", "_call", "response")

    response: httpx2.Response
    """The httpx2 response."""

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self._call = call
        self.response = response

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

    It holds a connection until the body was read or the download is closed, by one of its
    methods, at the end of `with`, or when it is garbage collected.
    """

    __slots__ = ()

    def read(self) -> bytes:
        """Read and return the whole body.

        Raises:
            APIConnectionError: The connection was lost; the request is not retried.
        """
        return read(self._call, self.response).content

    @property
    def content(self) -> bytes:
        """Body of the response, as returned by `read()`."""
        return self.read()

    @property
    def text(self) -> str:
        """Body of the response as a string, in the charset of the response."""
        return decode_text(read(self._call, self.response), "`read()`")

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the body.

        Args:
            chunk_size: Size of the chunks in bytes. Default: as they are received.
        """
        try:
            yield from self.response.iter_bytes(chunk_size)
        except FAILURES as error:
            raise reading_error(self._call, self.response, error) from error
        finally:
            self.close()

    def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """Write the body to a file, in chunks.

        The file is created, or replaced, when the download is complete. If the download
        fails, an existing file is unchanged.
        """
        with replacing(path) as file:
            for chunk in self.iter_bytes():
                file.write(chunk)

    stream_to_file = write_to_file

    def close(self) -> None:
        """Release the connection; an unread body is discarded."""
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        # Otherwise an abandoned download would keep its connection. There is no response
        # if `__init__` failed.
        response = getattr(self, "response", None)
        if response is not None:
            response.close()


class AsyncBinaryResponse(Download):
    """A download of an asynchronous client.

    It holds a connection until the body was read or the download is closed, by one of its
    methods, at the end of `async with`, or by the event loop after garbage collection.
    """

    __slots__ = ("_guard",)

    async def start(self) -> Self:
        """Register the download with the event loop, and return it."""
        self._guard = _close_at_end(self.response)
        await self._guard.__anext__()
        return self

    async def read(self) -> bytes:
        """Read and return the whole body; see `BinaryResponse.read`."""
        return (await self._read()).content

    async def text(self) -> str:
        """Read the body and return it as a string, in the charset of the response."""
        return decode_text(await self._read(), "`read()`")

    async def _read(self) -> httpx2.Response:
        try:
            return await read_async(self._call, self.response)
        finally:
            await self.close()

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncGenerator[bytes]:
        """Iterate over the body; see `BinaryResponse.iter_bytes`."""
        try:
            async with aclosing(self.response.aiter_bytes(chunk_size)) as chunks:
                async for chunk in chunks:
                    yield chunk
        except FAILURES as error:
            raise reading_error(self._call, self.response, error) from error
        finally:
            await self.close()

    async def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """Write the body to a file in a worker thread; see `BinaryResponse`."""
        from anyio.to_thread import run_sync

        with replacing(path) as file:
            async with aclosing(self.iter_bytes(_FILE_CHUNK_SIZE)) as chunks:
                async for chunk in chunks:
                    await run_sync(file.write, chunk)

    stream_to_file = write_to_file

    async def close(self) -> None:
        """Release the connection; an unread body is discarded."""
        await self._guard.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


async def _close_at_end(response: httpx2.Response) -> AsyncGenerator[None]:
    """Close a response when this generator ends.

    Event loops close asynchronous generators that are garbage collected.
    """
    try:
        yield
    finally:
        await close_async(response)


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Generator[IO[bytes]]:
    """Return a file to write, which gets its name when it is complete.

    If the path is a symbolic link, its target is replaced. Pipes, devices and the like are
    written to directly.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            yield file
        return
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    # In the same folder, because files can only be renamed within a file system.
    part = os.path.join(folder, f".{name[:100]}.{os.urandom(6).hex()}.part")
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
