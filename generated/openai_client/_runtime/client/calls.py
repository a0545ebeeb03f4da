"""Calls of operations: send the request, and parse the response by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..requests.build import Call
from ..responses.decode import decode_response, is_download
from ..transport.reading import read, read_async
from ..transport.send import fetch, fetch_async

if TYPE_CHECKING:
    import httpx2

    from ..api.arguments import CallArguments
    from ..api.client_protocol import AsyncClientProtocol, SyncClientProtocol
    from ..api.endpoint import Endpoint


def call(
    client: SyncClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> Any:
    """Call an operation and return the parsed response; see `Resource._call`."""
    request = Call(client, endpoint, arguments)
    response, _ = fetch(client, request)
    return parse_response(request, response)


async def call_async(
    client: AsyncClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> Any:
    """Call an operation and return the parsed response; see `Resource._call`."""
    request = Call(client, endpoint, arguments)
    response, _ = await fetch_async(client, request)
    return await parse_response_async(request, response)


def parse_response(request: Call, response: httpx2.Response) -> Any:
    """Return the value of a response whose body may be unread.

    Returns:
        A stream, a download, a page, or the decoded body.
    """
    if request.streams:
        from ..streaming.streams import ResponseStream, Stream

        is_aggregated = request.endpoint.aggregation is not None
        stream_class: type[Any] = ResponseStream if is_aggregated else Stream
        return stream_class(request, response)
    if is_download(request, response):
        from ..streaming.downloads import BinaryResponse

        return BinaryResponse(request, response)
    if request.endpoint.pagination is not None:
        from ..pagination.pages import parse_page

        return parse_page(request, read(request, response))
    return decode_response(request, read(request, response))


async def parse_response_async(request: Call, response: httpx2.Response) -> Any:
    """Return the value of a response of an asynchronous client; see `parse_response`."""
    if request.streams:
        from ..streaming.streams import AsyncResponseStream, AsyncStream

        is_aggregated = request.endpoint.aggregation is not None
        stream_class: type[Any] = AsyncResponseStream if is_aggregated else AsyncStream
        return await stream_class(request, response).start()
    if is_download(request, response):
        from ..streaming.downloads import AsyncBinaryResponse

        return await AsyncBinaryResponse(request, response).start()
    if request.endpoint.pagination is not None:
        from ..pagination.pages import parse_page

        return parse_page(request, await read_async(request, response))
    return decode_response(request, await read_async(request, response))
