"""Responses with their status and headers, which are parsed on demand."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import httpx2

from ..evaluation import defer_annotations
from ..requests.build import Call
from ..responses.content import request_id
from ..responses.decode import keeps_body, load_json
from ..responses.error_mapping import decode_text
from ..transport.bodies import AsyncBody, Body
from ..transport.lines import AsyncLineIterator, line_decoder
from ..transport.send import fetch, run, send
from .calls import parse_response, wrap_body

if TYPE_CHECKING:
    import os
    from collections.abc import Coroutine, Iterator
    from datetime import timedelta
    from types import TracebackType

    from ..api.arguments import CallArguments
    from ..api.client_protocol import ClientProtocol
    from ..api.endpoint import Endpoint
    from ..transport.bodies import AsyncByteIterator

T = TypeVar("T")


class BaseAPIResponse(Generic[T]):
    """The status, headers and request of a response."""

    __slots__ = ("_body", "_is_parsed", "_value")

    def __init__(self, body: Body | AsyncBody) -> None:
        self._body: Any = body
        self._is_parsed = False
        self._value: Any = None

    @property
    def http_response(self) -> httpx2.Response:
        """The httpx2 response; another one if the request was sent again."""
        return cast("httpx2.Response", self._body.response)

    @property
    def retries_taken(self) -> int:
        """Number of times that the request was retried."""
        return cast("int", self._body.attempt)

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
        endpoint = self._body.call.endpoint
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
            self._value = _parse(self._own_body())
            self._is_parsed = True
        return cast("T", self._value)

    def read(self) -> bytes:
        """Read and return the body."""
        return self._own_body().read().content

    @property
    def content(self) -> bytes:
        """Body of the response, as returned by `read()`."""
        return self.read()

    @property
    def text(self) -> str:
        """Body of the response as a string, in the charset of the response."""
        return decode_text(self._own_body().read(), "`read()`")

    def json(self) -> Any:
        """Return the decoded JSON of the body, without converting it to models.

        Raises:
            APIResponseValidationError: The body is not valid JSON.
        """
        body = self._own_body()
        return load_json(body.call, body.read())

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the body.

        Args:
            chunk_size: Size of the chunks in bytes. Default: as they are received.
        """
        return self._own_body().iter_bytes(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Iterate over the lines of the body, without line endings."""
        decoder = None
        for chunk in self.iter_bytes():
            # After the first chunk, because the request can be sent again before it.
            decoder = decoder or line_decoder(self._body)
            yield from decoder.feed(chunk)
        if decoder is not None:
            yield from decoder.finish()

    def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """Write the body to a file, in chunks.

        The file is created, or replaced, when the body is complete. If that fails, an
        existing file is unchanged.
        """
        from ..transport.files import save_body

        save_body(self._own_body(), path)

    stream_to_file = write_to_file

    def close(self) -> None:
        """Release the connection; an unread body is discarded."""
        self._own_body().close()

    def _own_body(self) -> Body:
        """Return the body.

        Raises:
            RuntimeError: Only the asynchronous stream or download can read it.
        """
        body = self._body
        if isinstance(body, Body):
            return body
        raise RuntimeError(
            "the body was not read by the call; read it with the value of parse()"
        )


def _parse(body: Body) -> Any:
    """Return the value of a response, whose body is read if its value does not read it."""
    if keeps_body(body.call, body.response):
        return wrap_body(body)
    return parse_response(body.call, body.read(), body.attempt)


class AsyncAPIResponse(BaseAPIResponse[T]):
    """A response of an asynchronous client whose body is unread."""

    __slots__ = ()

    _body: AsyncBody

    async def parse(self) -> T:
        """Return the value that the method returns; see `APIResponse.parse`."""
        body = self._body
        if not self._is_parsed:
            if keeps_body(body.call, body.response):
                self._value = wrap_body(body)
            else:
                response = await body.read()
                self._value = parse_response(body.call, response, body.attempt)
            self._is_parsed = True
        return cast("T", self._value)

    async def read(self) -> bytes:
        """Read and return the body."""
        return (await self._body.read()).content

    async def text(self) -> str:
        """Read the body and return it as a string, in the charset of the response."""
        return decode_text(await self._body.read(), "`read()`")

    async def json(self) -> Any:
        """Return the decoded JSON of the body; see `APIResponse.json`."""
        return load_json(self._body.call, await self._body.read())

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncByteIterator:
        """Iterate over the body; see `APIResponse.iter_bytes`."""
        return self._body.iter_bytes(chunk_size)

    def iter_lines(self) -> AsyncLineIterator:
        """Iterate over the lines of the body, without line endings."""
        return AsyncLineIterator(self._body)

    async def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """Write the body to a file in a worker thread; see `APIResponse`."""
        from ..transport.files import save_async_body

        await save_async_body(self._body, path)

    stream_to_file = write_to_file

    async def close(self) -> None:
        """Release the connection; an unread body is discarded."""
        await self._body.close()


class ResponseManager(Generic[T]):
    """A context manager that sends a request, and closes its response on exit."""

    __slots__ = ("_arguments", "_client", "_endpoint", "_response")

    def __init__(
        self, client: ClientProtocol, endpoint: Endpoint, arguments: CallArguments
    ) -> None:
        self._client = client
        self._endpoint = endpoint
        self._arguments = arguments
        self._response: APIResponse[T] | None = None

    def __repr__(self) -> str:
        return f"<ResponseManager of {self._endpoint.method} {self._endpoint.path}>"

    def __enter__(self) -> APIResponse[T]:
        call = Call(self._client, self._endpoint, self._arguments)
        self._response = APIResponse(Body(call, *run(send(call))))
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
    client: ClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> APIResponse[Any]:
    """Call an operation and return the response.

    The body is read, except for downloads and streams.
    """
    call = Call(client, endpoint, arguments)
    return APIResponse(Body(call, *run(fetch(call))))


async def raw_call_async(
    client: ClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> APIResponse[Any]:
    """Call an operation and return the response; see `raw_call`.

    The parsed value of a download or stream is of the asynchronous class.
    """
    call = Call(client, endpoint, arguments)
    response, attempt = await fetch(call)
    if not keeps_body(call, response):
        return APIResponse(Body(call, response, attempt))
    body = AsyncBody(call, response, attempt)
    raw: APIResponse[Any] = APIResponse(body)
    raw._value = wrap_body(body)
    raw._is_parsed = True
    return raw


async def streaming_call_async(
    client: ClientProtocol, endpoint: Endpoint, arguments: CallArguments
) -> AsyncAPIResponse[Any]:
    """Call an operation and return the response, whose body is unread."""
    call = Call(client, endpoint, arguments)
    return AsyncAPIResponse(AsyncBody(call, *await send(call)))


defer_annotations(BaseAPIResponse, APIResponse, AsyncAPIResponse)
defer_annotations(ResponseManager, AsyncResponseManager)
