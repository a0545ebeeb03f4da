"""Methods that stream the response of another method, as context managers.

Such a method calls the code of the other one with an object in place of the resource,
whose `_call` returns the endpoint and the arguments instead of sending a request.
"""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

from functools import update_wrapper
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..api.arguments import CallArguments, check_options
from ..sentinels import omit
from .raw_resources import copy_method

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Unpack

    from ..api.arguments import ArgumentKeywords
    from ..api.endpoint import Endpoint


class _Preparation:
    """A resource whose methods return their endpoint and their arguments."""

    def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> tuple[Endpoint, CallArguments]:
        return _enable_streaming(endpoint, arguments)


class _AsyncPreparation:
    """A `_Preparation` for asynchronous methods."""

    async def _call(
        self, endpoint: Endpoint, **arguments: Unpack[ArgumentKeywords]
    ) -> tuple[Endpoint, CallArguments]:
        return _enable_streaming(endpoint, arguments)


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

    return _describe(stream, method, name, f"StreamManager[{kind}]")


def async_stream_method(method: Callable[..., Any], name: str, kind: str) -> Any:
    """Return the method that streams the response of another one; see `stream_method`."""

    def stream(resource: Any, /, *args: Any, **arguments: Any) -> Any:
        from .stream_managers import AsyncStreamManager

        preparing = method(_AsyncPreparation(), *args, **arguments)
        return AsyncStreamManager(
            resource._client, preparing, _find_class(resource, kind)
        )

    return _describe(stream, method, name, f"AsyncStreamManager[{kind}]")


def _describe(stream: Any, method: Any, name: str, returns: str) -> Any:
    """Give a function the signature of the method that it calls, for `inspect`."""
    # `inspect.signature` follows `__wrapped__`.
    described = update_wrapper(stream, copy_method(method, returns))
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
    endpoint: Endpoint, arguments: ArgumentKeywords
) -> tuple[Endpoint, CallArguments]:
    """Return the endpoint and the arguments of a call whose response is streamed.

    Raises:
        TypeError: An option is unknown, or an argument disables streaming.
    """
    check_options(arguments.get("options"))
    name, value = endpoint.stream_parameter
    query = arguments.get("query") or {}
    members = query if name in query else arguments.get("body", {})
    current = members.get(name, omit)
    if current is not omit and current != value:
        raise TypeError(f"the response is always streamed; remove `{name}={current!r}`")
    changed: ArgumentKeywords = {**arguments}
    changed["query" if members is query else "body"] = {**members, name: value}
    return endpoint, CallArguments(**changed)
