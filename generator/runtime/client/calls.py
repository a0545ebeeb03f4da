"""Calls of operations: send the request, and parse the response by its kind."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..lazy import load_feature
from ..requests.build import Call
from ..responses.decode import decode_response, keeps_body
from ..transport.send import fetch, fetch_async

if TYPE_CHECKING:
    import httpx2

    from ..api.arguments import CallArguments
    from ..api.client_protocol import AsyncClientProtocol, SyncClientProtocol
    from ..api.endpoint import Endpoint
    from ..transport.bodies import AsyncBody, Body


def call(
    client: SyncClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> Any:
    """Call an operation and return the parsed response; see `Resource._call`."""
    request = Call(client, endpoint, arguments)
    response, attempt = fetch(client, request)
    return parse_response(request, response, attempt)


async def call_async(
    client: AsyncClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> Any:
    """Call an operation and return the parsed response; see `Resource._call`."""
    request = Call(client, endpoint, arguments)
    response, attempt = await fetch_async(client, request)
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
        from ..transport.bodies import AsyncBody, Body

        kind = AsyncBody if request.client._asynchronous else Body
        return wrap_body(kind(request, response, attempt))
    if request.endpoint.pagination is not None:
        return load_feature("pagination.pages").parse_page(request, response)
    return decode_response(request, response)


def wrap_body(body: Body | AsyncBody) -> Any:
    """Return the stream or download that reads a body."""
    from ..transport.bodies import Body

    if not body.call.streams:
        downloads = load_feature("streaming.downloads")
        if isinstance(body, Body):
            return downloads.BinaryResponse(body)
        return downloads.AsyncBinaryResponse(body)
    streams = load_feature("streaming.streams")
    is_aggregated = body.call.endpoint.aggregation is not None
    kinds: dict[bool, type[Any]]
    if isinstance(body, Body):
        kinds = {True: streams.ResponseStream, False: streams.Stream}
    else:
        kinds = {True: streams.AsyncResponseStream, False: streams.AsyncStream}
    return kinds[is_aggregated](body)
