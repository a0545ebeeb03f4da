"""Reading of the bodies of error responses, up to a limit."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from ..responses.error_mapping import copy_without_body, reading_error, status_error
from .reading import FAILURES, close_async

if TYPE_CHECKING:
    import httpx2

    from ..requests.build import Call
    from ..responses.errors import APIStatusError


def read_status_error(call: Call, response: httpx2.Response) -> APIStatusError:
    """Read the body of an unsuccessful response, close it, and return the exception.

    If the body cannot be read, the exception has none: the status is more useful than the
    error of reading the body, which is the cause of the exception.
    """
    body = _Body(call)
    try:
        for chunk in response.iter_bytes():
            if body.add(chunk):
                break
    except FAILURES as error:
        return _without_body(call, response, error)
    finally:
        response.close()
    return body.error(response)


async def read_status_error_async(
    call: Call, response: httpx2.Response
) -> APIStatusError:
    """Return the exception for an unsuccessful response; see `read_status_error`."""
    body = _Body(call)
    try:
        async with aclosing(response.aiter_bytes()) as chunks:
            async for chunk in chunks:
                if body.add(chunk):
                    break
    except FAILURES as error:
        return _without_body(call, response, error)
    finally:
        await close_async(response)
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


def _without_body(
    call: Call, response: httpx2.Response, error: Exception
) -> APIStatusError:
    result = status_error(call, copy_without_body(response))
    result.__cause__ = reading_error(call, response, error)
    return result
