"""From a call to its value: the only place that knows which kinds of answer there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..responses.decode import decoded, is_download
from ..transport.send import exchange, exchange_async, read, read_async
from ..requests.build import Call

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from .async_client import AsyncClient
    from .sync_client import SyncClient
    from ..api.endpoint import Endpoint
    from ..api.options import RequestOptions


def call(
    client: SyncClient,
    endpoint: Endpoint,
    path: Mapping[str, object] | None,
    query: Mapping[str, object] | None,
    headers: Mapping[str, object] | None,
    cookies: Mapping[str, object] | None,
    body: object,
    options: RequestOptions | None,
) -> Any:
    """Calls an operation; see `Resource._call`."""
    request = Call(client, endpoint, path, query, headers, cookies, body, options)
    response, _ = exchange(client, request)
    return value(request, response)


async def call_async(
    client: AsyncClient,
    endpoint: Endpoint,
    path: Mapping[str, object] | None,
    query: Mapping[str, object] | None,
    headers: Mapping[str, object] | None,
    cookies: Mapping[str, object] | None,
    body: object,
    options: RequestOptions | None,
) -> Any:
    """Calls an operation; see `AsyncResource._call`."""
    request = Call(client, endpoint, path, query, headers, cookies, body, options)
    response, _ = await exchange_async(client, request)
    return await value_async(request, response)


def value(request: Call, response: httpx2.Response) -> Any:
    """The value of an answer whose body may not have been read yet."""
    if request.streams:
        from ..streaming.streams import AnswerStream, Stream

        plain = request.endpoint.final is None
        kind: type[Any] = Stream if plain else AnswerStream
        return kind(request, response)
    if is_download(request.endpoint, response):
        from ..streaming.downloads import BinaryResponse

        return BinaryResponse(request, response)
    if request.endpoint.page is not None:
        from ..pagination.pages import page_of

        return page_of(request, read(request, response))
    return decoded(request, read(request, response))


async def value_async(request: Call, response: httpx2.Response) -> Any:
    """As `value`, for the async client."""
    if request.streams:
        from ..streaming.streams import AsyncAnswerStream, AsyncStream

        plain = request.endpoint.final is None
        kind: type[Any] = AsyncStream if plain else AsyncAnswerStream
        return await kind(request, response).begun()
    if is_download(request.endpoint, response):
        from ..streaming.downloads import AsyncBinaryResponse

        return await AsyncBinaryResponse(request, response).begun()
    if request.endpoint.page is not None:
        from ..pagination.pages import page_of

        return page_of(request, await read_async(request, response))
    return decoded(request, await read_async(request, response))
