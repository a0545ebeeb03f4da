"""Clients with methods such as `client.get(path)`, for operations that the document lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from ..evaluation import defer_annotations
from ..sentinels import omit
from .bases import AsyncPlainClient, PlainClient

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..api.client_protocol import ClientProtocol
    from ..api.options import Body, Query, RequestOptions

T = TypeVar("T")


class Verb:
    """An HTTP method of a synchronous client, which sends a request when it is called.

    Args:
        path: Path under the base URL, which is not encoded, or a URL of the same origin.
        cast_to: Type of the result: a model class, a pydantic model, `dict` or `list`,
            also with type arguments (`list[Order]`), a TypedDict, `str`, `bytes`,
            `BinaryResponse` for a download, or `httpx2.Response`. Default: the decoded
            JSON.
        body: Mappings, lists and models are sent as JSON, or as a form or multipart body
            if `extra_headers` has such a `Content-Type`. Strings, bytes, paths, open
            files and iterables of bytes are sent unchanged.
        query: Query parameters. Lists repeat the name; objects are sent as `name[key]`.
        options: The options that every method accepts.
    """

    __slots__ = ("_client", "_method")

    def __init__(self, client: ClientProtocol, method: str) -> None:
        self._client = client
        self._method = method

    def __repr__(self) -> str:
        return f"<Verb {self._method} of {self._client!r}>"

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
        """Send a request; the class documents the arguments."""
        from ..transport.send import run
        from .untyped_calls import untyped_call

        return run(
            untyped_call(
                self._client, self._method, path, cast_to, query, body, options
            )
        )


class AsyncVerb:
    """An HTTP method of an asynchronous client; see `Verb`."""

    __slots__ = ("_client", "_method")

    def __init__(self, client: ClientProtocol, method: str) -> None:
        self._client = client
        self._method = method

    def __repr__(self) -> str:
        return f"<AsyncVerb {self._method} of {self._client!r}>"

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
        """Send a request; the class `Verb` documents the arguments."""
        from .untyped_calls import untyped_call

        return await untyped_call(
            self._client, self._method, path, cast_to, query, body, options
        )


class SyncClient(PlainClient):
    """A client whose methods block; it can be shared between threads.

    `close()` closes its connections; the client is also a context manager.
    """

    @property
    def get(self) -> Verb:
        """Send a GET request: `client.get(path, …)`."""
        return Verb(self, "GET")

    @property
    def post(self) -> Verb:
        """Send a POST request: `client.post(path, …)`."""
        return Verb(self, "POST")

    @property
    def put(self) -> Verb:
        """Send a PUT request: `client.put(path, …)`."""
        return Verb(self, "PUT")

    @property
    def patch(self) -> Verb:
        """Send a PATCH request: `client.patch(path, …)`."""
        return Verb(self, "PATCH")

    @property
    def delete(self) -> Verb:
        """Send a DELETE request: `client.delete(path, …)`."""
        return Verb(self, "DELETE")


class AsyncClient(AsyncPlainClient):
    """A client whose methods are coroutines; it can be shared between tasks.

    `close()` closes its connections; the client is also an asynchronous context manager.
    It has connections for each event loop that it is used in.
    """

    @property
    def get(self) -> AsyncVerb:
        """Send a GET request: `await client.get(path, …)`."""
        return AsyncVerb(self, "GET")

    @property
    def post(self) -> AsyncVerb:
        """Send a POST request: `await client.post(path, …)`."""
        return AsyncVerb(self, "POST")

    @property
    def put(self) -> AsyncVerb:
        """Send a PUT request: `await client.put(path, …)`."""
        return AsyncVerb(self, "PUT")

    @property
    def patch(self) -> AsyncVerb:
        """Send a PATCH request: `await client.patch(path, …)`."""
        return AsyncVerb(self, "PATCH")

    @property
    def delete(self) -> AsyncVerb:
        """Send a DELETE request: `await client.delete(path, …)`."""
        return AsyncVerb(self, "DELETE")


defer_annotations(Verb, AsyncVerb)
