"""Connect to the Realtime API by WebSocket, with typed events.

The tests copy this module into the folder `ext` of a client whose settings contain
`unused_types = true`, because no operation of the document uses the types of the events.
It needs the package `websockets`, which is imported when a connection is opened.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import quote

from .. import errors
from .._runtime import BaseModel
from ..resources import realtime
from ..types import RealtimeClientEvent, RealtimeServerEvent

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection as AsyncSocket
    from websockets.sync.client import ClientConnection as Socket

    from .._client import AsyncOpenAI, OpenAI

ClientEvent: TypeAlias = RealtimeClientEvent | Mapping[str, Any]


class _Received(BaseModel):
    """A server event, in a model that selects the member of the union by `type`."""

    event: RealtimeServerEvent


class RealtimeConnection:
    """An open connection. Iterate over it for the events of the server.

    An event that the document does not describe is a dictionary at run time.

    Args:
        socket: The WebSocket connection.
    """

    def __init__(self, socket: Socket) -> None:
        self._socket = socket

    def send(self, event: ClientEvent) -> None:
        """Send an event, as a model or a dictionary."""
        self._socket.send(_encode(event))

    def receive(self) -> RealtimeServerEvent:
        """Return the next event.

        Raises:
            websockets.exceptions.ConnectionClosed: The connection was closed.
        """
        return _decode(self._socket.recv())

    def __iter__(self) -> Iterator[RealtimeServerEvent]:
        """Iterate over the events until the server closes the connection normally."""
        for message in self._socket:
            yield _decode(message)


class AsyncRealtimeConnection:
    """An open connection. Iterate over it for the events of the server.

    Args:
        socket: The WebSocket connection.
    """

    def __init__(self, socket: AsyncSocket) -> None:
        self._socket = socket

    async def send(self, event: ClientEvent) -> None:
        """Send an event, as a model or a dictionary."""
        await self._socket.send(_encode(event))

    async def receive(self) -> RealtimeServerEvent:
        """Return the next event.

        Raises:
            websockets.exceptions.ConnectionClosed: The connection was closed.
        """
        return _decode(await self._socket.recv())

    async def __aiter__(self) -> AsyncIterator[RealtimeServerEvent]:
        """Iterate over the events until the server closes the connection normally."""
        async for message in self._socket:
            yield _decode(message)


class Realtime(realtime.Realtime):
    """Realtime API."""

    @contextmanager
    def connect(self, *, model: str) -> Iterator[RealtimeConnection]:
        """Open a WebSocket connection, which is closed at the end of the `with` block.

        Args:
            model: ID of the model.

        Raises:
            APIConnectionError: The server cannot be reached or rejects the connection.
            ImportError: The package `websockets` is not installed.
        """
        from websockets.exceptions import InvalidHandshake
        from websockets.sync.client import connect

        client = cast("OpenAI", self._client)
        key = client.api_key() if callable(client.api_key) else client.api_key
        url = _socket_url(client.base_url, model)
        try:
            socket = connect(url, additional_headers=_headers(key), max_size=None)
        except (InvalidHandshake, OSError) as error:
            raise errors.APIConnectionError(
                message=f"cannot connect to {url}"
            ) from error
        with socket:
            yield RealtimeConnection(socket)


class AsyncRealtime(realtime.AsyncRealtime):
    """Realtime API."""

    @asynccontextmanager
    async def connect(self, *, model: str) -> AsyncIterator[AsyncRealtimeConnection]:
        """Open a WebSocket connection; see `Realtime.connect`."""
        from websockets.asyncio.client import connect
        from websockets.exceptions import InvalidHandshake

        client = cast("AsyncOpenAI", self._client)
        key = client.api_key() if callable(client.api_key) else client.api_key
        if not isinstance(key, str | None):
            key = await key
        url = _socket_url(client.base_url, model)
        try:
            socket = await connect(url, additional_headers=_headers(key), max_size=None)
        except (InvalidHandshake, OSError) as error:
            raise errors.APIConnectionError(
                message=f"cannot connect to {url}"
            ) from error
        async with socket:
            yield AsyncRealtimeConnection(socket)


def _socket_url(base_url: str, model: str) -> str:
    """Return the URL of the WebSocket: `https` becomes `wss`, and `http` becomes `ws`."""
    scheme, _, rest = base_url.partition("://")
    secure = "s" if scheme == "https" else ""
    return f"ws{secure}://{rest.rstrip('/')}/realtime?model={quote(model, safe='')}"


def _headers(key: str | None) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"} if key else {}


def _encode(event: ClientEvent) -> str:
    if isinstance(event, BaseModel):
        return event.to_json()
    return json.dumps(event)


def _decode(message: str | bytes) -> RealtimeServerEvent:
    return _Received.from_dict({"event": json.loads(message)}).event
