"""Calls of operations: send the request, and parse the response by its kind."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..lazy import load_feature
from ..requests.build import Call
from ..responses.decode import decode_response, keeps_body
from ..transport.send import fetch

if TYPE_CHECKING:
    import httpx2

    from ..api.arguments import CallArguments
    from ..api.client_protocol import ClientProtocol
    from ..api.endpoint import Endpoint


async def call(
    client: ClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> Any:
    """Call an operation and return the parsed response; see `Resource._call`."""
    request = Call(client, endpoint, arguments)
    response, attempt = await fetch(request)
    return parse_response(request, response, attempt)


def parse_response(request: Call, response: httpx2.Response, attempt: int) -> Any:
    """Return the value of a response whose body was read, unless its value reads it.

    Args:
        request: The call.
        response: The response.
        attempt: Number of retries that were needed.

    Returns:
        A stream, a download, a page, or the decoded body.
    """
    if keeps_body(request, response):
        bodies = load_feature("transport.bodies")
        kind = bodies.AsyncBody if request.client._asynchronous else bodies.Body
        return wrap_body(kind(request, response, attempt))
    if request.endpoint.pagination is not None:
        return load_feature("pagination.pages").parse_page(request, response)
    return decode_response(request, response)


def wrap_body(body: Any) -> Any:
    """Return the stream or download that reads a `Body` or `AsyncBody`."""
    call = body.call
    prefix = "Async" if call.client._asynchronous else ""
    if not call.streams:
        downloads = load_feature("streaming.downloads")
        return getattr(downloads, f"{prefix}BinaryResponse")(body)
    kind = "Stream" if call.endpoint.aggregation is None else "ResponseStream"
    return getattr(load_feature("streaming.streams"), f"{prefix}{kind}")(body)
