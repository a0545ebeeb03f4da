"""Reading of the bodies of responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx2
from idna import IDNAError

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
