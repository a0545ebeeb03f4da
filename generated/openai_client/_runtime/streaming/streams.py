"""Streamed responses: iterators over their items, which close themselves."""

from __future__ import annotations

import socket
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from ..models.conversion import converter
from ..models.declarations import declaration_of
from ..models.records import JSONObject, set_request_id, type_of
from ..public import set_public_module
from ..responses.content import TYPES, request_id
from ..responses.error_mapping import reading_error
from ..transport.reading import FAILURES, close_async
from .accumulation import accumulator_for
from .decoders import item_decoder, reports_error
from .single_use import SingleUse

if TYPE_CHECKING:
    from collections.abc import (
        AsyncGenerator,
        AsyncIterator,
        Callable,
        Generator,
        Iterator,
    )
    from types import TracebackType
    from typing import Self

    import httpx2

    from ..requests.build import Call

DRAIN_TIMEOUT: Final = 0.1
"""Seconds to wait for the end of a body after the end marker of its stream."""
T = TypeVar("T")
R = TypeVar("R")


class Items:
    """The items of a response body, and their accumulation into the final response.

    Attributes:
        is_exhausted: Whether all items were read.
        is_closed: Whether the stream was closed by its user.
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        endpoint = call.endpoint
        self.call = call
        self.response = response
        self._decoder = item_decoder(call, response)
        self._convert: Callable[[Any], Any] = converter(
            endpoint.stream or "object", TYPES
        )
        aggregation = endpoint.aggregation
        self._accumulator = (
            None if aggregation is None else accumulator_for(aggregation)
        )
        self.is_exhausted = False
        self.is_closed = False

    @property
    def is_done(self) -> bool:
        """Whether the end marker of the stream was received."""
        return self._decoder.is_done

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """Yield the items that a chunk of the body completes.

        Raises:
            APIError: The server reports an error in the stream.
        """
        convert = self._convert
        add = None if self._accumulator is None else self._accumulator.add
        for value in self._decoder.feed(chunk):
            kind = value.__class__
            if kind is dict:
                if "error" in value or value.get("type") == "error":
                    self._check_error(value)
                if add is not None:
                    add(value)
            yield convert(value)

    def finish(self) -> Iterator[Any]:
        """Yield the item that the end of the body completes.

        Raises:
            APIConnectionError: The stream is incomplete.
        """
        for value in self._decoder.finish():
            self._check_error(value)
            if self._accumulator is not None and value.__class__ is dict:
                self._accumulator.add(value)
            yield self._convert(value)
        if self.is_done:
            return
        accumulator = self._accumulator
        is_complete = None if accumulator is None else accumulator.is_complete()
        marker = self.call.endpoint.end_marker
        if is_complete is False or (marker and not is_complete):
            reason = f"without its end marker ({marker})" if marker else "unexpectedly"
            raise self._decoder.truncated(reason)

    def _check_error(self, value: Any) -> None:
        """Raise an exception if an item reports an error of the stream."""
        if not reports_error(value):
            return
        if value.get("type") != "error":
            # An `error` that the document describes is a property of the item.
            kind = type_of(self._convert(dict(value)))
            if issubclass(kind, JSONObject) and "error" in declaration_of(kind).by_key:
                return
        raise self._decoder.error(value)

    def final(self) -> Any:
        """Return the response that all items form.

        Raises:
            APIConnectionError: No item contains any part of the response.
            RuntimeError: The stream was closed before its end.
        """
        if not self.is_exhausted:
            raise RuntimeError("the stream was closed before its end")
        assert self._accumulator is not None
        endpoint = self.call.endpoint
        convert = converter(
            endpoint.aggregated_type or endpoint.returns or "object", TYPES
        )
        try:
            result = self._accumulator.result(convert)
        except LookupError:
            raise self._decoder.truncated("without a response") from None
        if isinstance(result, JSONObject):
            set_request_id(result, request_id(self.response.headers))
        return result

    def describe(self, stream: object) -> str:
        """Return the `repr` of the stream of these items."""
        response, endpoint = self.response, self.call.endpoint
        status = f"{response.status_code} {response.reason_phrase}".strip()
        state = (
            "exhausted"
            if self.is_exhausted
            else "closed" if response.is_closed else "open"
        )
        name = type(stream).__name__
        return f"<{name} [{status}] {endpoint.method} {endpoint.path}, {state}>"


# Not methods of the streams: a reference cycle would keep abandoned streams alive.
def _iterate(items: Items) -> Generator[Any]:
    response = items.response
    try:
        for chunk in response.iter_bytes():
            yield from items.feed(chunk)
            if items.is_done:
                break
        else:
            yield from items.finish()
        items.is_exhausted = True
    except FAILURES as error:
        if not items.is_closed:
            raise reading_error(items.call, response, error) from error
    finally:
        response.close()


def _shut_down(response: httpx2.Response) -> None:
    """Shut down the connection of a response that another thread reads.

    Closing the socket here would not wake that thread, and its file descriptor could be
    reused.
    """
    stream = response.extensions.get("network_stream")
    connection = stream.get_extra_info("socket") if stream is not None else None
    if connection is not None and response.http_version != "HTTP/2":
        with suppress(OSError):
            # Not the method of `SSLSocket`, which resets the TLS state of the reader.
            socket.socket.shutdown(connection, socket.SHUT_RDWR)


async def _iterate_async(items: Items) -> AsyncGenerator[Any]:
    response = items.response
    try:
        # The item that `AsyncStream.start` consumes.
        yield None
        async with aclosing(response.aiter_bytes()) as chunks:
            async for chunk in chunks:
                for item in items.feed(chunk):
                    yield item
                if items.is_done:
                    await _drain(chunks)
                    break
            else:
                for item in items.finish():
                    yield item
        items.is_exhausted = True
    except FAILURES as error:
        raise reading_error(items.call, response, error) from error
    finally:
        await close_async(response)


async def _drain(chunks: AsyncIterator[bytes]) -> None:
    """Read the rest of a body after the end marker, so that its connection is reused.

    A server that continues to send is not waited for. Synchronous streams have no such
    time limit, and close their connection.
    """
    from anyio import move_on_after

    with suppress(*FAILURES), move_on_after(DRAIN_TIMEOUT):
        async for _ in chunks:
            pass


class Stream(SingleUse, Generic[T]):
    """A streamed response of a synchronous client: an iterator and a context manager.

    It is closed at its end, on an error, at the end of `with`, and when it is garbage
    collected.

    Attributes:
        response: The httpx2 response.

    Example:
        with client.chat.completions.create(..., stream=True) as stream:
            for chunk in stream:
                print(chunk)
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self.response = response
        self._items = Items(call, response)
        self._iterator = _iterate(self._items)

    def __repr__(self) -> str:
        return self._items.describe(self)

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        item: T = next(self._iterator)
        return item

    def close(self) -> None:
        """Release the connection; unread items are discarded."""
        self._items.is_closed = True
        try:
            self._iterator.close()
        except ValueError:
            # It runs in another thread, which closes the response when it is woken.
            _shut_down(self.response)
        else:
            self.response.close()

    def __del__(self) -> None:
        # An iterator that was never started does not close the response. There is no
        # response if `__init__` failed.
        response = getattr(self, "response", None)
        if response is not None:
            response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class ResponseStream(Stream[T], Generic[T, R]):
    """A stream that also provides the response that its items form.

    Example:
        with client.chat.completions.create(..., stream=True) as stream:
            completion = stream.final()
    """

    def final(self) -> R:
        """Read the remaining items, and return the complete response.

        Raises:
            APIError: The stream is incomplete, or the server reports an error in it.
            RuntimeError: The stream was closed before its end.
        """
        for _ in self:
            pass
        return cast("R", self._items.final())


class AsyncStream(SingleUse, Generic[T]):
    """A streamed response of an asynchronous client: an iterator and a context manager.

    It is closed as a `Stream` is, except that the event loop closes it some time after it
    is garbage collected.

    Attributes:
        response: The httpx2 response.

    Example:
        async with await client.chat.completions.create(..., stream=True) as stream:
            async for chunk in stream:
                print(chunk)
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self.response = response
        self._items = Items(call, response)
        self._iterator = _iterate_async(self._items)

    def __repr__(self) -> str:
        return self._items.describe(self)

    async def start(self) -> Self:
        """Register the stream with the event loop, and return it.

        Event loops close only those asynchronous generators that have been started.
        """
        await self._iterator.__anext__()
        return self

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        return cast("T", await self._iterator.__anext__())

    async def close(self) -> None:
        """Release the connection; unread items are discarded."""
        # Closed first, as the event loop would otherwise have to close it. If it runs in
        # another task, that task ends it.
        with suppress(RuntimeError):
            await self._iterator.aclose()
        await self.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


class AsyncResponseStream(AsyncStream[T], Generic[T, R]):
    """A `ResponseStream` of an asynchronous client."""

    async def final(self) -> R:
        """Read the remaining items, and return the complete response.

        Raises:
            APIError: The stream is incomplete, or the server reports an error in it.
            RuntimeError: The stream was closed before its end.
        """
        async for _ in self:
            pass
        return cast("R", self._items.final())


set_public_module("", Stream, ResponseStream, AsyncStream, AsyncResponseStream)
