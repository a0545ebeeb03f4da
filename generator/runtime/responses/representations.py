"""Selection of the type of a response by the media type that the server sent."""

# pyright: reportPrivateUsage=false
# The modules of the runtime share names that are private to callers.

from __future__ import annotations

from email.message import Message
from typing import TYPE_CHECKING

import httpx2

from ..requests.bodies import essence, is_json

if TYPE_CHECKING:
    from ..requests.build import Call


def find_returned_type(call: Call, response: httpx2.Response) -> str | None:
    """Return the annotation of a successful response that is not a download.

    If an operation declares several kinds of JSON, and the server sends another one than
    the caller requested, the type is that of the received one.
    """
    endpoint = call.endpoint
    requested = endpoint.expected(response.status_code, call.accept)
    content_type = response.headers.get("content-type", "")
    if not is_json(essence(content_type)):
        return requested
    received = _comparison_key(content_type)
    declared = (endpoint.accept, *endpoint.alternatives)
    same = [name for name in declared if _comparison_key(name) == received]
    if len(same) != 1:
        return requested
    returned = endpoint.expected(response.status_code, same[0])
    return requested if returned in ("BinaryResponse", "bytes") else returned


def _comparison_key(content_type: str) -> tuple[str, frozenset[tuple[str, str]]]:
    """Return a key that is equal for equal media types; the charset is ignored."""
    message = Message()
    message["content-type"] = content_type
    pairs = (message.get_params() or [])[1:]
    parameters = frozenset((name.lower(), value.strip()) for name, value in pairs)
    return essence(content_type), frozenset(
        item for item in parameters if item[0] != "charset"
    )
