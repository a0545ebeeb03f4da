"""Downloads: answers whose body is read when the caller asks, piece by piece."""

from __future__ import annotations

import os
from contextlib import aclosing, contextmanager
from typing import IO, TYPE_CHECKING

from ..responses.decode import request_id, text_of
from ..transport.send import FAILURES, close_async, read, read_async
from ..responses.error_mapping import reading_error
from ..transport.integrity import check_whole

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator, Iterator
    from types import TracebackType

    import httpx2
    from typing_extensions import Self

    from ..requests.build import Call


class Download:
    """What both kinds of downloads know before their body is read."""

    __slots__ = ("response", "_call", "__weakref__")

    response: httpx2.Response
    """The answer as httpx2 has it."""

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self._call = call
        self.response = response

    @property
    def headers(self) -> httpx2.Headers:
        """The answer's headers."""
        return self.response.headers

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    @property
    def content_type(self) -> str | None:
        """The media type, with its parameters."""
        return self.response.headers.get("content-type")

    @property
    def _request_id(self) -> str | None:
        return request_id(self.response.headers)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code} {self.content_type}>"


class BinaryResponse(Download):
    """A download of a synchronous client.

    The connection is held until the body has been read or the download is closed: by
    any of the methods, by `with`, or when it is forgotten.
    """

    __slots__ = ()

    def read(self) -> bytes:
        """The whole body.

        Raises:
            APIConnectionError: It broke off; it is not asked for again.
        """
        return read(self._call, self.response).content

    @property
    def content(self) -> bytes:
        """The whole body, as `read()`."""
        return self.read()

    @property
    def text(self) -> str:
        """The whole body as text, by the charset that the server names."""
        return text_of(read(self._call, self.response))

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body in pieces.

        Args:
            chunk_size: Bytes in each piece but the last. Default: as they come.
        """
        try:
            yield from self.response.iter_bytes(chunk_size)
            check_whole(self.response)
        except FAILURES as error:
            raise reading_error(self._call, self.response, error) from error
        finally:
            self.close()

    def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """Writes the body to a file, never holding all of it.

        The file appears under its name when it is complete; one that was there is
        replaced at that moment, and left alone if the download fails.
        """
        with replaced(path) as file:
            for chunk in self.iter_bytes():
                file.write(chunk)

    def close(self) -> None:
        """Gives the connection back; what was not read is lost."""
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
        # A forgotten download must not hold a connection of the pool for ever. Where
        # `__init__` failed there is no response.
        response = getattr(self, "response", None)
        if response is not None:
            response.close()


class AsyncBinaryResponse(Download):
    """A download of an asynchronous client.

    The connection is held until the body has been read or the download is closed: by any
    of the methods, by `async with`, or, when it is forgotten, by the event loop.
    """

    __slots__ = ("_guard",)

    async def begun(self) -> Self:
        """The download, known to the event loop, which closes those that are forgotten."""
        self._guard = _guarding(self.response)
        await self._guard.__anext__()
        return self

    async def read(self) -> bytes:
        """As `BinaryResponse.read`."""
        return (await self._read()).content

    async def text(self) -> str:
        """The whole body as text, by the charset that the server names."""
        return text_of(await self._read())

    async def _read(self) -> httpx2.Response:
        try:
            return await read_async(self._call, self.response)
        finally:
            await self.close()

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncGenerator[bytes]:
        """As `BinaryResponse.iter_bytes`."""
        try:
            async with aclosing(self.response.aiter_bytes(chunk_size)) as chunks:
                async for chunk in chunks:
                    yield chunk
            check_whole(self.response)
        except FAILURES as error:
            raise reading_error(self._call, self.response, error) from error
        finally:
            await self.close()

    async def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """As `BinaryResponse.write_to_file`; the disk is waited for in a thread."""
        from anyio.to_thread import run_sync

        with replaced(path) as file:
            async with aclosing(self.iter_bytes(_WRITTEN_AT_ONCE)) as chunks:
                async for chunk in chunks:
                    await run_sync(file.write, chunk)

    async def close(self) -> None:
        """Gives the connection back; what was not read is lost."""
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


async def _guarding(response: httpx2.Response) -> AsyncGenerator[None]:
    """Closes an answer at its own end: event loops end generators that are forgotten."""
    try:
        yield
    finally:
        await close_async(response)


# One visit to a thread for each; large enough that they do not count.
_WRITTEN_AT_ONCE = 256 * 1024


@contextmanager
def replaced(path: str | os.PathLike[str]) -> Generator[IO[bytes]]:
    """A file to write that takes its name when it is complete, and not otherwise.

    Where the name is a link, that of the file it leads to. What is no file, such as a pipe
    or a device, is written to as it is.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            yield file
        return
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    # In the same folder, as a file system can rename only within itself.
    part = os.path.join(folder, f".{name[:100]}.{os.urandom(6).hex()}.part")
    with open(part, "xb") as file:
        try:
            yield file
            file.close()
            if os.path.exists(target):
                os.chmod(part, os.stat(target).st_mode & 0o777)
            os.replace(part, target)
        except BaseException:
            file.close()
            os.unlink(part)
            raise
