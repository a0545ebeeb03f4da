"""Errors of httpx2, and the release of connections after them."""

from __future__ import annotations

from typing import Final

import httpx2

FAILURES: Final = (httpx2.RequestError, httpx2.InvalidURL, httpx2.StreamError)
"""Errors that mean that there is no response; others are errors of the caller."""


async def close_async(response: httpx2.Response) -> None:
    """Release the connection of a response, even if the task was cancelled."""
    if not response.is_closed:
        from anyio import CancelScope

        with CancelScope(shield=True):
            await response.aclose()
