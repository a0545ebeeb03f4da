"""Reading of the bodies of responses.

Small bodies are read so that they neither hold nor end a connection.
"""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import sys
import time
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import httpx2
from idna import IDNAError

from ..responses.error_mapping import copy_without_body, reading_error, status_error

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator
    from typing import Self

    import httpx2

    from ..requests.build import Call
    from ..responses.errors import APIStatusError

# Errors that mean that there is no response; others are errors of the caller. The last one
# is raised by httpx2, which requires the package, for hosts such as `*xn--a` in `Location`.
FAILURES: Final = (
    httpx2.RequestError,
    httpx2.InvalidURL,
    httpx2.StreamError,
    IDNAError,
)
SMALL: Final = 64 * 1024
"""Size in bytes, as transferred, up to which a body is small."""
_TIME_LIMIT: Final = 0.25
"""Seconds in which the rest of a body must arrive."""


async def read(call: Call, response: httpx2.Response) -> httpx2.Response:
    """Read the body of a response and return the response. Failures are not retried.

    Raises:
        APIConnectionError: The connection was lost.
        APIResponseValidationError: The compressed body is invalid.
    """
    try:
        if call.client._asynchronous:
            await response.aread()
        else:
            response.read()
    except FAILURES as error:
        await close(call, response)
        raise reading_error(call, response, error) from error
    return response


async def close(call: Call, response: httpx2.Response) -> None:
    """Release the connection of a response, even if the task was cancelled."""
    if not call.client._asynchronous:
        response.close()
    elif not response.is_closed:
        from anyio import CancelScope

        with CancelScope(shield=True):
            await response.aclose()


def content_length(response: httpx2.Response) -> int | None:
    """Return the declared size of the body in bytes, as it is transferred."""
    value = response.headers.get("content-length", "")
    return int(value) if value.isascii() and value.isdigit() else None


def is_small(response: httpx2.Response) -> bool:
    """Return whether a body is known to be small; only a declared size shows this."""
    size = content_length(response)
    return size is not None and size <= SMALL


async def hold(call: Call, response: httpx2.Response) -> None:
    """Read a body into memory without decoding it, and release its connection.

    Decoded, a compressed body can be large. It remains an unread body of the response.

    Raises:
        httpx2.RequestError: The connection was lost.
    """
    if call.client._asynchronous:
        content = b"".join([chunk async for chunk in response.aiter_raw()])
    else:
        content = b"".join(response.iter_raw())
    response.elapsed = response.elapsed
    response.stream = httpx2.ByteStream(content)
    response.is_stream_consumed = response.is_closed = False


def is_held(response: httpx2.Response) -> bool:
    """Return whether the body is in memory, so that it holds no connection."""
    return response.is_closed or isinstance(response.stream, httpx2.ByteStream)


async def discard(call: Call, response: httpx2.Response) -> None:
    """Release the connection of a response, and read a small body so that it is reused."""
    try:
        if (content_length(response) or 0) > SMALL:
            return
        # A failure ends the connection, which is not needed.
        with suppress(*FAILURES):
            if call.client._asynchronous:
                await _read_rest_async(response)
            else:
                _read_rest(response)
    finally:
        await close(call, response)


def _read_rest(response: httpx2.Response) -> None:
    # httpx2 reads the timeout when the iteration starts.
    extensions = response.request.extensions
    extensions["timeout"] = {**extensions.get("timeout", {}), "read": _TIME_LIMIT}
    size, end = 0, time.monotonic() + _TIME_LIMIT
    for chunk in response.iter_raw():
        size += len(chunk)
        if size > SMALL or time.monotonic() > end:
            break


async def _read_rest_async(response: httpx2.Response) -> None:
    from anyio import move_on_after

    size = 0
    with move_on_after(_TIME_LIMIT):
        async for chunk in UnregisteredIterator(response.aiter_raw()):
            size += len(chunk)
            if size > SMALL:
                break


T = TypeVar("T")


class UnregisteredIterator(Generic[T]):
    """An iterator over the items of an asynchronous generator, which is never finished.

    Args:
        generator: The generator, which has not been started.
    """

    __slots__ = ("_generator", "_is_started")

    def __init__(self, generator: AsyncGenerator[T, None]) -> None:
        self._generator = generator
        self._is_started = False

    @property
    def is_running(self) -> bool:
        """Whether a task waits for the next item."""
        generator: Any = self._generator
        return bool(generator.ag_running)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        if self._is_started:
            return await self._generator.__anext__()
        self._is_started = True
        return await _FirstStep(self._generator)


class _FirstStep(Generic[T]):
    """The first item of a generator, awaited without the hooks of the event loop.

    Generators call the hooks when they are started. The nested generators are started before
    the first of them waits for anything.
    """

    __slots__ = ("_generator",)

    def __init__(self, generator: AsyncGenerator[T, None]) -> None:
        self._generator = generator

    def __await__(self) -> Generator[Any, Any, T]:
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=None, finalizer=_drop)
        try:
            step: Any = self._generator.__anext__()
            awaited = step.send(None)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]  # the value of a T
        finally:
            sys.set_asyncgen_hooks(*hooks)
        while True:
            try:
                sent = yield awaited
            except BaseException as error:
                resume, argument = step.throw, error
            else:
                resume, argument = step.send, sent
            try:
                awaited = resume(argument)
            except StopIteration as stop:
                return stop.value  # type: ignore[no-any-return]  # the value of a T


def _drop(generator: AsyncGenerator[Any, None]) -> None:
    """Finalize a generator that is garbage collected without running its code."""


async def read_status_error(call: Call, response: httpx2.Response) -> APIStatusError:
    """Read the body of an unsuccessful response, close it, and return the exception.

    If the body cannot be read, the exception has none: the status is more useful than the
    error of reading the body, which is the cause of the exception.
    """
    body = _Body(call)
    try:
        if call.client._asynchronous:
            async with aclosing(response.aiter_bytes()) as chunks:
                async for chunk in chunks:
                    if body.add(chunk):
                        break
        else:
            for chunk in response.iter_bytes():
                if body.add(chunk):
                    break
    except FAILURES as error:
        result = status_error(call, copy_without_body(response))
        result.__cause__ = reading_error(call, response, error)
        return result
    finally:
        await close(call, response)
    return body.error(response)


class _Body:
    """The body of an error response.

    Args:
        call: The call.
    """

    def __init__(self, call: Call) -> None:
        self._call = call
        self._limit = call.client.response_limits.max_error_bytes
        self._chunks: list[bytes] = []
        self._size = 0

    def add(self, chunk: bytes) -> bool:
        """Add a chunk, and return whether the body exceeds the limit."""
        self._chunks.append(chunk)
        self._size += len(chunk)
        return self._limit is not None and self._size > self._limit

    def error(self, response: httpx2.Response) -> APIStatusError:
        """Return the exception."""
        content = b"".join(self._chunks)
        if self._limit is not None and self._size > self._limit:
            content = content[: int(self._limit)]
            return status_error(self._call, copy_without_body(response, content), True)
        # As `response.read()` does, which cannot be limited.
        target: Any = response
        target._content = content
        return status_error(self._call, response)
