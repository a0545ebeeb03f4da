"""Streamed responses: iterators over their items, which close themselves."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from ..models.conversion import converter
from ..models.declarations import declaration_of
from ..models.records import JSONObject, set_request_id, type_of
from ..public import set_public_module
from ..responses.content import TYPES, request_id
from ..responses.errors import APIConnectionError
from ..transport.failures import FAILURES
from .accumulation import accumulator_for
from .decoders import item_decoder, reports_error
from .single_use import SingleUse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator, Iterator
    from types import TracebackType
    from typing import Never, Self

    import httpx2

    from ..transport.async_chunks import UnregisteredIterator
    from ..transport.bodies import AsyncBody, BaseBody, Body

DRAIN_TIMEOUT: Final = 0.1
"""Seconds to wait for the end of a body after the end marker of its stream."""
T = TypeVar("T")
R = TypeVar("R")
B_co = TypeVar("B_co", bound="BaseBody", covariant=True)
# The second one is raised for a stream that ends too early.
_BROKEN: Final = (*FAILURES, APIConnectionError)


class Items(Generic[B_co]):
    """The items of a response body, and their accumulation into the final response.

    Attributes:
        body: The body.
        is_begun: Whether an item was returned to the caller.
        is_exhausted: Whether all items were read.
    """

    def __init__(self, body: B_co) -> None:
        endpoint = body.call.endpoint
        self.body = body
        self.call = body.call
        self._convert: Callable[[Any], Any] = converter(
            endpoint.stream or "object", TYPES
        )
        self.is_begun = False
        self.is_exhausted = False
        self.start()

    def start(self) -> None:
        """Start at the beginning of the response."""
        aggregation = self.call.endpoint.aggregation
        self._decoder = item_decoder(self.call, self.response)
        self._accumulator = (
            None if aggregation is None else accumulator_for(aggregation)
        )

    @property
    def response(self) -> httpx2.Response:
        """The httpx2 response."""
        return self.body.response

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
            item = convert(value)
            self.is_begun = True
            yield item

    def finish(self) -> Iterator[Any]:
        """Yield the item that the end of the body completes.

        Raises:
            APIConnectionError: The stream is incomplete.
        """
        for value in self._decoder.finish():
            self._check_error(value)
            if self._accumulator is not None and value.__class__ is dict:
                self._accumulator.add(value)
            item = self._convert(value)
            self.is_begun = True
            yield item
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

    def reraise(self, error: Exception) -> Never:
        """Raise the exception for an error while items were read."""
        if isinstance(error, APIConnectionError):
            raise error
        raise self.body.error(error) from error


# Not a method of the stream: a reference cycle would keep abandoned streams alive.
def _iterate(items: Items[Body]) -> Generator[Any]:
    body = items.body
    try:
        while True:
            try:
                for chunk in body.pieces():
                    yield from items.feed(chunk)
                    if items.is_done:
                        break
                else:
                    yield from items.finish()
                items.is_exhausted = True
                return
            except _BROKEN as error:
                if body.is_closed:
                    return
                if items.is_begun or not body.renew(error):
                    items.reraise(error)
            items.start()
    finally:
        body.release()


async def _drain(chunks: UnregisteredIterator[bytes]) -> None:
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

    def __init__(self, body: Body) -> None:
        self._items = Items(body)
        self._iterator = _iterate(self._items)

    @property
    def response(self) -> httpx2.Response:
        """The httpx2 response; another one if the request was sent again."""
        return self._items.response

    def __repr__(self) -> str:
        return self._items.describe(self)

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        item: T = next(self._iterator)
        return item

    def close(self) -> None:
        """Release the connection; unread items are discarded.

        The iteration ends, also that of another thread.
        """
        self._items.body.close()
        # ValueError: another thread iterates, which ends when it is woken.
        with suppress(ValueError):
            self._iterator.close()

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

    # Not a generator, because an unfinished asynchronous generator must be closed.

    def __init__(self, body: AsyncBody) -> None:
        self._items = Items(body)
        self._chunks: UnregisteredIterator[bytes] | None = None
        self._ready: Iterator[T] = iter(())
        self._is_read = False
        self._is_ended = False

    @property
    def response(self) -> httpx2.Response:
        """The httpx2 response; another one if the request was sent again."""
        return self._items.response

    def __repr__(self) -> str:
        return self._items.describe(self)

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        items = self._items
        if self._chunks is not None and self._chunks.is_running:
            raise RuntimeError("another task reads this stream")
        try:
            while True:
                try:
                    for item in self._ready:
                        return item
                    await self._receive()
                except _BROKEN as error:
                    if items.body.is_closed:
                        raise StopAsyncIteration from None
                    if items.is_begun or not await items.body.renew(error):
                        items.reraise(error)
                    self._restart()
        except GeneratorExit:
            raise
        except BaseException:
            self._end()
            await items.body.release()
            raise

    async def _receive(self) -> None:
        """Wait for the next chunk, and decode its items.

        Raises:
            StopAsyncIteration: There are no more items.
        """
        items = self._items
        if self._is_ended:
            raise StopAsyncIteration
        items.body.check_process()
        if self._chunks is None:
            self._chunks = items.body.pieces()
        if not (items.is_done or self._is_read):
            async for chunk in self._chunks:
                self._ready = items.feed(chunk)
                return
            self._is_read = True
            self._ready = items.finish()
            return
        if items.is_done:
            await _drain(self._chunks)
        items.is_exhausted = not items.body.is_closed
        raise StopAsyncIteration

    def _restart(self) -> None:
        """Start at the beginning of another response."""
        self._chunks = None
        self._is_read = False
        self._ready = iter(())
        self._items.start()

    def _end(self) -> None:
        self._is_ended = True
        self._ready = iter(())

    async def close(self) -> None:
        """Release the connection; unread items are discarded.

        The iteration ends, also that of another task.
        """
        self._end()
        await self._items.body.close()

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
