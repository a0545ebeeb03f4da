"""The httpx2 client that clients and their copies share."""

from __future__ import annotations

import sys
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

H = TypeVar("H")


class Pool(Generic[H]):
    """The httpx2 client behind one or more of our clients, made when first needed.

    Args:
        http: The caller's own, if there is one.
        make: Makes one.
    """

    __slots__ = ("http", "closed", "_given", "_loop", "_make", "_lock")

    def __init__(self, http: H | None, make: Callable[[], H]) -> None:
        self.http = http
        self.closed = False
        self._given = http is not None
        self._loop: object = None
        self._make = make
        self._lock = Lock()

    def get(self, loop: object = None) -> H:
        """The httpx2 client.

        Args:
            loop: The event loop that runs. Connections of another, which has ended where
                `asyncio.run` is called again and again, are of no use in it.

        Raises:
            RuntimeError: It was closed.
        """
        if self.closed:
            raise RuntimeError("the client has been closed")
        http = self.http
        if http is None or not self.belongs(loop):
            with self._lock:
                http = self.http
                if http is None or not self.belongs(loop):
                    http, self._loop = self._make(), loop
                    self.http = http
        return http

    def belongs(self, loop: object) -> bool:
        """Whether the connections can be used in an event loop; a caller's own always."""
        return self._given or self._loop is loop


def running_loop() -> object:
    """The event loop that runs, of asyncio or trio; `None`: neither does."""
    asyncio, trio = sys.modules.get("asyncio"), sys.modules.get("trio")
    if asyncio is not None:
        # Another thread may be in the middle of importing it: then it does not run here.
        with suppress(RuntimeError, AttributeError):
            loop: object = asyncio.get_running_loop()
            return loop
    return None if trio is None else trio.lowlevel.current_trio_token()
