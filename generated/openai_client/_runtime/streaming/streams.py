"""Streamed responses: iterators over their items, which close themselves."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from ..lazy import set_public_module
from ..responses.errors import APIConnectionError
from ..transport.reading import FAILURES
from .items import Items
from .single_use import SingleUse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Iterator
    from types import TracebackType
    from typing import Self

    import httpx2

    from ..transport.bodies import AsyncBody, Body
    from ..transport.reading import UnregisteredIterator

DRAIN_TIMEOUT: Final = 0.1
"""Seconds to wait for the end of a body after the end marker of its stream."""
T = TypeVar("T")
R = TypeVar("R")
# The second one is raised for a stream that ends too early.
_BROKEN: Final = (*FAILURES, APIConnectionError)


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
        # Not the stream itself, whose `__next__` is slower.
        return self._iterator

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
