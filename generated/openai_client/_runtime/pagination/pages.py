"""Pages of lists: objects that hold some of the items and know the way to the rest."""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from ..responses.decode import TYPES, note_request, parsed
from ..transport.send import exchange, exchange_async, read, read_async
from ..models.conversion import converter
from ..models.records import Record, kind_of
from ..requests.build import Call
from ..models.base import BaseModel, protect

if TYPE_CHECKING:
    import httpx2
    from typing_extensions import Self

    from ..client.async_client import AsyncClient
    from ..client.sync_client import SyncClient
    from .next_page import Answered

T = TypeVar("T", covariant=True)
P = TypeVar("P", bound="AsyncPage[Any]", covariant=True)


class Page(Generic[T], Record):
    """What pages of both kinds of clients know."""

    __slots__ = ("_way",)

    if TYPE_CHECKING:  # At run time annotations are fields.
        _way: Answered

    def has_next_page(self) -> bool:
        """Whether there is another page, so far as this one tells."""
        way = getattr(self, "_way", None)
        return way is not None and way.more

    def __getitem__(self, place: int) -> T:
        """One of the items of this page; those of others come by iterating.

        Raises:
            IndexError: This page has fewer.
        """
        return cast("T", self._items()[place])

    def _items(self) -> list[Any]:
        """The items of this page."""
        from .next_page import items_in

        way: Answered | None = getattr(self, "_way", None)
        paging = way.call.endpoint.page if way is not None else None
        # A body that is but a list stands under `data`.
        named = paging.get("items") if paging else None
        return items_in(self, named or "data")

    def _following(self) -> Call:
        from .next_page import following

        if not self.has_next_page():
            raise RuntimeError("this is the last page; ask has_next_page() first")
        return following(self._way)


class SyncPage(Page[T]):
    """A page of a synchronous client; iterating goes through the items of all pages."""

    __slots__ = ()

    def __iter__(self) -> Iterator[T]:
        for page in self.iter_pages():
            yield from page._items()

    def iter_pages(self) -> Iterator[Self]:
        """This page and all that follow."""
        page = self
        yield page
        while page.has_next_page():
            page = page.get_next_page()
            yield page

    def get_next_page(self) -> Self:
        """The page after this one.

        Raises:
            RuntimeError: This is the last.
            APIError: The server leads round in a circle, or to another host.
        """
        call = self._following()
        response, _ = exchange(cast("SyncClient", call.client), call)
        return cast("Self", page_of(call, read(call, response), self))


class AsyncPage(Page[T]):
    """As `SyncPage`, of an asynchronous client: for `async for`, and to be awaited."""

    __slots__ = ()

    def __aiter__(self) -> AsyncItems[T]:
        return AsyncItems(AsyncPages(self))

    def iter_pages(self) -> AsyncPages[Self]:
        """This page and all that follow."""
        return AsyncPages(self)

    async def get_next_page(self) -> Self:
        """As `SyncPage.get_next_page`."""
        call = self._following()
        response, _ = await exchange_async(cast("AsyncClient", call.client), call)
        return cast("Self", page_of(call, await read_async(call, response), self))


class SyncListPage(BaseModel, SyncPage[T]):
    """A page of an answer that is nothing but a list.

    Attributes:
        data: The items of this page.
    """

    data: list[T]


class AsyncListPage(BaseModel, AsyncPage[T]):
    """As `SyncListPage`, of an asynchronous client."""

    data: list[T]


class AsyncPages(Generic[P]):
    """An asynchronous iterator over pages, from the first one on."""

    # No generator: one that is left before its end would have to be closed.
    __slots__ = ("_page", "_first")

    def __init__(self, first: P | AsyncPaginator[P, Any]) -> None:
        self._first: Any = first
        self._page: Any = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> P:
        if self._page is None:
            first = self._first
            self._page = first if isinstance(first, Page) else await first
        elif self._page.has_next_page():
            self._page = await self._page.get_next_page()
        else:
            raise StopAsyncIteration
        return cast("P", self._page)


class AsyncItems(Generic[T]):
    """An asynchronous iterator over the items of pages."""

    __slots__ = ("_pages", "_items")

    def __init__(self, pages: AsyncPages[Any]) -> None:
        self._pages = pages
        self._items: Iterator[Any] = iter(())

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while True:
            for item in self._items:
                return cast("T", item)
            page = await anext(self._pages)
            self._items = iter(page._items())


class AsyncPaginator(Generic[P, T]):
    """A list that was not asked for yet.

    `await` gives its first page, `async for` the items of all pages.
    """

    __slots__ = ("_client", "_arguments")

    def __init__(self, client: AsyncClient, *arguments: Any) -> None:
        self._client = client
        self._arguments = arguments

    def __await__(self) -> Generator[Any, Any, P]:
        return self._first().__await__()

    def __aiter__(self) -> AsyncItems[T]:
        return AsyncItems(AsyncPages(self))

    def iter_pages(self) -> AsyncPages[P]:
        """All pages."""
        return AsyncPages(self)

    async def _first(self) -> P:
        call = Call(self._client, *self._arguments)
        response, _ = await exchange_async(self._client, call)
        return cast("P", page_of(call, await read_async(call, response)))


def page_of(
    call: Call, response: httpx2.Response, before: Page[Any] | None = None
) -> Page[Any]:
    """The page that an answer is; its body was read.

    Args:
        call: What was asked.
        response: The answer.
        before: The page that led to it.

    Raises:
        APIResponseValidationError: It is neither an object nor a list.
        APIError: It is the page before, once more.
    """
    from .next_page import answered, check_progress

    body = parsed(call, response)
    way = answered(call, response, body, before._way if before is not None else None)
    if before is not None:
        check_progress(before._way, way)
    page = _converted(call, response, body)
    note_request(page, response)
    page._way = way
    return page


def _converted(call: Call, response: httpx2.Response, body: Any) -> Page[Any]:
    returns = call.endpoint.returns or ""
    asynchronous = call.client._asynchronous
    if not returns.startswith("list["):
        name = f"Async{returns}" if asynchronous else returns
        page = converter(name, TYPES)({} if body is None else body)
        if issubclass(kind_of(page), Page):
            return cast("Page[Any]", page)
    elif body is None or isinstance(body, list):
        cls: Any = AsyncListPage if asynchronous else SyncListPage
        made = object.__new__(cls)
        made.__dict__ = {"data": converter(returns, TYPES)(body or [])}
        return cast("Page[Any]", made)
    from ..responses.errors import APIResponseValidationError

    raise APIResponseValidationError(
        "the answer is no page of a list", response=response, body=body
    )


for _kind in (Page, SyncPage, AsyncPage):
    protect(_kind)
