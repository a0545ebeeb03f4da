"""Response bodies that are read on demand.

A body holds a connection until it was read or closed, or is garbage collected. If it breaks
off before any of it was returned to the caller, the request is sent again.
"""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import _thread
import os
import socket
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import httpx2

from ..responses.error_mapping import reading_error
from ..responses.errors import APIConnectionError
from .pool import forget, register, run_elsewhere, running_loop
from .reading import (
    FAILURES,
    UnregisteredIterator,
    close,
    is_held,
    read,
)
from .send import resend, run

if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Self

    from ..requests.build import Call
    from ..responses.errors import APIError

# Headers that callers may have used. If another response has different ones, its body does
# not belong to them.
_IDENTIFYING: Final = ("content-type", "etag")


class BaseBody:
    """The body of a successful response, which may be unread.

    Args:
        call: The call.
        response: Its response.
        attempt: Number of retries that were needed.

    Attributes:
        call: The call.
        response: The httpx2 response; another one after a retry.
        attempt: Number of retries that were needed.
        is_closed: Whether the caller closed the body.
        process: ID of the process that received the response.
    """

    __slots__ = ("__weakref__", "attempt", "call", "is_closed", "process", "response")

    def __init__(self, call: Call, response: httpx2.Response, attempt: int = 0) -> None:
        self.call = call
        self.attempt = attempt
        self.is_closed = False
        self.process = os.getpid()
        self.response = response
        if not is_held(response):
            register(self)

    def __reduce__(self) -> tuple[Any, ...]:
        # Only bodies that were read are copied, see `BaseAPIResponse`.
        return type(self), (self.call, self.response, self.attempt)

    def check_process(self) -> None:
        """Check that this process received the response.

        Raises:
            RuntimeError: It was forked since. Both processes would read parts of the body.
        """
        if self.process != os.getpid() and not is_held(self.response):
            endpoint = self.call.endpoint
            path = endpoint.path or self.response.request.url.path
            raise RuntimeError(
                f"the response of {endpoint.method} {path} was received before this"
                " process was forked, and its connection belongs to the parent; call the"
                " method again in this process"
            )

    def error(self, error: Exception) -> APIError:
        """Return the exception for an error of httpx2 while the body was read."""
        if self.is_closed:
            error = httpx2.StreamClosed()
        return reading_error(self.call, self.response, error)

    def _replace(self, response: httpx2.Response, attempt: int) -> bool:
        """Use the response of a retry, unless it is of another kind."""
        own = self.response
        is_equal = own.status_code == response.status_code and all(
            own.headers.get(name) == response.headers.get(name) for name in _IDENTIFYING
        )
        if is_equal:
            self.response, self.attempt = response, attempt
        return is_equal


class Body(BaseBody):
    """A body of a synchronous client.

    Attributes:
        is_reading: Whether a thread waits for data.
    """

    __slots__ = ("is_reading",)

    def __init__(self, call: Call, response: httpx2.Response, attempt: int = 0) -> None:
        super().__init__(call, response, attempt)
        self.is_reading = False

    def read(self) -> httpx2.Response:
        """Read the whole body and return its response.

        Raises:
            APIConnectionError: The connection was lost, or the body was closed.
            APIResponseValidationError: The compressed body is invalid.
        """
        was_closed = self.is_closed
        while True:
            self.check_process()
            self.is_reading = True
            try:
                run(read(self.call, self.response))
                break
            except APIConnectionError as error:
                if self.is_closed:
                    raise self.error(httpx2.StreamClosed()) from error
                if not self.renew(error.__cause__):
                    raise
            finally:
                self.is_reading = False
        forget(self)
        if self.is_closed and not was_closed:
            # Without a declared length, the end of the connection is that of the body.
            self.response.close()
            raise self.error(httpx2.StreamClosed())
        return self.response

    def iter_bytes(self, size: int | None = None) -> Generator[bytes]:
        """Iterate over the body, and close it at the end.

        Args:
            size: Size of the chunks in bytes; `None`: as they are received.

        Raises:
            APIConnectionError: The connection was lost, or the body was closed.
            APIResponseValidationError: The compressed body is invalid.
        """
        is_begun = False
        was_closed = self.is_closed
        try:
            while True:
                try:
                    for chunk in self.pieces(size):
                        is_begun = True
                        yield chunk
                    break
                except FAILURES as error:
                    if self.is_closed or is_begun or not self.renew(error):
                        raise self.error(error) from error
            if self.is_closed and not was_closed:
                raise self.error(httpx2.StreamClosed())
        finally:
            self.release()

    def pieces(self, size: int | None = None) -> Generator[bytes]:
        """Iterate over the body, with the errors of httpx2.

        Raises:
            RuntimeError: This process was forked after the response was received.
            ValueError: The size is not a positive integer.
        """
        _check_size(size)
        self.check_process()
        getpid, process = os.getpid, self.process
        self.is_reading = True
        try:
            for chunk in self.response.iter_bytes(size):
                self.is_reading = False
                yield chunk
                if getpid() != process:
                    self.check_process()
                self.is_reading = True
        finally:
            self.is_reading = False

    def renew(self, error: BaseException | None) -> bool:
        """Send the request again after a failure, if it may be retried.

        Raises:
            APIError: The retries fail.
        """
        sent = run(resend(self.call, self.response, error, self.attempt))
        if sent is None:
            return False
        if not self._replace(*sent):
            sent[0].close()
            return False
        return True

    def close(self) -> None:
        """Release the connection; a thread that reads the body is interrupted."""
        self.is_closed = True
        if self.is_reading and self.process == os.getpid():
            # The reader closes the response when it is woken.
            _shut_down(self.response)
        else:
            self.release()

    def release(self) -> None:
        """Release the connection."""
        forget(self)
        # The response of a parent process is not closed, see `pool`.
        if self.process == os.getpid():
            self.response.close()

    def __del__(self) -> None:
        # There is no response if `__init__` failed.
        response = getattr(self, "response", None)
        if response is None or response.is_closed:
            return
        forget(self)
        if self.process == os.getpid():
            # The garbage collector may have interrupted this thread while it assigns
            # requests to connections, which closing a response does again.
            # RuntimeError: the interpreter ends, and the system closes the connections.
            with suppress(RuntimeError):
                _thread.start_new_thread(_close, (response,))


def _check_size(size: Any) -> None:
    # httpx2 returns empty chunks, or raises exceptions that do not name the argument.
    if size is not None and not (isinstance(size, int) and size > 0):
        raise ValueError(f"chunk_size must be a positive integer or None, not {size!r}")


def _close(response: httpx2.Response) -> None:
    """Close a response that nothing refers to."""
    # There is no caller to whom a failure to close the connection could be reported.
    with suppress(httpx2.HTTPError, OSError):
        response.close()


def _shut_down(response: httpx2.Response) -> None:
    """Shut down the connection of a response that another thread reads.

    Closing the socket here would not wake that thread, and its file descriptor could be
    reused.
    """
    stream = response.extensions.get("network_stream")
    connection = stream.get_extra_info("socket") if stream is not None else None
    if connection is not None and response.http_version != "HTTP/2":
        with suppress(OSError):
            # Not the method of `SSLSocket`, which resets the TLS state of the reader.
            socket.socket.shutdown(connection, socket.SHUT_RDWR)


class AsyncBody(BaseBody):
    """A body of an asynchronous client, created in its event loop."""

    __slots__ = ("_loop",)

    def __init__(self, call: Call, response: httpx2.Response, attempt: int = 0) -> None:
        super().__init__(call, response, attempt)
        self._loop = running_loop()

    async def read(self) -> httpx2.Response:
        """Read the whole body and return its response; see `Body.read`."""
        was_closed = self.is_closed
        try:
            while True:
                self.check_process()
                try:
                    await read(self.call, self.response)
                    break
                except APIConnectionError as error:
                    if self.is_closed:
                        raise self.error(httpx2.StreamClosed()) from error
                    if not await self.renew(error.__cause__):
                        raise
        except GeneratorExit:
            raise
        except BaseException:
            await self.release()
            raise
        await self.release()
        if self.is_closed and not was_closed:
            raise self.error(httpx2.StreamClosed())
        return self.response

    def iter_bytes(self, size: int | None = None) -> AsyncByteIterator:
        """Iterate over the body; see `Body.iter_bytes`."""
        return AsyncByteIterator(self, size)

    def pieces(self, size: int | None = None) -> UnregisteredIterator[bytes]:
        """Iterate over the body, with the errors of httpx2."""
        _check_size(size)
        return UnregisteredIterator(self.response.aiter_bytes(size))

    async def renew(self, error: BaseException | None) -> bool:
        """Send the request again after a failure; see `Body.renew`."""
        sent = await resend(self.call, self.response, error, self.attempt)
        if sent is None:
            return False
        if not self._replace(*sent):
            await close(self.call, sent[0])
            return False
        return True

    async def close(self) -> None:
        """Release the connection; a task that reads the body is interrupted."""
        self.is_closed = True
        await self.release()

    async def release(self) -> None:
        """Release the connection, even if the task was cancelled."""
        forget(self)
        if self.process == os.getpid():
            await close(self.call, self.response)

    def __del__(self) -> None:
        # There is no response if `__init__` failed.
        response = getattr(self, "response", None)
        if response is not None and not is_held(response):
            forget(self)
            # The response of a parent process is not closed, see `pool`. At the end of the
            # event loop, the pool closes all connections.
            if self.process == os.getpid():
                run_elsewhere(self._loop, partial(close, self.call, response))


class AsyncByteIterator:
    """An asynchronous iterator over the chunks of a body.

    It need not be closed if its response is closed.
    """

    # Not a generator, because an unfinished asynchronous generator must be closed.
    __slots__ = ("_body", "_is_begun", "_pieces", "_size")

    def __init__(self, body: AsyncBody, size: int | None) -> None:
        self._body = body
        self._size = size
        self._is_begun = False
        self._pieces = body.pieces(size)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        body = self._body
        body.check_process()
        if self._pieces.is_running:
            raise RuntimeError("another task reads this response")
        was_closed = body.is_closed
        try:
            while True:
                try:
                    chunk = await anext(self._pieces)
                    break
                except FAILURES as error:
                    if body.is_closed or self._is_begun or not await body.renew(error):
                        raise body.error(error) from error
                    self._pieces = body.pieces(self._size)
        except GeneratorExit:
            raise
        except BaseException as error:
            await body.release()
            if isinstance(error, StopAsyncIteration) and body.is_closed != was_closed:
                raise body.error(httpx2.StreamClosed()) from None
            raise
        self._is_begun = True
        return chunk

    async def aclose(self) -> None:
        """Release the connection; the rest of the body is discarded."""
        await self._body.close()
