"""Base classes of resources; every emitted method calls the API through them.

The annotation of an emitted method states what the method returns. `_call` therefore has a
type variable as its return type that is solved by this annotation: it is the only cast of
the runtime, and the reason for the suppressed type errors. `_run` is the same method for
operations that return `None`, for which type checkers would not solve the variable.
"""

from __future__ import annotations

import sys
import typing
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NoReturn, ParamSpec

from ..api.arguments import CallArguments, check_options
from ..lazy import load_feature

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from typing_extensions import TypeVar, Unpack

    from ..api.arguments import ArgumentKeywords
    from ..api.client_protocol import AsyncClientProtocol, SyncClientProtocol
    from ..api.endpoint import Endpoint

Arguments = ParamSpec("Arguments")
if TYPE_CHECKING:
    T = TypeVar("T")
    # A resource without arguments has no wrappers.
    RawT = TypeVar("RawT", default=NoReturn)
    StreamingT = TypeVar("StreamingT", default=NoReturn)
else:
    # Nothing uses the defaults when a program runs, and typing imports faster.
    T, RawT, StreamingT = map(typing.TypeVar, ("T", "RawT", "StreamingT"))


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


class _WrappedBase:
    """A base class of a resource, and the names of the classes of its wrappers."""

    __slots__ = ("base", "wrappers")

    def __init__(self, base: type, wrappers: tuple[str, str]) -> None:
        self.base = base
        self.wrappers = wrappers

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type]:
        # Python stores the original bases in the class as `__orig_bases__`.
        return (self.base,)


class _Wrapped(ClientBound, Generic[RawT, StreamingT]):
    """Wrappers of a resource, as in `class Pets(Resource["PetsRaw", "PetsStreaming"])`.

    The names are those of classes in the module of the resource.
    """

    if not TYPE_CHECKING:
        # The method of `Generic` would compile the names as annotations, which is slow.
        def __class_getitem__(cls, wrappers: tuple[Any, Any]) -> Any:
            return _WrappedBase(cls, wrappers) if isinstance(wrappers[0], str) else cls

    @cached_property
    def with_raw_response(self) -> RawT:
        """Methods that return an `APIResponse` with status and headers."""
        wrapper: RawT = self._wrapper(0)
        return wrapper

    @cached_property
    def with_streaming_response(self) -> StreamingT:
        """Methods for `with` that return an `APIResponse` with an unread body."""
        wrapper: StreamingT = self._wrapper(1)
        return wrapper

    def _wrapper(self, position: int) -> Any:
        """Create a wrapper: that of the first base class which names its wrappers."""
        for owner in type(self).__mro__:
            for base in vars(owner).get("__orig_bases__", ()):
                if isinstance(base, _WrappedBase):
                    module = sys.modules[owner.__module__]
                    return getattr(module, base.wrappers[position])(self)
        name = ("with_raw_response", "with_streaming_response")[position]
        raise AttributeError(
            f"{type(self).__name__!r} object has no attribute {name!r}"
        )


class Resource(_Wrapped[RawT, StreamingT]):
    """A group of operations of a synchronous client.

    Its arguments are the types of `with_raw_response` and `with_streaming_response`.
    """

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
        # Imported here, because it imports the HTTP library.
        from .calls import call

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


class AsyncResource(_Wrapped[RawT, StreamingT]):
    """A group of operations of an asynchronous client; see `Resource`."""

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
        from .calls import call_async

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
