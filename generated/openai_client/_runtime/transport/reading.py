"""Reading of the bodies of responses.

Small bodies are read so that they neither hold nor end a connection.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import httpx2
from idna import IDNAError

from .async_chunks import UnregisteredIterator

if TYPE_CHECKING:
    from ..requests.build import Call

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


def read(call: Call, response: httpx2.Response) -> httpx2.Response:
    """Read the body of a response and return the response. Failures are not retried.

    Raises:
        APIConnectionError: The connection was lost.
        APIResponseValidationError: The compressed body is invalid.
    """
    try:
        response.read()
    except FAILURES as error:
        from ..responses.error_mapping import reading_error

        response.close()
        raise reading_error(call, response, error) from error
    return response


async def read_async(call: Call, response: httpx2.Response) -> httpx2.Response:
    """Read the body of a response of an asynchronous client; see `read`."""
    try:
        await response.aread()
    except FAILURES as error:
        from ..responses.error_mapping import reading_error

        await close_async(response)
        raise reading_error(call, response, error) from error
    return response


async def close_async(response: httpx2.Response) -> None:
    """Release the connection of a response, even if the task was cancelled."""
    if not response.is_closed:
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


def hold(response: httpx2.Response) -> None:
    """Read a body into memory without decoding it, and release its connection.

    Decoded, a compressed body can be large. It remains an unread body of the response.

    Raises:
        httpx2.RequestError: The connection was lost.
    """
    _set_stream(response, b"".join(response.iter_raw()))


async def hold_async(response: httpx2.Response) -> None:
    """Read a body of an asynchronous client into memory; see `hold`."""
    chunks = [chunk async for chunk in response.aiter_raw()]
    _set_stream(response, b"".join(chunks))


def _set_stream(response: httpx2.Response, content: bytes) -> None:
    response.elapsed = response.elapsed
    response.stream = httpx2.ByteStream(content)
    response.is_stream_consumed = response.is_closed = False


def is_held(response: httpx2.Response) -> bool:
    """Return whether the body is in memory, so that it holds no connection."""
    return response.is_closed or isinstance(response.stream, httpx2.ByteStream)


def discard(response: httpx2.Response) -> None:
    """Release the connection of a response, and read a small body so that it is reused."""
    try:
        if _is_possibly_small(response):
            _read_rest(response)
    finally:
        response.close()


def _read_rest(response: httpx2.Response) -> None:
    # httpx2 reads the timeout when the iteration starts.
    extensions = response.request.extensions
    extensions["timeout"] = {**extensions.get("timeout", {}), "read": _TIME_LIMIT}
    size, end = 0, time.monotonic() + _TIME_LIMIT
    # A failure ends the connection, which is not needed.
    with suppress(*FAILURES):
        for chunk in response.iter_raw():
            size += len(chunk)
            if size > SMALL or time.monotonic() > end:
                break


async def discard_async(response: httpx2.Response) -> None:
    """Release the connection of a response of an asynchronous client; see `discard`."""
    from anyio import move_on_after

    try:
        if _is_possibly_small(response):
            size = 0
            with suppress(*FAILURES), move_on_after(_TIME_LIMIT):
                async for chunk in UnregisteredIterator(response.aiter_raw()):
                    size += len(chunk)
                    if size > SMALL:
                        break
    finally:
        await close_async(response)


def _is_possibly_small(response: httpx2.Response) -> bool:
    return (content_length(response) or 0) <= SMALL
