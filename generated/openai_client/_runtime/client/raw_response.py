"""Answers with their status and headers, parsed when asked."""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from ..responses.decode import request_id, text_of
from .calls import value, value_async
from ..transport.send import FAILURES, exchange, exchange_async, read, read_async
from ..responses.error_mapping import reading_error
from ..transport.integrity import check_whole
from ..streaming.lines import Lines
from ..requests.build import Call

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Coroutine, Iterator, Mapping
    from datetime import timedelta
    from types import TracebackType

    import httpx2

    from .async_client import AsyncClient
    from .sync_client import SyncClient
    from ..api.endpoint import Endpoint
    from ..api.options import RequestOptions

T = TypeVar("T")


class Answer(Generic[T]):
    """What an answer tells before its body is looked at.

    Attributes:
        http_response: The answer as httpx2 has it.
        retries_taken: How often the request was sent again.
    """

    __slots__ = ("http_response", "retries_taken", "_call", "_parsed", "_value")

    def __init__(
        self, call: Call, response: httpx2.Response, retries_taken: int
    ) -> None:
        self._call = call
        self.http_response = response
        self.retries_taken = retries_taken
        self._parsed = False
        self._value: Any = None

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.http_response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """The answer's headers; names in any case."""
        return self.http_response.headers

    @property
    def http_request(self) -> httpx2.Request:
        """The request that was answered: after a redirect, the last one."""
        return self.http_response.request

    @property
    def method(self) -> str:
        """The request's method."""
        return self.http_request.method

    @property
    def url(self) -> httpx2.URL:
        """The request's URL."""
        return self.http_request.url

    @property
    def request_id(self) -> str | None:
        """What the server calls the request."""
        return request_id(self.headers)

    @property
    def elapsed(self) -> timedelta:
        """The time from sending the request to the end of the answer.

        Raises:
            RuntimeError: The body was not read or closed yet.
        """
        return self.http_response.elapsed

    @property
    def is_closed(self) -> bool:
        """Whether the connection was given back."""
        return self.http_response.is_closed

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code} {self._call.endpoint!r}>"


class APIResponse(Answer[T]):
    """An answer of a synchronous client, or one whose body was read."""

    __slots__ = ()

    def parse(self) -> T:
        """What the method would have returned; the same object each time."""
        if not self._parsed:
            self._value = value(self._call, self.http_response)
            self._parsed = True
        return cast("T", self._value)

    def read(self) -> bytes:
        """The body."""
        return read(self._call, self.http_response).content

    @property
    def content(self) -> bytes:
        """The body, as `read()`."""
        return self.read()

    @property
    def text(self) -> str:
        """The body as text, by the charset that the server names."""
        return text_of(read(self._call, self.http_response))

    def json(self) -> Any:
        """The body as decoded JSON, without views.

        Raises:
            ValueError: It is none.
        """
        return read(self._call, self.http_response).json()

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body in pieces of `chunk_size` bytes, or as they come."""
        try:
            yield from self.http_response.iter_bytes(chunk_size)
            check_whole(self.http_response)
        except FAILURES as error:
            raise reading_error(self._call, self.http_response, error) from error

    def iter_lines(self) -> Iterator[str]:
        """The body's lines, without their ends."""
        lines = Lines(self.http_response)
        for piece in self.iter_bytes():
            yield from lines.feed(piece)
        yield from lines.rest()

    def close(self) -> None:
        """Gives the connection back; what was not read is lost."""
        self.http_response.close()


class AsyncAPIResponse(Answer[T]):
    """An answer of an asynchronous client whose body was not read yet."""

    __slots__ = ()

    async def parse(self) -> T:
        """As `APIResponse.parse`."""
        if not self._parsed:
            self._value = await value_async(self._call, self.http_response)
            self._parsed = True
        return cast("T", self._value)

    async def read(self) -> bytes:
        """The body."""
        return (await read_async(self._call, self.http_response)).content

    async def text(self) -> str:
        """The body as text, by the charset that the server names."""
        return text_of(await read_async(self._call, self.http_response))

    async def json(self) -> Any:
        """As `APIResponse.json`."""
        return (await read_async(self._call, self.http_response)).json()

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncGenerator[bytes]:
        """The body in pieces of `chunk_size` bytes, or as they come."""
        try:
            async with aclosing(self.http_response.aiter_bytes(chunk_size)) as chunks:
                async for chunk in chunks:
                    yield chunk
            check_whole(self.http_response)
        except FAILURES as error:
            raise reading_error(self._call, self.http_response, error) from error

    async def iter_lines(self) -> AsyncGenerator[str]:
        """The body's lines, without their ends."""
        lines = Lines(self.http_response)
        async with aclosing(self.iter_bytes()) as pieces:
            async for piece in pieces:
                for line in lines.feed(piece):
                    yield line
        for line in lines.rest():
            yield line

    async def close(self) -> None:
        """Gives the connection back; what was not read is lost."""
        await self.http_response.aclose()


class ResponseManager(Generic[T]):
    """Sends the request when entered by `with`, and closes the answer at the end."""

    __slots__ = ("_client", "_arguments", "_answer")

    def __init__(self, client: SyncClient, *arguments: Any) -> None:
        self._client = client
        self._arguments = arguments
        self._answer: APIResponse[T] | None = None

    def __enter__(self) -> APIResponse[T]:
        call = Call(self._client, *self._arguments)
        self._answer = APIResponse(call, *exchange(self._client, call))
        return self._answer

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._answer is not None:
            self._answer.close()


class AsyncResponseManager(Generic[T]):
    """As `ResponseManager`, for `async with`."""

    __slots__ = ("_sending", "_answer")

    def __init__(self, sending: Coroutine[Any, Any, AsyncAPIResponse[T]]) -> None:
        self._sending = sending
        self._answer: AsyncAPIResponse[T] | None = None

    async def __aenter__(self) -> AsyncAPIResponse[T]:
        self._answer = await self._sending
        return self._answer

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._answer is not None:
            await self._answer.close()


def raw_call(
    client: SyncClient,
    endpoint: Endpoint,
    path: Mapping[str, object] | None,
    query: Mapping[str, object] | None,
    headers: Mapping[str, object] | None,
    cookies: Mapping[str, object] | None,
    body: object,
    options: RequestOptions | None,
) -> APIResponse[Any]:
    """Calls an operation, for its answer; a download's or stream's body is left."""
    call = Call(client, endpoint, path, query, headers, cookies, body, options)
    response, retries_taken = exchange(client, call)
    if not _keeps_body(call):
        read(call, response)
    return APIResponse(call, response, retries_taken)


async def raw_call_async(
    client: AsyncClient,
    endpoint: Endpoint,
    path: Mapping[str, object] | None,
    query: Mapping[str, object] | None,
    headers: Mapping[str, object] | None,
    cookies: Mapping[str, object] | None,
    body: object,
    options: RequestOptions | None,
) -> APIResponse[Any]:
    """As `raw_call`; the value of a download or stream is the asynchronous kind."""
    call = Call(client, endpoint, path, query, headers, cookies, body, options)
    response, retries_taken = await exchange_async(client, call)
    answer: APIResponse[Any] = APIResponse(call, response, retries_taken)
    if _keeps_body(call):
        answer._value, answer._parsed = await value_async(call, response), True
    else:
        await read_async(call, response)
    return answer


async def streaming_call_async(
    client: AsyncClient,
    endpoint: Endpoint,
    path: Mapping[str, object] | None,
    query: Mapping[str, object] | None,
    headers: Mapping[str, object] | None,
    cookies: Mapping[str, object] | None,
    body: object,
    options: RequestOptions | None,
) -> AsyncAPIResponse[Any]:
    """Calls an operation, for its answer with the body still to be read."""
    call = Call(client, endpoint, path, query, headers, cookies, body, options)
    return AsyncAPIResponse(call, *await exchange_async(client, call))


def _keeps_body(call: Call) -> bool:
    """Whether the value of the answer is something that reads the body itself."""
    return call.streams or call.endpoint.returns == "BinaryResponse"
