"""The httpx2 client that a client and its copies share."""

from __future__ import annotations

import sys
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

H = TypeVar("H")


class Pool(Generic[H]):
    """The httpx2 client of one or more clients, created when it is first needed.

    Args:
        http: The caller's httpx2 client, if any.
        make: Creates an httpx2 client.
    """

    __slots__ = ("_is_own", "_lock", "_loop", "_make", "closed", "http")

    def __init__(self, http: H | None, make: Callable[[], H]) -> None:
        self.http = http
        self.closed = False
        self._is_own = http is None
        self._loop: object = None
        self._make = make
        self._lock = Lock()

    def get(self, loop: object = None) -> H:
        """Return the httpx2 client.

        Args:
            loop: The running event loop. Connections of another event loop, such as that
                of an earlier `asyncio.run`, cannot be used in it.

        Raises:
            RuntimeError: The client was closed.
        """
        if self.closed:
            raise RuntimeError("the client has been closed")
        http = self.http
        if http is None or not self.belongs_to(loop):
            with self._lock:
                http = self.http
                if http is None or not self.belongs_to(loop):
                    http, self._loop = self._make(), loop
                    self.http = http
        return http

    def belongs_to(self, loop: object) -> bool:
        """Return whether the connections can be used in an event loop.

        This is always assumed of the caller's httpx2 client.
        """
        return not self._is_own or self._loop is loop


def running_loop() -> object:
    """Return the running event loop of asyncio or trio, or `None`."""
    asyncio, trio = sys.modules.get("asyncio"), sys.modules.get("trio")
    if asyncio is not None:
        # AttributeError: another thread is importing asyncio, which thus does not run here.
        with suppress(RuntimeError, AttributeError):
            loop: object = asyncio.get_running_loop()
            return loop
    return None if trio is None else trio.lowlevel.current_trio_token()
