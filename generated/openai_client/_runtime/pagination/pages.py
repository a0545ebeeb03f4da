"""Pages of lists, and iteration over the items of all pages."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from collections.abc import Generator, Iterator
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, cast

from ..evaluation import defer_annotations
from ..lazy import Generic as ErasedGeneric
from ..models.base import BaseModel
from ..models.conversion import converter
from ..models.declarations import declaration_of
from ..models.records import JSONObject, type_of

if TYPE_CHECKING:
    from typing import Self

    import httpx2

    from ..api.arguments import CallArguments
    from ..api.client_protocol import ClientProtocol
    from ..api.endpoint import Endpoint, Paging
    from ..requests.build import Call
    from .next_page import PageState
    from .page_info import PageInfo

T_co = TypeVar("T_co", covariant=True)
P_co = TypeVar("P_co", bound="AsyncPage[Any]", covariant=True)


class Page(JSONObject, ErasedGeneric[T_co]):
    """A page of a list, of a synchronous or an asynchronous client.

    Copies, deep copies and pickles can request the next page. Copies and deep copies use
    the same client. A pickle contains the client with its credentials; pickle `to_dict()`
    to store the data only.
    """

    __slots__ = ("_state",)

    _copied_slots = ("_state",)

    if TYPE_CHECKING:  # At run time an annotation would declare a field.
        _state: PageState
    else:
        # Not the method of `typing.Generic`, which compiles the names of types.
        __class_getitem__ = classmethod(GenericAlias)

    def has_next_page(self) -> bool:
        """Return whether there is another page, as far as this page tells."""
        state = getattr(self, "_state", None)
        return state is not None and state.more

    def next_page_info(self) -> PageInfo | None:
        """Return how the next page is requested; `None` if there is no next page.

        Raises:
            APIError: The response does not identify the next page.
        """
        from .page_info import next_page_info

        return next_page_info(self._state) if self.has_next_page() else None

    def __getitem__(self, index: int) -> T_co:
        """Return an item of this page; iterate to get the items of other pages.

        Raises:
            IndexError: This page has fewer items.
        """
        return cast("T_co", self._items()[index])

    def _items(self) -> list[Any]:
        """Return the items of this page."""
        from .values import items_at

        state: PageState | None = getattr(self, "_state", None)
        paging = state.call.endpoint.pagination if state is not None else None
        # The items of a body that is a list are stored as `data`.
        path = paging.get("items") if paging else None
        return items_at(self, path or "data")

    def _next_call(self) -> Call:
        from .next_page import next_call

        if not self.has_next_page():
            raise RuntimeError("there is no next page; call has_next_page() first")
        return next_call(self._state)


class SyncPage(Page[T_co]):
    """A page of a synchronous client; iterate over it to get the items of all pages."""

    __slots__ = ()

    def __iter__(self) -> Iterator[T_co]:
        for page in self.iter_pages():
            yield from page._items()

    def iter_pages(self) -> Iterator[Self]:
        """Iterate over this page and all following pages."""
        page = self
        yield page
        while page.has_next_page():
            page = page.get_next_page()
            yield page

    def get_next_page(self) -> Self:
        """Request and return the next page.

        Raises:
            RuntimeError: This is the last page.
            APIError: The server repeats a page, or refers to another origin.
        """
        from ..transport.send import fetch, run

        call = self._next_call()
        response, _ = run(fetch(call))
        return cast("Self", parse_page(call, response, self))


class AsyncPage(Page[T_co]):
    """A page of an asynchronous client; use `async for` to get the items of all pages."""

    __slots__ = ()

    def __iter__(self) -> NoReturn:
        # Otherwise it would iterate over its members, as every model does.
        raise TypeError(f"use 'async for' to iterate over {type(self).__name__}")

    def __aiter__(self) -> AsyncItems[T_co]:
        return AsyncItems(AsyncPages(self))

    def iter_pages(self) -> AsyncPages[Self]:
        """Iterate over this page and all following pages."""
        return AsyncPages(self)

    async def get_next_page(self) -> Self:
        """Request and return the next page; see `SyncPage.get_next_page`."""
        from ..transport.send import fetch

        call = self._next_call()
        response, _ = await fetch(call)
        return cast("Self", parse_page(call, response, self))


class SyncListPage(SyncPage[T_co], BaseModel):
    """A page of a response that is a list.

    Attributes:
        data: The items of this page.
    """

    data: list[T_co]


class AsyncListPage(AsyncPage[T_co], BaseModel):
    """A page of a response that is a list, of an asynchronous client.

    Attributes:
        data: The items of this page.
    """

    data: list[T_co]


class SyncObjectPage(SyncPage[T_co], BaseModel):
    """A page of a response that is an object whose fields the document does not declare."""


class AsyncObjectPage(AsyncPage[T_co], BaseModel):
    """A page of a response that is an object whose fields the document does not declare."""


class AsyncPages(Generic[P_co]):
    """An asynchronous iterator over pages.

    Args:
        first: The first page, or a paginator that requests it.
    """

    # Not a generator, because an unfinished asynchronous generator must be closed.
    __slots__ = ("_first", "_page")

    def __init__(self, first: P_co | AsyncPaginator[P_co, Any]) -> None:
        self._first: Any = first
        self._page: Any = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> P_co:
        if self._page is None:
            first = self._first
            self._page = first if isinstance(first, Page) else await first
        elif self._page.has_next_page():
            self._page = await self._page.get_next_page()
        else:
            raise StopAsyncIteration
        return cast("P_co", self._page)


class AsyncItems(Generic[T_co]):
    """An asynchronous iterator over the items of pages.

    Args:
        pages: The pages.
    """

    __slots__ = ("_items", "_pages")

    def __init__(self, pages: AsyncPages[Any]) -> None:
        self._pages = pages
        self._items: Iterator[Any] = iter(())

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T_co:
        while True:
            for item in self._items:
                return cast("T_co", item)
            page = await anext(self._pages)
            self._items = iter(page._items())


class AsyncPaginator(Generic[P_co, T_co]):
    """A list that has not been requested yet.

    `await` returns the first page; `async for` iterates over the items of all pages.
    """

    __slots__ = ("_arguments", "_client", "_endpoint")

    def __init__(
        self, client: ClientProtocol, endpoint: Endpoint, arguments: CallArguments
    ) -> None:
        self._client = client
        self._endpoint = endpoint
        self._arguments = arguments

    def __repr__(self) -> str:
        return f"<AsyncPaginator of {self._endpoint.method} {self._endpoint.path}>"

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        # It is immutable. Another client would have connections that nothing closes.
        return self

    def __await__(self) -> Generator[Any, Any, P_co]:
        return self._first().__await__()

    def __aiter__(self) -> AsyncItems[T_co]:
        return AsyncItems(AsyncPages(self))

    def iter_pages(self) -> AsyncPages[P_co]:
        """Iterate over all pages."""
        return AsyncPages(self)

    async def _first(self) -> P_co:
        from ..requests.build import Call
        from ..transport.send import fetch

        call = Call(self._client, self._endpoint, self._arguments)
        response, _ = await fetch(call)
        return cast("P_co", parse_page(call, response))


def parse_page(
    call: Call, response: httpx2.Response, previous: Page[Any] | None = None
) -> Page[Any]:
    """Return the page of a response whose body was read.

    Args:
        call: The call that returned the response.
        response: The response.
        previous: The page before this one.

    Raises:
        APIResponseValidationError: The body is empty, neither an object nor a list, or an
            object without any declared key; the value of the items is not a list; or a
            page after the first has no content.
        APIError: The page is the same as the previous page.
    """
    from ..responses.decode import has_no_content, parse_json, store_request_id
    from .next_page import check_progress, page_state

    body = parse_json(call, response)
    if body is None and not has_no_content(response):
        raise _page_error(response, body)
    if body is None and previous is not None:
        # The previous page says that there are more items, so the list is incomplete.
        raise _page_error(response, body, f" with status code {response.status_code}")
    _check_items(call, response, body)
    state = page_state(
        call, response, body, previous._state if previous is not None else None
    )
    if previous is not None:
        check_progress(previous._state, state)
    page = _convert(call, response, body)
    store_request_id(page, response)
    page._state = state
    return page


def _convert(call: Call, response: httpx2.Response, body: Any) -> Page[Any]:
    """Convert the decoded body to the page class of the endpoint."""
    returns = call.endpoint.returns or ""
    asynchronous = call.client._asynchronous
    types = call.client._api.types
    if returns.startswith("list["):
        if body is None or isinstance(body, list):
            items = converter(returns, types)(body or [])
            list_class: Any = AsyncListPage if asynchronous else SyncListPage
            return _new_page(list_class, {"data": items})
    elif returns.startswith("dict["):
        if body is None or isinstance(body, dict):
            members = converter(returns, types)(body or {})
            object_class: Any = AsyncObjectPage if asynchronous else SyncObjectPage
            return _new_page(object_class, members)
    else:
        name = f"Async{returns}" if asynchronous else returns
        # Converting the body adds no keys, but turns it into the page.
        keys = list(cast("dict[str, Any]", body)) if isinstance(body, dict) else []
        page = converter(name, types)({} if body is None else body)
        if issubclass(type_of(page), Page):
            declared = declaration_of(type_of(page)).by_key
            # Many servers omit an empty list; but an object with other keys only, such as
            # `error`, is not a page.
            if not (keys and declared) or not declared.keys().isdisjoint(keys):
                return cast("Page[Any]", page)
    raise _page_error(response, body)


def _check_items(call: Call, response: httpx2.Response, body: Any) -> None:
    """Raise an exception if the items of a page are neither missing, null nor a list."""
    from .values import value_at

    path = cast("Paging", call.endpoint.pagination).get("items", "data")
    items = value_at(body, path)
    if items is not None and type_of(items) is not list:
        key = path if isinstance(path, str) else ".".join(path)
        raise _page_error(response, body, f": {key} is a {type_of(items).__name__}")


def _new_page(cls: Any, members: dict[str, Any]) -> Page[Any]:
    page = object.__new__(cls)
    page.__dict__ = members
    return cast("Page[Any]", page)


def _page_error(response: httpx2.Response, body: Any, reason: str = "") -> Exception:
    from ..responses.decode import has_no_content
    from ..responses.errors import APIResponseValidationError

    problem = "null" if body is None else "not a page of a list"
    if has_no_content(response):
        problem = "missing for a page that the previous page announces,"
    return APIResponseValidationError(
        f"response body is {problem}{reason}", response=response, body=body
    )


defer_annotations(AsyncPages, AsyncItems, AsyncPaginator)
