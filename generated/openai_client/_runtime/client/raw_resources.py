"""Resources whose methods return responses: `with_raw_response`, `with_streaming_response`.

The methods of a raw resource are copies of the methods of the resource. They call the
`_call` of the raw resource, which returns the response instead of its parsed value.
Resources inside a raw resource are raw too.
"""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Coroutine
from functools import cached_property, update_wrapper
from types import FunctionType
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Concatenate,
    Generic,
    NoReturn,
    ParamSpec,
    TypeVar,
    cast,
)

from ..api.arguments import CallArguments, check_options
from .bases import AsyncPlainResource, ClientBound, PlainResource

if TYPE_CHECKING:
    import typing_extensions
    from typing_extensions import Unpack

    from ..api.arguments import ArgumentKeywords
    from ..api.client_protocol import AsyncClientProtocol, SyncClientProtocol
    from ..api.endpoint import Endpoint
    from .raw_response import (
        APIResponse,
        AsyncAPIResponse,
        AsyncResponseManager,
        ResponseManager,
    )

P = ParamSpec("P")
T = TypeVar("T")

T_co = TypeVar("T_co", covariant=True)

if TYPE_CHECKING:
    # A resource without arguments has no wrappers.
    RawT = typing_extensions.TypeVar("RawT", default=NoReturn)
    StreamingT = typing_extensions.TypeVar("StreamingT", default=NoReturn)
else:
    # Nothing uses the defaults when a program runs, and typing imports faster.
    RawT, StreamingT = map(TypeVar, ("RawT", "StreamingT"))

if TYPE_CHECKING:
    # Type checkers differ in the type of a cached property of a class.
    PropertyOf = cached_property[T] | Callable[[Any], T]


class _WrappedBase:
    """A base class of a resource, and the names of the classes of its wrappers."""

    __slots__ = ("base", "wrappers")

    def __init__(self, base: type, wrappers: tuple[str, str]) -> None:
        self.base = base
        self.wrappers = wrappers

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type]:
        # Python stores the original bases in the class as `__orig_bases__`.
        return (self.base,)


class _Wrapped(Generic[RawT, StreamingT]):
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


class Resource(_Wrapped[RawT, StreamingT], PlainResource):
    """A group of operations of a synchronous client.

    Its arguments are the types of `with_raw_response` and `with_streaming_response`.
    """


class AsyncResource(_Wrapped[RawT, StreamingT], AsyncPlainResource):
    """A group of operations of an asynchronous client; see `Resource`."""


class _WrappedMethods(ClientBound):
    """A class whose copied methods are named after it, for `repr` and tracebacks."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name, member in vars(cls).items():
            if isinstance(member, FunctionType):
                member.__qualname__ = f"{cls.__qualname__}.{name}"


class _AsyncWrappedMethods(_WrappedMethods):
    """The methods of asynchronous resources."""

    _call: Callable[..., Coroutine[Any, Any, Any]]

    def _page(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> Coroutine[Any, Any, Any]:
        """Call an operation that returns pages; see `_call`.

        The methods of such operations are not coroutine functions, so the names of the
        options are checked before anything is awaited.
        """
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        return self._call(endpoint, **arguments)


class RawResource(_WrappedMethods):
    """Methods of a resource that return an `APIResponse` whose body was read.

    Args:
        resource: The resource, or the raw resource of its parent.
    """

    def __init__(self, resource: PlainResource | RawResource) -> None:
        self._client: SyncClientProtocol = resource._client

    def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> APIResponse[Any]:
        """Call an operation and return the response; see `PlainResource._call`."""
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        from .raw_response import raw_call

        return raw_call(self._client, endpoint, CallArguments(**arguments))

    _run = _call


class AsyncRawResource(_AsyncWrappedMethods):
    """Methods of an asynchronous resource that return an `APIResponse`.

    Args:
        resource: The resource, or the raw resource of its parent.
    """

    def __init__(self, resource: AsyncPlainResource | AsyncRawResource) -> None:
        self._client: AsyncClientProtocol = resource._client

    async def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> APIResponse[Any]:
        """Call an operation and return the response; see `PlainResource._call`."""
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        from .raw_response import raw_call_async

        return await raw_call_async(self._client, endpoint, CallArguments(**arguments))

    _run = _call


class StreamingResource(_WrappedMethods):
    """Methods of a resource that return a context manager of an unread `APIResponse`.

    Args:
        resource: The resource, or the streaming resource of its parent.
    """

    def __init__(self, resource: PlainResource | StreamingResource) -> None:
        self._client: SyncClientProtocol = resource._client

    def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> ResponseManager[Any]:
        """Return the context manager of a call; see `PlainResource._call`."""
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        from .raw_response import ResponseManager

        return ResponseManager(self._client, endpoint, CallArguments(**arguments))

    _run = _call


class AsyncStreamingResource(_AsyncWrappedMethods):
    """Methods of a resource that return a context manager of an `AsyncAPIResponse`.

    Args:
        resource: The resource, or the streaming resource of its parent.
    """

    def __init__(self, resource: AsyncPlainResource | AsyncStreamingResource) -> None:
        self._client: AsyncClientProtocol = resource._client

    async def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> AsyncAPIResponse[Any]:
        """Call an operation and return the unread response; see `PlainResource._call`."""
        try:
            check_options(arguments.get("options"))
        except TypeError as error:
            error.__traceback__ = None
            raise
        from .raw_response import streaming_call_async

        return await streaming_call_async(
            self._client, endpoint, CallArguments(**arguments)
        )

    _run = _call


class ClientWrapper(ClientBound):
    """Resources of a client whose methods return responses.

    Args:
        client: The client.
    """

    def __init__(self, client: SyncClientProtocol | AsyncClientProtocol) -> None:
        self._client = client


class _WrapperAttribute(Generic[T_co]):
    """The attribute of a `ClientWrapper` for a resource of the client.

    Args:
        resource: The resource, as the attribute of the class of the client.
    """

    _access: ClassVar[str]

    def __init__(self, resource: PropertyOf[Any]) -> None:
        pass

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, wrapper: ClientWrapper, owner: type | None = None) -> T_co:
        # By name, because a subclass of the client can have another resource.
        resource = getattr(wrapper._client, self._name)
        return cast("T_co", getattr(resource, self._access))


class RawAttribute(_WrapperAttribute[T_co]):
    """The attribute for the raw resource of a resource of the client."""

    _access = "with_raw_response"
    if TYPE_CHECKING:

        def __init__(self, resource: PropertyOf[_Wrapped[T_co, Any]]) -> None: ...


class StreamingAttribute(_WrapperAttribute[T_co]):
    """The attribute for the streaming resource of a resource of the client."""

    _access = "with_streaming_response"
    if TYPE_CHECKING:

        def __init__(self, resource: PropertyOf[_Wrapped[Any, T_co]]) -> None: ...


def raw_method(
    method: Callable[Concatenate[Any, P], T],
) -> Callable[Concatenate[RawResource, P], APIResponse[T]]:
    """Return the method of a `RawResource` for a method of the resource."""
    return cast("Callable[..., Any]", copy_method(method, "APIResponse[{}]"))


def async_raw_method(
    method: Callable[Concatenate[Any, P], Awaitable[T]],
) -> Callable[Concatenate[AsyncRawResource, P], Coroutine[Any, Any, APIResponse[T]]]:
    """Return the method of an `AsyncRawResource` for a method of the resource."""
    return cast("Callable[..., Any]", copy_method(method, "APIResponse[{}]"))


def streaming_method(
    method: Callable[Concatenate[Any, P], T],
) -> Callable[Concatenate[StreamingResource, P], ResponseManager[T]]:
    """Return the method of a `StreamingResource` for a method of the resource."""
    return cast("Callable[..., Any]", copy_method(method, "ResponseManager[{}]"))


def async_streaming_method(
    method: Callable[Concatenate[Any, P], Awaitable[T]],
) -> Callable[Concatenate[AsyncStreamingResource, P], AsyncResponseManager[T]]:
    """Return the method of an `AsyncStreamingResource` for a method of the resource."""

    # Calling the method itself would return a coroutine, which `async with` rejects.
    def enter(
        resource: AsyncStreamingResource, /, *args: P.args, **arguments: P.kwargs
    ) -> AsyncResponseManager[T]:
        from .raw_response import AsyncResponseManager

        coroutine = method(resource, *args, **arguments)
        return AsyncResponseManager(cast("Any", coroutine))

    # `inspect.signature` follows `__wrapped__`.
    described = copy_method(method, "AsyncResponseManager[{}]")
    return cast("Callable[..., Any]", update_wrapper(enter, described))


def copy_method(method: Any, returns: str) -> Any:
    """Return a copy of a function with another return annotation.

    Args:
        method: The function.
        returns: The annotation, in which `{}` is replaced by the original one.
    """
    copy = FunctionType(
        method.__code__,
        method.__globals__,
        method.__name__,
        method.__defaults__,
        method.__closure__,
    )
    copy.__kwdefaults__ = method.__kwdefaults__
    copy.__doc__ = method.__doc__
    annotations = method.__annotations__
    original = str(annotations.get("return", "Any"))
    if original.startswith("AsyncPaginator["):
        # A raw response holds the first page.
        original = original.removeprefix("AsyncPaginator[").partition(",")[0]
        returns = f"Coroutine[Any, Any, {returns}]" if "API" in returns else returns
    copy.__annotations__ = {**annotations, "return": returns.format(original)}
    return copy
