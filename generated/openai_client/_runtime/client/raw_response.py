"""Responses with their status and headers, which are parsed on demand."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import httpx2

from ..requests.build import Call
from ..responses.content import request_id
from ..responses.decode import keeps_body, load_json
from ..responses.error_mapping import decode_text, reading_error
from ..streaming.lines import LineDecoder
from ..transport.reading import FAILURES, read, read_async
from ..transport.send import fetch, fetch_async, send, send_async
from .calls import parse_response, parse_response_async

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Coroutine, Iterator
    from datetime import timedelta
    from types import TracebackType

    from ..api.arguments import CallArguments
    from ..api.client_protocol import AsyncClientProtocol, SyncClientProtocol
    from ..api.endpoint import Endpoint

T = TypeVar("T")


class BaseAPIResponse(Generic[T]):
    """The status, headers and request of a response.

    Attributes:
        http_response: The httpx2 response.
        retries_taken: Number of times that the request was retried.
    """

    __slots__ = ("_call", "_is_parsed", "_value", "http_response", "retries_taken")

    def __init__(
        self, call: Call, response: httpx2.Response, retries_taken: int
    ) -> None:
        self._call = call
        self.http_response = response
        self.retries_taken = retries_taken
        self._is_parsed = False
        self._value: Any = None

    @property
    def status_code(self) -> int:
        """HTTP status code."""
        return self.http_response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """Response headers; names are case-insensitive."""
        return self.http_response.headers

    @property
    def http_request(self) -> httpx2.Request:
        """Request of this response; after a redirect, the last request."""
        return self.http_response.request

    @property
    def method(self) -> str:
        """HTTP method of the request."""
        return self.http_request.method

    @property
    def url(self) -> httpx2.URL:
        """URL of the request."""
        return self.http_request.url

    @property
    def request_id(self) -> str | None:
        """Server's identifier of the request, if the response has one."""
        return request_id(self.headers)

    @property
    def elapsed(self) -> timedelta:
        """Time from sending the request to the end of the response.

        Raises:
            RuntimeError: The body has been neither read nor closed.
        """
        return self.http_response.elapsed

    @property
    def is_closed(self) -> bool:
        """Whether the connection has been released."""
        return self.http_response.is_closed

    def _line_decoder(self) -> LineDecoder:
        limit = self._call.client.response_limits.max_item_bytes
        return LineDecoder(self.http_response, limit)

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """Support `copy`, `deepcopy` and `pickle`; a pickle contains the credentials.

        Raises:
            TypeError: The body was not read, so that it is still on the connection.
        """
        try:
            _ = self.http_response.content
        except httpx2.ResponseNotRead:
            raise TypeError(
                f"cannot copy or pickle {type(self).__name__!r} before its body is read"
            ) from None
        return _restore, (
            type(self),
            {name: getattr(self, name) for name in BaseAPIResponse.__slots__},
        )

    def __repr__(self) -> str:
        endpoint = self._call.endpoint
        status = f"{self.status_code} {self.http_response.reason_phrase}".strip()
        return f"<{type(self).__name__} [{status}] {endpoint.method} {endpoint.path}>"


def _restore(
    cls: type[BaseAPIResponse[Any]], values: dict[str, Any]
) -> BaseAPIResponse[Any]:
    """Create a response from its attributes, for copies and pickles."""
    response = object.__new__(cls)
    for name, value in values.items():
        setattr(response, name, value)
    return response


class APIResponse(BaseAPIResponse[T]):
    """A response of a synchronous client, or one whose body was read."""

    __slots__ = ()

    def parse(self) -> T:
        """Return the value that the method returns without `with_raw_response`.

        Repeated calls return the same object.
        """
        if not self._is_parsed:
            self._value = parse_response(self._call, self.http_response)
            self._is_parsed = True
        return cast("T", self._value)

    def read(self) -> bytes:
        """Read and return the body."""
        return read(self._call, self.http_response).content

    @property
    def content(self) -> bytes:
        """Body of the response, as returned by `read()`."""
        return self.read()

    @property
    def text(self) -> str:
        """Body of the response as a string, in the charset of the response."""
        return decode_text(read(self._call, self.http_response), "`read()`")

    def json(self) -> Any:
        """Return the decoded JSON of the body, without converting it to models.

        Raises:
            APIResponseValidationError: The body is not valid JSON.
        """
        return load_json(self._call, read(self._call, self.http_response))

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the body.

        Args:
            chunk_size: Size of the chunks in bytes. Default: as they are received.
        """
        try:
            yield from self.http_response.iter_bytes(chunk_size)
        except FAILURES as error:
            raise reading_error(self._call, self.http_response, error) from error

    def iter_lines(self) -> Iterator[str]:
        """Iterate over the lines of the body, without line endings."""
        decoder = self._line_decoder()
        for chunk in self.iter_bytes():
            yield from decoder.feed(chunk)
        yield from decoder.finish()

    def close(self) -> None:
        """Release the connection; an unread body is discarded."""
        self.http_response.close()


class AsyncAPIResponse(BaseAPIResponse[T]):
    """A response of an asynchronous client whose body is unread."""

    __slots__ = ()

    async def parse(self) -> T:
        """Return the value that the method returns; see `APIResponse.parse`."""
        if not self._is_parsed:
            self._value = await parse_response_async(self._call, self.http_response)
            self._is_parsed = True
        return cast("T", self._value)

    async def read(self) -> bytes:
        """Read and return the body."""
        return (await read_async(self._call, self.http_response)).content

    async def text(self) -> str:
        """Read the body and return it as a string, in the charset of the response."""
        return decode_text(await read_async(self._call, self.http_response), "`read()`")

    async def json(self) -> Any:
        """Return the decoded JSON of the body; see `APIResponse.json`."""
        response = await read_async(self._call, self.http_response)
        return load_json(self._call, response)

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncGenerator[bytes]:
        """Iterate over the body; see `APIResponse.iter_bytes`."""
        try:
            async with aclosing(self.http_response.aiter_bytes(chunk_size)) as chunks:
                async for chunk in chunks:
                    yield chunk
        except FAILURES as error:
            raise reading_error(self._call, self.http_response, error) from error

    async def iter_lines(self) -> AsyncGenerator[str]:
        """Iterate over the lines of the body, without line endings."""
        decoder = self._line_decoder()
        async with aclosing(self.iter_bytes()) as chunks:
            async for chunk in chunks:
                for line in decoder.feed(chunk):
                    yield line
        for line in decoder.finish():
            yield line

    async def close(self) -> None:
        """Release the connection; an unread body is discarded."""
        await self.http_response.aclose()


class ResponseManager(Generic[T]):
    """A context manager that sends a request, and closes its response on exit."""

    __slots__ = ("_arguments", "_client", "_endpoint", "_response")

    def __init__(
        self, client: SyncClientProtocol, endpoint: Endpoint, arguments: CallArguments
    ) -> None:
        self._client = client
        self._endpoint = endpoint
        self._arguments = arguments
        self._response: APIResponse[T] | None = None

    def __repr__(self) -> str:
        return f"<ResponseManager of {self._endpoint.method} {self._endpoint.path}>"

    def __enter__(self) -> APIResponse[T]:
        call = Call(self._client, self._endpoint, self._arguments)
        self._response = APIResponse(call, *send(self._client, call))
        return self._response

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._response is not None:
            self._response.close()


class AsyncResponseManager(Generic[T]):
    """An asynchronous context manager that sends a request; see `ResponseManager`."""

    __slots__ = ("_response", "_sending")

    def __init__(self, sending: Coroutine[Any, Any, AsyncAPIResponse[T]]) -> None:
        self._sending = sending
        self._response: AsyncAPIResponse[T] | None = None

    async def __aenter__(self) -> AsyncAPIResponse[T]:
        self._response = await self._sending
        return self._response

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._response is not None:
            await self._response.close()


def raw_call(
    client: SyncClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> APIResponse[Any]:
    """Call an operation and return the response.

    The body is read, except for downloads and streams.
    """
    call = Call(client, endpoint, arguments)
    response, retries_taken = fetch(client, call)
    return APIResponse(call, response, retries_taken)


async def raw_call_async(
    client: AsyncClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> APIResponse[Any]:
    """Call an operation and return the response; see `raw_call`.

    The parsed value of a download or stream is of the asynchronous class.
    """
    call = Call(client, endpoint, arguments)
    response, retries_taken = await fetch_async(client, call)
    raw: APIResponse[Any] = APIResponse(call, response, retries_taken)
    if keeps_body(call, response):
        raw._value = await parse_response_async(call, response)
        raw._is_parsed = True
    return raw


async def streaming_call_async(
    client: AsyncClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> AsyncAPIResponse[Any]:
    """Call an operation and return the response, whose body is unread."""
    call = Call(client, endpoint, arguments)
    return AsyncAPIResponse(call, *await send_async(client, call))
