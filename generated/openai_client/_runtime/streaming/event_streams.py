"""Streams of typed events."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from ..lazy import set_public_module
from .events import EventReader
from .single_use import SingleUse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Self

    import httpx2

    from .streams import AsyncResponseStream, ResponseStream

EventT = TypeVar("EventT")
ResultT = TypeVar("ResultT")


class EventStream(SingleUse, Generic[EventT, ResultT]):
    """The events of a streamed response, and the response that they form.

    It is the value of the context manager that a method `stream` returns, which closes it.

    Attributes:
        response: The httpx2 response.
        snapshot: The response so far; `None` if no item contains a part of it.
    """

    if TYPE_CHECKING:  # At run time, the annotation could not be evaluated.
        _texts: ClassVar[tuple[tuple[str, ...], ...] | None]
        _parsed_text: ClassVar[str]
        _arguments_text: ClassVar[str]
    _texts = None
    _parsed_text = _arguments_text = ""

    def __init__(self, stream: ResponseStream[Any, ResultT]) -> None:
        self._stream = stream
        self._reader = EventReader(
            stream._items, self._texts, self._parsed_text, self._arguments_text
        )
        self._ready: Iterator[EventT] = iter(())
        self._is_ended = False

    @property
    def response(self) -> httpx2.Response:
        """The httpx2 response; another one if the request was sent again."""
        return self._stream.response

    @property
    def snapshot(self) -> ResultT | None:
        """The response so far; `None` if no item contains a part of it."""
        return cast("ResultT | None", self._stream._items.snapshot())

    def __repr__(self) -> str:
        return self._stream._items.describe(self)

    def __iter__(self) -> Iterator[EventT]:
        return self

    def __next__(self) -> EventT:
        while True:
            for event in self._ready:
                return event
            try:
                item = next(self._stream)
            except StopIteration:
                if self._is_ended or not self._stream._items.is_exhausted:
                    raise
                self._is_ended = True
                self._ready = self._reader.finish()
            else:
                self._ready = self._reader.read(item)

    def until_done(self) -> Self:
        """Read the remaining events, and return the stream.

        Raises:
            APIError: The stream is incomplete, or the server reports an error in it.
        """
        for _ in self:
            pass
        return self

    def final(self) -> ResultT:
        """Read the remaining events, and return the complete response.

        Raises:
            APIError: The stream is incomplete, or the server reports an error in it.
            APIResponseValidationError: A text does not match the type to parse it to.
            IncompleteResponseError: A text to be parsed is cut off.
            RuntimeError: The stream was closed before its end.
        """
        return self.until_done()._stream.final()

    def close(self) -> None:
        """Release the connection; unread events are discarded, and the iteration ends."""
        self._ready = iter(())
        self._stream.close()


class AsyncEventStream(SingleUse, Generic[EventT, ResultT]):
    """An `EventStream` of an asynchronous client.

    Attributes:
        response: The httpx2 response.
        snapshot: The response so far; `None` if no item contains a part of it.
    """

    if TYPE_CHECKING:  # At run time, the annotation could not be evaluated.
        _texts: ClassVar[tuple[tuple[str, ...], ...] | None]
        _parsed_text: ClassVar[str]
        _arguments_text: ClassVar[str]
    _texts = None
    _parsed_text = _arguments_text = ""

    def __init__(self, stream: AsyncResponseStream[Any, ResultT]) -> None:
        self._stream = stream
        self._reader = EventReader(
            stream._items, self._texts, self._parsed_text, self._arguments_text
        )
        self._ready: Iterator[EventT] = iter(())
        self._is_ended = False

    @property
    def response(self) -> httpx2.Response:
        """The httpx2 response; another one if the request was sent again."""
        return self._stream.response

    @property
    def snapshot(self) -> ResultT | None:
        """The response so far; `None` if no item contains a part of it."""
        return cast("ResultT | None", self._stream._items.snapshot())

    def __repr__(self) -> str:
        return self._stream._items.describe(self)

    def __aiter__(self) -> AsyncIterator[EventT]:
        return self

    async def __anext__(self) -> EventT:
        while True:
            for event in self._ready:
                return event
            try:
                item = await anext(self._stream)
            except StopAsyncIteration:
                if self._is_ended or not self._stream._items.is_exhausted:
                    raise
                self._is_ended = True
                self._ready = self._reader.finish()
            else:
                self._ready = self._reader.read(item)

    async def until_done(self) -> Self:
        """Read the remaining events, and return the stream.

        Raises:
            APIError: The stream is incomplete, or the server reports an error in it.
        """
        async for _ in self:
            pass
        return self

    async def final(self) -> ResultT:
        """Read the remaining events, and return the complete response.

        Raises:
            APIError: The stream is incomplete, or the server reports an error in it.
            APIResponseValidationError: A text does not match the type to parse it to.
            IncompleteResponseError: A text to be parsed is cut off.
            RuntimeError: The stream was closed before its end.
        """
        await self.until_done()
        return await self._stream.final()

    async def close(self) -> None:
        """Release the connection; unread events are discarded, and the iteration ends."""
        self._ready = iter(())
        await self._stream.close()


set_public_module("", EventStream, AsyncEventStream)
