"""Base classes of resources; every emitted method calls the API through them.

The annotation of an emitted method states what the method returns. `_call` therefore has a
type variable as its return type that is solved by this annotation: it is the only cast of
the runtime, and the reason for the suppressed type errors. `_run` is the same method for
operations that return `None`, for which type checkers would not solve the variable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from ..api.arguments import CallArguments, check_options
from ..features import load_feature
from .calls import call, call_async

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from typing_extensions import Unpack

    from ..api.arguments import ArgumentKeywords
    from ..api.client_protocol import AsyncClientProtocol, SyncClientProtocol
    from ..api.endpoint import Endpoint

Arguments = ParamSpec("Arguments")
T = TypeVar("T")


def _returning_none(method: Callable[Arguments, Any]) -> Callable[Arguments, None]:
    """Return the method, typed for operations that return nothing."""
    return method


def _returning_none_async(
    method: Callable[Arguments, Coroutine[Any, Any, Any]],
) -> Callable[Arguments, Coroutine[Any, Any, None]]:
    """Return the coroutine method, typed for operations that return nothing."""
    return method


class ClientBound:
    """Something that belongs to a client."""

    _client: Any

    def __repr__(self) -> str:
        return f"<{type(self).__qualname__} of {self._client!r}>"


class Resource(ClientBound):
    """A group of operations of a synchronous client."""

    def __init__(self, client: SyncClientProtocol) -> None:
        self._client: SyncClientProtocol = client

    def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]
        """Call an operation.

        Args:
            endpoint: The operation.
            **arguments: Its parameters by location, its body, and request options. Values
                that are `omit` are not sent.

        Returns:
            A value of the type that the calling method is annotated to return.
        """
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        result: T = call(self._client, endpoint, CallArguments(**arguments))
        return result

    _run = _returning_none(_call)

    def _poll(
        self,
        polling: Any,
        *,
        polling_options: Mapping[str, object] = {},
        **arguments: Unpack[ArgumentKeywords],
    ) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]
        """Call an operation until it reaches a terminal status.

        Args:
            polling: The operations to call, a `Polling`.
            polling_options: `on_poll`, `poll_interval` and `poll_timeout`.
            **arguments: As for `_call`: of the first request.

        Returns:
            The last response.
        """
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        poll = load_feature("pagination.polling").poll
        result: T = poll(
            self._client, polling, CallArguments(**arguments), polling_options
        )
        return result


class AsyncResource(ClientBound):
    """A group of operations of an asynchronous client."""

    def __init__(self, client: AsyncClientProtocol) -> None:
        self._client: AsyncClientProtocol = client

    async def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> T:  # pyright: ignore[reportInvalidTypeVarUse]
        """Call an operation; see `Resource._call`."""
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        result: T = await call_async(self._client, endpoint, CallArguments(**arguments))
        return result

    _run = _returning_none_async(_call)

    async def _poll(
        self,
        polling: Any,
        *,
        polling_options: Mapping[str, object] = {},
        **arguments: Unpack[ArgumentKeywords],
    ) -> T:  # pyright: ignore[reportInvalidTypeVarUse]
        """Call an operation until it reaches a terminal status; see `Resource._poll`."""
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        poll = load_feature("pagination.polling").poll_async
        result: T = await poll(
            self._client, polling, CallArguments(**arguments), polling_options
        )
        return result

    def _page(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]
        """Return an `AsyncPaginator` for an operation that returns pages; see `_call`."""
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        paginator = load_feature("pagination.pages").AsyncPaginator
        result: T = paginator(self._client, endpoint, CallArguments(**arguments))
        return result
