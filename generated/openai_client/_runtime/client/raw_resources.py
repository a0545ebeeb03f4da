"""Answers with their status and headers: `with_raw_response`, `with_streaming_response`.

A raw resource runs the methods of the resource it stands for, with itself in the place of
`self`: what a method does is one `_call`, and a raw resource's `_call` gives the answer in
place of its value. So `raw_method(Completions.create)` is that method itself, and what these
functions do is to say so to type checkers. The resources inside one are raw, too.
"""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from ..sentinels import omit

if TYPE_CHECKING:
    from .async_client import AsyncClient
    from .sync_client import SyncClient
    from ..api.endpoint import Endpoint
    from ..api.options import RequestOptions
    from .raw_response import (
        APIResponse,
        AsyncAPIResponse,
        AsyncResponseManager,
        ResponseManager,
    )
    from .resource import AsyncResource, Resource

P = ParamSpec("P")
T = TypeVar("T")


class RawResource:
    """The methods of a resource, giving the answer; its body was read.

    Args:
        resource: The resource it stands for, or such a one of its parent.
    """

    def __init__(self, resource: Resource | RawResource) -> None:
        self._client: SyncClient = resource._client

    def _call(
        self,
        endpoint: Endpoint,
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: object = omit,
        options: RequestOptions | None = None,
    ) -> APIResponse[Any]:
        """As `Resource._call`."""
        from .raw_response import raw_call

        return raw_call(
            self._client, endpoint, path, query, headers, cookies, body, options
        )

    _run = _call


class AsyncRawResource:
    """As `RawResource`, of an asynchronous client.

    Args:
        resource: The resource it stands for, or such a one of its parent.
    """

    def __init__(self, resource: AsyncResource | AsyncRawResource) -> None:
        self._client: AsyncClient = resource._client

    async def _call(
        self,
        endpoint: Endpoint,
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: object = omit,
        options: RequestOptions | None = None,
    ) -> APIResponse[Any]:
        """As `AsyncResource._call`."""
        from .raw_response import raw_call_async

        return await raw_call_async(
            self._client, endpoint, path, query, headers, cookies, body, options
        )

    _run = _page = _call


class StreamingResource:
    """The methods of a resource, to be entered by `with`; the body is not read.

    Args:
        resource: The resource it stands for, or such a one of its parent.
    """

    def __init__(self, resource: Resource | StreamingResource) -> None:
        self._client: SyncClient = resource._client

    def _call(
        self,
        endpoint: Endpoint,
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: object = omit,
        options: RequestOptions | None = None,
    ) -> ResponseManager[Any]:
        """As `Resource._call`."""
        from .raw_response import ResponseManager

        return ResponseManager(
            self._client, endpoint, path, query, headers, cookies, body, options
        )

    _run = _call


class AsyncStreamingResource:
    """As `StreamingResource`, of an asynchronous client, for `async with`.

    Args:
        resource: The resource it stands for, or such a one of its parent.
    """

    def __init__(self, resource: AsyncResource | AsyncStreamingResource) -> None:
        self._client: AsyncClient = resource._client

    async def _call(
        self,
        endpoint: Endpoint,
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: object = omit,
        options: RequestOptions | None = None,
    ) -> AsyncAPIResponse[Any]:
        """As `AsyncResource._call`."""
        from .raw_response import streaming_call_async

        return await streaming_call_async(
            self._client, endpoint, path, query, headers, cookies, body, options
        )

    _run = _page = _call


def raw_method(
    method: Callable[Concatenate[Any, P], T],
) -> Callable[Concatenate[RawResource, P], APIResponse[T]]:
    """A method of a `RawResource`, from that of the resource."""
    return cast("Callable[Concatenate[RawResource, P], APIResponse[T]]", method)


def async_raw_method(
    method: Callable[Concatenate[Any, P], Awaitable[T]],
) -> Callable[Concatenate[AsyncRawResource, P], Coroutine[Any, Any, APIResponse[T]]]:
    """A method of an `AsyncRawResource`, from that of the resource."""
    return cast("Callable[..., Any]", method)


def streaming_method(
    method: Callable[Concatenate[Any, P], T],
) -> Callable[Concatenate[StreamingResource, P], ResponseManager[T]]:
    """A method of a `StreamingResource`, from that of the resource."""
    return cast("Callable[..., Any]", method)


def async_streaming_method(
    method: Callable[Concatenate[Any, P], Awaitable[T]],
) -> Callable[Concatenate[AsyncStreamingResource, P], AsyncResponseManager[T]]:
    """A method of an `AsyncStreamingResource`, from that of the resource."""

    # Not the method itself: what `async with` enters is no coroutine.
    def enter(
        resource: AsyncStreamingResource, /, *args: P.args, **arguments: P.kwargs
    ) -> AsyncResponseManager[T]:
        from .raw_response import AsyncResponseManager

        coroutine = method(resource, *args, **arguments)
        return AsyncResponseManager(cast("Any", coroutine))

    return enter
