"""The unread bodies of a process, which explain why no connection becomes available."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, Protocol
from weakref import ref

if TYPE_CHECKING:
    import httpx2

    from ..requests.build import Call


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
