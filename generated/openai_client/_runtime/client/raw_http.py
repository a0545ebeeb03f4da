"""`client.get(path)` and the like, for operations that the document lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from ..sentinels import omit

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .async_client import AsyncClient
    from .sync_client import SyncClient
    from ..api.options import Body, Query, RequestOptions

T = TypeVar("T")


class Verb:
    """An HTTP method of a synchronous client, to be called.

    Args:
        path: A path under the base URL, used as it stands, or a URL of the same origin.
        cast_to: What to make of the answer: a view class, a model of pydantic, `dict`
            or `list`, also of these (`list[Order]`), a TypedDict, `str`, `bytes`,
            `BinaryResponse` for a download, or `httpx2.Response`. Default: whatever the
            JSON holds.
        body: Sent as JSON when it is a mapping, list or view; as a form or multipart if
            `extra_headers` says so by `Content-Type`; as it is when it is text, bytes,
            a path, an open file or an iterable of bytes.
        query: Query parameters; lists repeat the name, objects are `name[key]`.
        options: As of every method.
    """

    __slots__ = ("_client", "_method")

    def __init__(self, client: SyncClient, method: str) -> None:
        self._client = client
        self._method = method

    @overload
    def __call__(
        self,
        path: str,
        *,
        body: Body = omit,
        query: Query | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any: ...
    @overload
    def __call__(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: Body = omit,
        query: Query | None = None,
        **options: Unpack[RequestOptions],
    ) -> T: ...
    def __call__(
        self,
        path: str,
        *,
        cast_to: type[Any] | None = None,
        body: Body = omit,
        query: Query | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Sends a request; see the class."""
        from .untyped_calls import free_call

        return free_call(
            self._client, self._method, path, cast_to, query, body, options
        )


class AsyncVerb:
    """An HTTP method of an asynchronous client; as `Verb`, and awaited."""

    __slots__ = ("_client", "_method")

    def __init__(self, client: AsyncClient, method: str) -> None:
        self._client = client
        self._method = method

    @overload
    async def __call__(
        self,
        path: str,
        *,
        body: Body = omit,
        query: Query | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any: ...
    @overload
    async def __call__(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: Body = omit,
        query: Query | None = None,
        **options: Unpack[RequestOptions],
    ) -> T: ...
    async def __call__(
        self,
        path: str,
        *,
        cast_to: type[Any] | None = None,
        body: Body = omit,
        query: Query | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Sends a request; see the class."""
        from .untyped_calls import free_call_async

        return await free_call_async(
            self._client, self._method, path, cast_to, query, body, options
        )
