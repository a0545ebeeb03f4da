"""Downloads: responses whose body is read on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from ..lazy import set_public_module
from ..responses.content import request_id
from ..responses.error_mapping import decode_text
from ..transport.files import save_async_body, save_body
from .single_use import SingleUse

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

    import httpx2

    from ..transport.bodies import AsyncBody, AsyncByteIterator, Body


class Download(SingleUse):
    """The status and headers of a download."""

    __slots__ = ("__weakref__", "_body")

    _is_asynchronous_download: ClassVar[bool]
    """Whether the methods that read the body are coroutines."""

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

    _is_asynchronous_download = False

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

    _is_asynchronous_download = True

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


set_public_module("", BinaryResponse, AsyncBinaryResponse)
