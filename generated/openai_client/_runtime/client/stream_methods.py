"""Methods that stream the response of another method, as context managers.

A method without the stream parameter calls `open_stream`. The method that streams the
parsed response of another one calls the code of that with an object in place of the
resource, whose `_call` returns the endpoint and the arguments instead of sending a request.
"""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from functools import update_wrapper
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from ..api.arguments import CallArguments, checks_options
from ..evaluation import names_of
from .bases import copy_method

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typing_extensions import Unpack

    from ..api.arguments import ArgumentKeywords
    from ..api.endpoint import Endpoint


T = TypeVar("T")
Place = Literal["body", "query"]
"""Location of a parameter in a request."""


class _Preparation:
    """A resource whose methods return their endpoint and their arguments."""

    @checks_options
    def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> tuple[Endpoint, CallArguments]:
        return _enable_streaming(endpoint, "body", arguments)


class _AsyncPreparation:
    """A `_Preparation` for asynchronous methods."""

    @checks_options
    async def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> tuple[Endpoint, CallArguments]:
        return _enable_streaming(endpoint, "body", arguments)


@checks_options
def open_stream(
    resource: Any,
    kind: str,
    endpoint: Endpoint,
    place: Place = "body",
    **arguments: Unpack[ArgumentKeywords],
) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]  # declared by callers
    """Return the context manager of a call whose response is streamed.

    Args:
        resource: The resource.
        kind: Class of the stream in the package `types`.
        endpoint: The operation.
        place: Location of the stream parameter in the request.
        **arguments: As for `Resource._call`, without the stream parameter.

    Returns:
        A value of the type that the calling method is annotated to return.
    """
    from .stream_managers import StreamManager

    call = _enable_streaming(endpoint, place, arguments)
    manager = StreamManager(resource._client, *call, _find_class(resource, kind))
    return cast("T", manager)


@checks_options
def async_open_stream(
    resource: Any,
    kind: str,
    endpoint: Endpoint,
    place: Place = "body",
    **arguments: Unpack[ArgumentKeywords],
) -> T:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeVarUse]  # declared by callers
    """Return the asynchronous context manager of such a call; see `open_stream`."""
    from .stream_managers import AsyncStreamManager

    call = _enable_streaming(endpoint, place, arguments)
    manager = AsyncStreamManager(resource._client, call, _find_class(resource, kind))
    return cast("T", manager)


def stream_method(method: Callable[..., Any], name: str, kind: str) -> Any:
    """Return the method that streams the response of another one.

    Args:
        method: The other method.
        name: Name of the method.
        kind: Class of the stream in the package `types`.
    """

    def stream(resource: Any, /, *args: Any, **arguments: Any) -> Any:
        from .stream_managers import StreamManager

        call: tuple[Endpoint, CallArguments] = method(
            _Preparation(), *args, **arguments
        )
        return StreamManager(resource._client, *call, _find_class(resource, kind))

    return _describe(stream, method, name, kind, "StreamManager")


def async_stream_method(method: Callable[..., Any], name: str, kind: str) -> Any:
    """Return the method that streams the response of another one; see `stream_method`."""

    def stream(resource: Any, /, *args: Any, **arguments: Any) -> Any:
        from .stream_managers import AsyncStreamManager

        preparing = method(_AsyncPreparation(), *args, **arguments)
        return AsyncStreamManager(
            resource._client, preparing, _find_class(resource, kind)
        )

    return _describe(stream, method, name, kind, "AsyncStreamManager")


def _describe(stream: Any, method: Any, name: str, kind: str, manager: str) -> Any:
    """Give a function the signature of the method that it calls, for `inspect`."""
    # The module of a resource has its package, in which the runtime can be a shared one.
    package = names_of(method)["__name__"].partition(".resources.")[0]
    copy = copy_method(method, f"{manager}[{kind}]", **{kind: f"{package}.types"})
    # `inspect.signature` follows `__wrapped__`.
    described = update_wrapper(stream, copy)
    described.__name__ = name
    described.__qualname__ = f"{method.__qualname__.rpartition('.')[0]}.{name}"
    described.__doc__ = (
        f"Stream the response of `{method.__name__}` as typed events.\n\n"
        f"The arguments are those of `{method.__name__}`. Use the returned object in "
        "`with`,\nwhich sends the request and closes the stream."
    )
    return described


def _find_class(resource: Any, name: str) -> Any:
    return getattr(import_module(resource._client._api.types), name)


def _enable_streaming(
    endpoint: Endpoint, place: Place, arguments: ArgumentKeywords
) -> tuple[Endpoint, CallArguments]:
    """Return the endpoint and the arguments of a call whose response is streamed."""
    name, value = endpoint.stream_parameter
    # A cast, because a type checker does not know that every place has a mapping.
    earlier = cast("Mapping[str, object]", arguments.get(place) or {})
    members: dict[str, object] = {**earlier, name: value}
    changed: ArgumentKeywords = {**arguments}
    changed[place] = members
    return endpoint, CallArguments(**changed)
