"""Parts of a response that decoding and error reporting have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

# The package of the API's types, which is beside the package of the runtime.
TYPES: Final = f"{'.'.join(__name__.split('.')[:-3])}.types"

_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id")


def decode_text(response: httpx2.Response) -> str:
    """Return the body as a string, in the charset of the response or UTF-8.

    The body must have been read.
    """
    try:
        return response.content.decode(response.encoding or "utf-8", "replace")
    except (LookupError, ValueError):
        # Not the name of a charset, or one that rejects the bytes.
        return response.content.decode("utf-8", "replace")


def request_id(headers: Mapping[str, str]) -> str | None:
    """Return the server's identifier of the request, or `None` if no header has it."""
    for name in _REQUEST_ID_HEADERS:
        value = headers.get(name)
        if value is not None:
            return value
    return None
