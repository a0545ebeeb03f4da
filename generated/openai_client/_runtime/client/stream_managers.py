"""Context managers that send a request and close its stream of typed events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

from ..lazy import set_public_module
from ..requests.build import Call
from ..transport.send import fetch, run
from .calls import parse_response

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from types import TracebackType

    from ..api.arguments import CallArguments
    from ..api.client_protocol import ClientProtocol
    from ..api.endpoint import Endpoint
    from ..streaming.event_streams import AsyncEventStream, EventStream

    _Prepared = tuple[Endpoint, CallArguments]
    _Preparing = _Prepared | Coroutine[Any, Any, _Prepared]

Arguments = ParamSpec("Arguments")
StreamT_co = TypeVar("StreamT_co", bound="EventStream[Any, Any]", covariant=True)
AsyncStreamT_co = TypeVar(
    "AsyncStreamT_co", bound="AsyncEventStream[Any, Any]", covariant=True
)


class StreamManager(Generic[StreamT_co]):
    """A context manager that sends a request, and closes its stream on exit.

    Args:
        client: The client.
        endpoint: The operation.
        arguments: The arguments of the call.
        kind: Class of the stream.
    """

    __slots__ = ("_call", "_client", "_kind", "_stream")

    def __init__(
        self,
        client: ClientProtocol,
        endpoint: Endpoint,
        arguments: CallArguments,
        kind: type[StreamT_co],
    ) -> None:
        self._client = client
        self._call = endpoint, arguments
        self._kind = kind
        self._stream: StreamT_co | None = None

    def __repr__(self) -> str:
        endpoint, _ = self._call
        return f"<StreamManager of {endpoint.method} {endpoint.path}>"

    def __enter__(self) -> StreamT_co:
        call = _build_call(self._client, *self._call)
        response, attempt = run(fetch(call))
        self._stream = self._kind(parse_response(call, response, attempt))
        return self._stream

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._stream is not None:
            self._stream.close()


class AsyncStreamManager(Generic[AsyncStreamT_co]):
    """An asynchronous context manager that sends a request; see `StreamManager`.

    Args:
        client: The client.
        preparing: The operation and the arguments of the call, or a coroutine that returns
            them.
        kind: Class of the stream.
    """

    __slots__ = ("_client", "_kind", "_preparing", "_stream")

    def __init__(
        self,
        client: ClientProtocol,
        preparing: _Preparing,
        kind: type[AsyncStreamT_co],
    ) -> None:
        self._client = client
        self._preparing = preparing
        self._kind = kind
        self._stream: AsyncStreamT_co | None = None

    async def __aenter__(self) -> AsyncStreamT_co:
        preparing = self._preparing
        prepared = preparing if isinstance(preparing, tuple) else await preparing
        call = _build_call(self._client, *prepared)
        response, attempt = await fetch(call)
        self._stream = self._kind(parse_response(call, response, attempt))
        return self._stream

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._stream is not None:
            await self._stream.close()


def _build_call(
    client: ClientProtocol,
    endpoint: Endpoint,
    arguments: CallArguments,
) -> Call:
    """Return a call whose response is streamed.

    Raises:
        TypeError: `extra_body` disables streaming.
    """
    call = Call(client, endpoint, arguments)
    if not call.streams:
        name, _ = endpoint.stream_parameter
        raise TypeError(f"`extra_body` disables streaming; remove {name!r} from it")
    return call


set_public_module("", StreamManager, AsyncStreamManager)
