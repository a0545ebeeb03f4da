"""Answers that come as a stream of server-sent events with JSON in them."""

from __future__ import annotations

import json
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .answers import TYPES
from .encoding import is_object
from .errors import APIError, APIResponseValidationError
from .exchange import FAILURES
from .failures import error_message, reading_error
from .plans import converter
from .sse import Decoder

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
    from types import TracebackType

    import httpx2
    from typing_extensions import Self

    from .requests import Call
    from .sse import Event

T = TypeVar("T")
_END = "[DONE]"


class Items(Generic[T]):
    """What both kinds of streams know: how events become items.

    Attributes:
        response: The answer as httpx2 has it.
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self._call = call
        self.response = response
        self._ended = False
        self._decoder = Decoder()
        self._convert: Callable[[Any], Any] = converter(
            call.endpoint.stream or "object", TYPES
        )

    def _items(self, piece: bytes) -> Iterator[T]:
        """The items in a piece of the body.

        Raises:
            APIError: The server reports one in the stream.
        """
        for event in self._decoder.feed(piece):
            if event.data.startswith(_END):
                self._ended = True
                return
            yield self._item(event)

    def _item(self, event: Event) -> T:
        try:
            value = json.loads(event.data)
        except ValueError as error:
            if event.event == "error":
                raise self._error(event.data) from None
            raise APIResponseValidationError(
                "an event of the stream is no valid JSON",
                response=self.response,
                body=event.data,
            ) from error
        if event.event == "error" or (is_object(value) and value.get("error")):
            raise self._error(value)
        return cast("T", self._convert(value))

    def _error(self, body: Any) -> APIError:
        said = error_message(body) or "The server reported an error in the stream."
        return APIError(said, self.response.request, body=body)


class Stream(Items[T]):
    """A stream of a synchronous client: an iterator, and a context manager.

    It is closed at its end, on an error, by `with`, and when it is forgotten.
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        super().__init__(call, response)
        self._iterator = self._iterate()

    def _iterate(self) -> Iterator[T]:
        try:
            for piece in self.response.iter_bytes():
                yield from self._items(piece)
                if self._ended:
                    break
        except FAILURES as error:
            raise reading_error(self._call, self.response, error) from error
        finally:
            self.close()

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        return next(self._iterator)

    def close(self) -> None:
        """Gives the connection back."""
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class AsyncStream(Items[T]):
    """A stream of an asynchronous client: an iterator, and a context manager."""

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        super().__init__(call, response)
        self._iterator = self._iterate()

    async def _iterate(self) -> AsyncGenerator[T]:
        try:
            async with aclosing(self.response.aiter_bytes()) as pieces:
                async for piece in pieces:
                    for item in self._items(piece):
                        yield item
                    if self._ended:
                        break
        except FAILURES as error:
            raise reading_error(self._call, self.response, error) from error
        finally:
            await self.response.aclose()

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        return await self._iterator.__anext__()

    async def close(self) -> None:
        """Gives the connection back."""
        # The iterator first, which an event loop would have to look after otherwise;
        # where it runs in another task, that task ends it.
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
