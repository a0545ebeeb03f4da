"""The base classes of resources, through which every emitted method goes.

A method's own annotation is the one place that states what it returns. So the type of
`_call` is a variable that stands in the return position only, to be solved by that
annotation: this is the one cast of the runtime, and why the checkers' rules for such
variables are set aside on it. `_run` is the same method for what returns `None`, where no
checker would solve the variable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from ..sentinels import omit

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from .async_client import AsyncClient
    from .sync_client import SyncClient
    from ..api.endpoint import Endpoint
    from ..api.options import RequestOptions
    from ..pagination.pages import AsyncPage, AsyncPaginator
    from ..pagination.polling import Wait

Arguments = ParamSpec("Arguments")
T = TypeVar("T")
P = TypeVar("P", bound="AsyncPage[Any]")


def _without_value(method: Callable[Arguments, Any]) -> Callable[Arguments, None]:
    """The same, for operations that give nothing back."""
    return method


def _without_awaited_value(
    method: Callable[Arguments, Coroutine[Any, Any, Any]],
) -> Callable[Arguments, Coroutine[Any, Any, None]]:
    """The same, for operations that give nothing back."""
    return method


class Resource:
    """A group of operations of a synchronous client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

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
    ) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]
        """Calls an operation.

        Args:
            endpoint: The operation.
            path, query, headers, cookies: Its parameters by place; those that are
                `omit` are left out.
            body: The body; a dict's values that are `omit` are left out.
            options: What the caller gave beside the operation's arguments.

        Returns:
            What the method is annotated to return.
        """
        from .calls import call

        answer: T = call(
            self._client, endpoint, path, query, headers, cookies, body, options
        )
        return answer

    _run = _without_value(_call)

    def _wait(
        self,
        wait: Wait,
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: object = omit,
        wishes: Mapping[str, object] = {},
        options: RequestOptions | None = None,
    ) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]
        """Asks until something has come to its end; see `waiting`."""
        from ..pagination.polling import wait_for

        answer: T = wait_for(
            self._client, wait, path, query, headers, cookies, body, options, wishes
        )
        return answer


class AsyncResource:
    """A group of operations of an asynchronous client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

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
    ) -> T:  # pyright: ignore[reportInvalidTypeVarUse]
        """As `Resource._call`."""
        from .calls import call_async

        answer: T = await call_async(
            self._client, endpoint, path, query, headers, cookies, body, options
        )
        return answer

    _run = _without_awaited_value(_call)

    async def _wait(
        self,
        wait: Wait,
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: object = omit,
        wishes: Mapping[str, object] = {},
        options: RequestOptions | None = None,
    ) -> T:  # pyright: ignore[reportInvalidTypeVarUse]
        """As `Resource._wait`."""
        from ..pagination.polling import wait_for_async

        answer: T = await wait_for_async(
            self._client, wait, path, query, headers, cookies, body, options, wishes
        )
        return answer

    def _page(
        self,
        endpoint: Endpoint,
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: object = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPaginator[P, T]:  # pyright: ignore[reportInvalidTypeVarUse]
        """As `_call`, for operations that answer with pages of a list."""
        from ..pagination.pages import AsyncPaginator

        return AsyncPaginator(
            self._client, endpoint, path, query, headers, cookies, body, options
        )
