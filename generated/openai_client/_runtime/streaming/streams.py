"""Answers that come bit by bit: iterators over their items, which close themselves."""

from __future__ import annotations

import socket
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from .accumulation import sum_of
from ..responses.decode import TYPES, request_id
from ..models.declarations import declaration_of
from ..transport.send import FAILURES, close_async
from ..responses.error_mapping import reading_error
from ..transport.integrity import check_whole
from ..models.conversion import converter
from ..models.records import Record, kind_of, set_request_id
from .decoders import reader, reports_error

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator
    from collections.abc import Iterator
    from types import TracebackType

    import httpx2
    from typing_extensions import Self

    from ..requests.build import Call

PATIENCE: Final = 0.1
"""Seconds for the end of a body behind the mark of a stream's end."""
T = TypeVar("T")
A = TypeVar("A")


class Items:
    """How the body of an answer becomes items, and these become the whole answer."""

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        endpoint = call.endpoint
        self.call = call
        self.response = response
        self._reader = reader(call, response)
        self._convert: Callable[[Any], Any] = converter(
            endpoint.stream or "object", TYPES
        )
        self._sum = None if endpoint.final is None else sum_of(endpoint.final)
        self.exhausted = False
        self.closed = False

    @property
    def ended(self) -> bool:
        """Whether the stream has said that nothing follows."""
        return self._reader.ended

    def of(self, piece: bytes) -> Iterator[Any]:
        """The items that a piece of the body completes.

        Raises:
            APIError: The server reports one in the stream.
        """
        convert = self._convert
        add = None if self._sum is None else self._sum.add
        for value in self._reader.feed(piece):
            kind = value.__class__
            if kind is dict:
                if "error" in value or value.get("type") == "error":
                    self._refuse_error(value)
                if add is not None:
                    add(value)
            yield convert(value)

    def rest(self) -> Iterator[Any]:
        """The item that the end of the body completes.

        Raises:
            APIConnectionError: The stream ended before its end.
        """
        for value in self._reader.finish():
            self._refuse_error(value)
            if self._sum is not None and value.__class__ is dict:
                self._sum.add(value)
            yield self._convert(value)
        if self.ended:
            return
        complete = None if self._sum is None else self._sum.complete()
        mark = self.call.endpoint.ends
        if complete is False or mark and not complete:
            raise self._reader.cut_off("before its end" + f" ({mark})" * bool(mark))

    def _refuse_error(self, value: Any) -> None:
        if not reports_error(value):
            return
        if value.get("type") != "error":
            # Where items have an error of their own it is not one of the stream.
            kind = kind_of(self._convert(dict(value)))
            if issubclass(kind, Record) and "error" in declaration_of(kind).by_key:
                return
        raise self._reader.error(value)

    def total(self) -> Any:
        """What all items add up to.

        Raises:
            APIConnectionError: They were not all there.
            RuntimeError: The stream was closed before its end.
        """
        if not self.exhausted:
            raise RuntimeError("the stream was closed before its end")
        assert self._sum is not None
        endpoint = self.call.endpoint
        convert = converter(endpoint.total or endpoint.returns or "object", TYPES)
        try:
            answer = self._sum.result(convert)
        except LookupError:
            raise self._reader.cut_off("without an answer") from None
        if isinstance(answer, Record):
            set_request_id(answer, request_id(self.response.headers))
        return answer


# Apart from the streams, so that no circle of references keeps a forgotten one alive.
def _iterate(items: Items) -> Generator[Any]:
    response = items.response
    try:
        for piece in response.iter_bytes():
            yield from items.of(piece)
            if items.ended:
                break
        else:
            check_whole(response)
            yield from items.rest()
        items.exhausted = True
    except FAILURES as error:
        if not items.closed:
            raise reading_error(items.call, response, error) from error
    finally:
        response.close()


def _hang_up(response: httpx2.Response) -> None:
    """Ends the connection of an answer that another thread waits for.

    To close its socket here would wake nobody, and give its number to another one.
    """
    stream = response.extensions.get("network_stream")
    connected = stream.get_extra_info("socket") if stream is not None else None
    if connected is not None and response.http_version != "HTTP/2":
        with suppress(OSError):
            # What TLS knows of it stays with the thread that reads.
            socket.socket.shutdown(connected, socket.SHUT_RDWR)


async def _iterate_async(items: Items) -> AsyncGenerator[Any]:
    response = items.response
    try:
        # For whoever begins the stream, see `begun`.
        yield None
        async with aclosing(response.aiter_bytes()) as pieces:
            async for piece in pieces:
                for item in items.of(piece):
                    yield item
                if items.ended:
                    await _read_out(pieces)
                    break
            else:
                check_whole(response)
                for item in items.rest():
                    yield item
        items.exhausted = True
    except FAILURES as error:
        raise reading_error(items.call, response, error) from error
    finally:
        await close_async(response)


async def _read_out(pieces: AsyncIterator[bytes]) -> None:
    """Reads what follows the mark of the end, so that the connection serves again.

    Only the end of the body should; a server that goes on is not waited for. Synchronous
    streams have nothing to limit their waiting by, and give the connection up.
    """
    from anyio import move_on_after

    with suppress(*FAILURES), move_on_after(PATIENCE):
        async for _ in pieces:
            pass


class Stream(Generic[T]):
    """A stream of a synchronous client: an iterator, and a context manager.

    It is closed at its end, on an error, by `with`, and when it is forgotten.

    Attributes:
        response: The answer as httpx2 has it.
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self.response = response
        self._items = Items(call, response)
        self._iterator = _iterate(self._items)

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        return cast("T", next(self._iterator))

    def close(self) -> None:
        """Gives the connection back; what was not read is lost."""
        self._items.closed = True
        try:
            self._iterator.close()
        except ValueError:
            # It runs in another thread, which closes the answer when it is woken.
            _hang_up(self.response)
        else:
            self.response.close()

    def __del__(self) -> None:
        # One that was never begun has no iterator to clean up behind itself. Where
        # `__init__` failed there is no response.
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


class AnswerStream(Stream[T], Generic[T, A]):
    """A stream whose items add up to the answer that comes without streaming."""

    def final(self) -> A:
        """The whole answer, after reading what is left of the stream.

        Raises:
            APIError: The stream broke off, or the server reported an error in it.
            RuntimeError: The stream was closed before its end.
        """
        for _ in self:
            pass
        return cast("A", self._items.total())


class AsyncStream(Generic[T]):
    """A stream of an asynchronous client: an iterator, and a context manager.

    It is closed as a `Stream` is; one that is forgotten, by the event loop, a little later.

    Attributes:
        response: The answer as httpx2 has it.
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self.response = response
        self._items = Items(call, response)
        self._iterator = _iterate_async(self._items)

    async def begun(self) -> Self:
        """The stream, known to the event loop, which closes those that are forgotten."""
        await self._iterator.__anext__()
        return self

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        return cast("T", await self._iterator.__anext__())

    async def close(self) -> None:
        """Gives the connection back; what was not read is lost."""
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


class AsyncAnswerStream(AsyncStream[T], Generic[T, A]):
    """As `AnswerStream`, of an asynchronous client."""

    async def final(self) -> A:
        """As `AnswerStream.final`."""
        async for _ in self:
            pass
        return cast("A", self._items.total())
