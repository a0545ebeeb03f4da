"""The httpx2 clients that a client and its copies share, and the bodies that use them."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import os
import sys
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias, TypeVar
from weakref import WeakSet, ref

from ..lazy import Generic as ErasedGeneric

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine

    import httpx2

    from ..requests.build import Call

H = TypeVar("H", bound="httpx2.Client | httpx2.AsyncClient")
Key: TypeAlias = "tuple[int, object]"
"""Process ID and event loop."""

# Transports without connections, which a forked process can use.
_LOCAL_TRANSPORTS: Final = frozenset(
    ("ASGITransport", "MockTransport", "NoneType", "WSGITransport")
)
# httpx2 clients of parent processes. They are never closed or garbage collected here:
# closing an asyncio transport would also change the selector of the parent.
_inherited: Final[list[object]] = []


class Pool(ErasedGeneric[H]):
    """The httpx2 clients of one or more clients, created when they are first needed.

    There is one for each process and event loop, because connections cannot be shared
    between them: after a fork, one process would read the responses of the other.

    Args:
        supplied: The caller's httpx2 client, if any.
        make: Creates an httpx2 client.

    Attributes:
        supplied: The caller's httpx2 client, if any.
        closed: Whether the pool was closed.
    """

    __slots__ = (
        "__weakref__",
        "_clients",
        "_guards",
        "_lock",
        "_make",
        "_process",
        "closed",
        "supplied",
    )

    def __init__(self, supplied: H | None, make: Callable[[], H]) -> None:
        self.supplied = supplied
        self.closed = False
        self._process: int | None = None
        self._make = make
        self._set_empty()
        reset_after_fork(self)

    def after_fork(self) -> None:
        """Drop the state of the parent process."""
        _inherited.append((self._clients, self._guards))
        self._set_empty()

    def _set_empty(self) -> None:
        self._lock = Lock()
        self._clients: dict[Key, H] = {}
        self._guards: dict[Key, AsyncGenerator[None]] = {}

    def get(self, loop: object = None) -> H:
        """Return the httpx2 client.

        Args:
            loop: The running event loop; `None` for a synchronous client.

        Raises:
            RuntimeError: The client was closed, or the caller's httpx2 client was used in
                the parent of this process.
        """
        if self.closed:
            raise RuntimeError("the client has been closed")
        if self.supplied is not None:
            return self._check_process(self.supplied)
        # Also compared here, because some servers fork without the hooks of Python.
        http = self._clients.get((os.getpid(), loop))
        return self._open(loop) if http is None or http.is_closed else http

    def close(self: Pool[httpx2.Client]) -> None:
        """Close the connections that this process has opened."""
        self.closed = True
        if self.supplied is not None:
            if self._process in (None, os.getpid()):
                self.supplied.close()
            return
        with self._lock:
            for (process, _), http in self._clients.items():
                if process == os.getpid():
                    http.close()

    async def aclose(self: Pool[httpx2.AsyncClient], loop: object) -> None:
        """Close the connections that this process has opened, in all event loops.

        Args:
            loop: The running event loop. Connections of other loops are closed there.
        """
        self.closed = True
        if self.supplied is not None:
            if self._process in (None, os.getpid()):
                await self.supplied.aclose()
            return
        own = None
        with self._lock:
            for (process, owner), guard in self._guards.items():
                if process == os.getpid() and owner is loop:
                    own = guard
                elif process == os.getpid():
                    run_elsewhere(owner, guard.aclose)
        if own is not None:
            await own.aclose()

    def _open(self, loop: object) -> H:
        key = os.getpid(), loop
        with self._lock:
            http = self._clients.get(key)
            if http is None or http.is_closed:
                self._drop_ended(key[0])
                http = self._make()
                if loop is not None:
                    self._guards[key] = _start_guard(http)
                self._clients[key] = http
        return http

    def _drop_ended(self, process: int) -> None:
        """Drop the httpx2 clients of event loops that have ended."""
        for key in list(self._clients):
            is_ended = getattr(key[1], "is_closed", lambda: False)
            if key[0] == process and (self._clients[key].is_closed or is_ended()):
                del self._clients[key]
                self._guards.pop(key, None)

    def _check_process(self, supplied: H) -> H:
        """Return the caller's httpx2 client if this process may use it."""
        process = os.getpid()
        if self._process is None:
            self._process = process
        elif self._process != process and _has_connections(supplied):
            raise RuntimeError(
                "http_client was used before this process was forked, and would share its"
                " connections with the parent; create it after the fork"
            )
        return supplied


def running_loop() -> object:
    """Return the running event loop of asyncio or trio, or `None`."""
    asyncio, trio = sys.modules.get("asyncio"), sys.modules.get("trio")
    if asyncio is not None:
        # AttributeError: another thread is importing asyncio, which thus does not run here.
        with suppress(RuntimeError, AttributeError):
            loop: object = asyncio.get_running_loop()
            return loop
    return None if trio is None else trio.lowlevel.current_trio_token()


def _start_guard(http: Any) -> AsyncGenerator[None]:
    """Return a started generator that closes an httpx2 client when its event loop ends.

    Event loops finish their asynchronous generators before they are closed, and those that
    are garbage collected.
    """
    guard = _close_at_end(http)
    # Without a running task: the generator reaches its `yield` without waiting.
    with suppress(StopIteration):
        guard.__anext__().send(None)
    return guard


async def _close_at_end(http: httpx2.AsyncClient) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        await http.aclose()


def run_elsewhere(loop: Any, function: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run an asynchronous function in its event loop, which another thread may run."""
    # RuntimeError: the loop has ended, and has closed the connections.
    with suppress(RuntimeError):
        if hasattr(loop, "run_sync_soon"):
            loop.run_sync_soon(_spawn, function)
        else:
            loop.call_soon_threadsafe(lambda: loop.create_task(function()))


def _spawn(function: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run an asynchronous function in trio; an exception here would end trio."""
    # RuntimeError: trio ends, and closes the connections.
    with suppress(RuntimeError):
        sys.modules["trio"].lowlevel.spawn_system_task(function)


def _has_connections(http: Any) -> bool:
    """Return whether an httpx2 client may have opened connections."""
    transports = [getattr(http, "_transport", http)]
    transports.extend(getattr(http, "_mounts", {}).values())
    return any(
        _LOCAL_TRANSPORTS.isdisjoint(base.__name__ for base in type(item).__mro__)
        for item in transports
    )


class _Forked(Protocol):
    def after_fork(self) -> None: ...


_forked: WeakSet[_Forked] = WeakSet()


def reset_after_fork(item: _Forked) -> None:
    """Call the method `after_fork` of an object in each forked process.

    It replaces locks, which another thread of the parent may have held: that thread does
    not exist in the child, so nothing would release them.
    """
    _forked.add(item)


def _reset_all() -> None:
    for item in list(_forked):
        item.after_fork()


# Windows has no fork.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset_all)


class _Body(Protocol):
    """A body on a connection."""

    call: Call
    response: httpx2.Response
    process: int


# Not a `WeakSet`, whose iteration fails if another thread adds an item.
_open: Final[dict[int, ref[Any]]] = {}


def register(body: _Body) -> None:
    """Remember a body, without keeping it alive, until `forget` is called."""
    _open[id(body)] = ref(body)


def forget(body: _Body) -> None:
    """Forget a body whose connection was released."""
    _open.pop(id(body), None)


def pool_advice(call: Call) -> str:
    """Return what to do so that a connection becomes available; can be empty.

    Args:
        call: The call that waited for a connection.
    """
    bodies: list[_Body] = [
        body
        for reference in list(_open.values())
        if (body := reference()) is not None and _blocks(body, call)
    ]
    if not bodies:
        return ""
    endpoint, request = bodies[0].call.endpoint, bodies[0].response.request
    path = endpoint.path or request.url.path
    others = f" and {len(bodies) - 1} others" if len(bodies) > 1 else ""
    verb, one = ("are", "each of them") if others else ("is", "it")
    return (
        f"all connections are in use; the response of {endpoint.method} {path}{others}"
        f" {verb} not read to the end: read or close {one}, or use `with`"
    )


def _blocks(body: _Body, call: Call) -> bool:
    """Return whether a body holds a connection that a call could use."""
    if body.response.is_closed or body.process != os.getpid():
        return False
    first: Any = body.call.client
    second: Any = call.client
    if first._pool is second._pool:
        return True
    supplied = first._pool.supplied
    return supplied is not None and supplied is second._pool.supplied
