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
from functools import cache, cached_property, update_wrapper
from types import FunctionType, GenericAlias
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Concatenate,
    Final,
    Generic,
    NoReturn,
    ParamSpec,
    TypeVar,
    cast,
)

from ..api.arguments import CallArguments, checks_options
from ..lazy import Generic as ErasedGeneric
from .bases import AsyncPlainResource, ClientBound, PlainResource, copy_method

if TYPE_CHECKING:
    import typing_extensions
    from typing_extensions import Unpack

    from ..api.arguments import ArgumentKeywords
    from ..api.client_protocol import ClientProtocol
    from ..api.endpoint import Endpoint
    from .raw_response import (
        APIResponse,
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
    # Type checkers differ in the type of a cached property of a class.
    PropertyOf = cached_property[T] | Callable[[Any], T]
else:
    # Nothing uses the defaults when a program runs, and typing imports faster.
    RawT, StreamingT = map(TypeVar, ("RawT", "StreamingT"))

_ACCESS: Final = ("with_raw_response", "with_streaming_response")
"""Attributes of a resource for its wrappers."""
_CALLS: Final = frozenset({"_call", "_run", "_page"})
"""Methods of a resource that its wrappers replace."""


def _wrapper_names(resource: type) -> tuple[str, ...]:
    """Return the names of the wrappers that a class names itself, if it does."""
    # Python stores the base class with its arguments in the class.
    for base in vars(resource).get("__orig_bases__", ()):
        # Own resources can have others, such as `Iterable["Pet"]`.
        if issubclass(getattr(base, "__origin__", object), _Wrapped):
            return tuple(name for name in base.__args__ if isinstance(name, str))
    return ()


class _Wrapped(ErasedGeneric[RawT, StreamingT]):
    """Wrappers of a resource, as in `class Pets(Resource["PetsRaw", "PetsStreaming"])`.

    The names are those of classes in the module of the resource.
    """

    if not TYPE_CHECKING:
        # Not the method of `typing.Generic`, which compiles the names as annotations.
        __class_getitem__ = classmethod(GenericAlias)

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
            names = _wrapper_names(owner)
            if names:
                return getattr(sys.modules[owner.__module__], names[position])(self)
        raise AttributeError(
            f"{type(self).__name__!r} object has no attribute {_ACCESS[position]!r}"
        )


class Resource(_Wrapped[RawT, StreamingT], PlainResource):
    """A group of operations of a synchronous client.

    Its arguments are the types of `with_raw_response` and `with_streaming_response`.
    """


class AsyncResource(_Wrapped[RawT, StreamingT], AsyncPlainResource):
    """A group of operations of an asynchronous client; see `Resource`."""


class _WrappedMethods(ClientBound):
    """A class whose copied methods are named after it, for `repr` and tracebacks.

    Args:
        resource: The resource, or the object of the same kind for its parent.
    """

    _opener: ClassVar[str]
    """Name of the function in `raw_response` that makes a call."""

    def __init__(self, resource: ClientBound) -> None:
        self._client = resource._client

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name, member in vars(cls).items():
            if isinstance(member, FunctionType):
                member.__qualname__ = f"{cls.__qualname__}.{name}"

    def _open(self, endpoint: Endpoint, arguments: ArgumentKeywords) -> Any:
        # Imported here, because it imports the HTTP library.
        from . import raw_response

        opener = getattr(raw_response, self._opener)
        return opener(self._client, endpoint, CallArguments(**arguments))


class _SyncWrappedMethods(_WrappedMethods):
    """The methods of synchronous resources."""

    @checks_options
    def _call(self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]) -> Any:
        """Call an operation and return the response; see `PlainResource._call`."""
        return self._open(endpoint, arguments)

    _run = _call


class _AsyncWrappedMethods(_WrappedMethods):
    """The methods of asynchronous resources."""

    @checks_options
    async def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> Any:
        """Call an operation and return the response; see `PlainResource._call`."""
        return await self._open(endpoint, arguments)

    _run = _call

    @checks_options
    def _page(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> Coroutine[Any, Any, Any]:
        """Call an operation that returns pages; see `_call`.

        The methods of such operations are not coroutine functions, so the names of the
        options are checked before anything is awaited.
        """
        return self._call(endpoint, **arguments)


class RawResource(_SyncWrappedMethods):
    """Methods of a resource that return an `APIResponse` whose body was read."""

    _opener = "raw_call"


class AsyncRawResource(_AsyncWrappedMethods):
    """Methods of an asynchronous resource that return an `APIResponse`."""

    _opener = "raw_call_async"


class StreamingResource(_SyncWrappedMethods):
    """Methods of a resource that return a context manager of an unread `APIResponse`."""

    _opener = "ResponseManager"


class AsyncStreamingResource(_AsyncWrappedMethods):
    """Methods of a resource that return a context manager of an `AsyncAPIResponse`."""

    _opener = "streaming_call_async"


class ClientWrapper(ClientBound):
    """Resources of a client whose methods return responses.

    Args:
        client: The client.
    """

    def __init__(self, client: ClientProtocol) -> None:
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


def lazy_wrappers(module: str) -> None:
    """Create the wrappers of the resources of a module when they are used.

    The module defines them for type checkers only: few programs use them, and to create a
    class takes time. Other names are passed to the `__getattr__` that the module has.

    Args:
        module: `__name__` of the module, which has defined its resources.
    """
    namespace = vars(sys.modules[module])
    list_names = namespace.get("__dir__", namespace.keys)
    find_name = namespace.get("__getattr__")
    owners = {
        name: (resource, position)
        for resource in namespace.values()
        if isinstance(resource, type)
        for position, name in enumerate(_wrapper_names(resource))
    }

    def load(name: str) -> Any:
        if name in owners:
            return namespace.setdefault(name, _create_wrapper(name, *owners[name]))
        if find_name is not None:
            return find_name(name)
        raise AttributeError(f"module {module!r} has no attribute {name!r}")

    namespace["__getattr__"] = load
    namespace["__dir__"] = lambda: sorted({*list_names(), *owners})


def _create_wrapper(name: str, resource: type, position: int) -> type:
    """Create a wrapper: of the nested resources, and of the methods that make one call."""
    base, wrap = _KINDS[position][issubclass(resource, AsyncPlainResource)]
    returned = ("the", "an unread")[position]
    members: dict[str, Any] = {
        "__module__": resource.__module__,
        "__doc__": f"Methods of `{resource.__name__}` that return {returned} response.",
    }
    # A resource that can be called has one method under two names.
    copy: Any = cache(wrap)
    for attribute, member in vars(resource).items():
        if isinstance(member, cached_property):
            members[attribute] = _wrap_nested(member, _ACCESS[position])
        elif _makes_call(member):
            members[attribute] = copy(getattr(resource, attribute))
    return type(name, (base,), members)


def _wrap_nested(nested: Any, access: str) -> Any:
    # The class of the nested resource can be in a module that is not imported yet.
    def wrapper(owner: Any) -> Any:
        return getattr(nested.func(owner), access)

    wrapper.__doc__ = nested.__doc__
    return cached_property(wrapper)


def _makes_call(member: Any) -> bool:
    function = member.__wrapped__ if hasattr(member, "__deprecated__") else member
    if not isinstance(function, FunctionType):
        return False
    names = function.__code__.co_names
    # The method of a link calls that of another resource, with attributes of a response.
    return "_client" not in names and not _CALLS.isdisjoint(names)


_KINDS: Final[Any] = (
    ((RawResource, raw_method), (AsyncRawResource, async_raw_method)),
    (
        (StreamingResource, streaming_method),
        (AsyncStreamingResource, async_streaming_method),
    ),
)
"""Base class and function of methods of each kind of wrapper, also if asynchronous."""
