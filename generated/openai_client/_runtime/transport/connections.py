"""Creation of httpx2 clients: limits, keep-alive of connections, and no cookies."""

from __future__ import annotations

import socket
from functools import cache
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING, Any, Final

import httpx2

from .deadlines import TimedBackend
from .environment import certificate_error, check_environment

if TYPE_CHECKING:
    from collections.abc import Callable

# The connections of one client.
_LIMITS: Final = httpx2.Limits(max_connections=1000, max_keepalive_connections=100)
# A connection that is silent for a minute is probed. It is given up after three probes
# without a reply, two minutes after the peer was last heard of. Routers and load balancers
# drop connections that are silent for four to six minutes.
_KEEPALIVE: Final = (
    (socket.SOL_SOCKET, "SO_KEEPALIVE", 1),
    (socket.IPPROTO_TCP, "TCP_KEEPIDLE", 60),
    # The name of TCP_KEEPIDLE on macOS.
    (socket.IPPROTO_TCP, "TCP_KEEPALIVE", 60),
    (socket.IPPROTO_TCP, "TCP_KEEPINTVL", 20),
    (socket.IPPROTO_TCP, "TCP_KEEPCNT", 3),
)


class NoCookies(CookieJar):
    """A cookie jar that stays empty.

    Copies of a client share its connections but not its credentials. A cookie of a response
    would be sent with the credentials of another copy.
    """

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Ignore the cookies of a response."""


class DefaultHttpx2Client(httpx2.Client):
    """The httpx2 client of a synchronous client if none is passed; its arguments override.

    Example:
        AcmeClient(http_client=DefaultHttpx2Client(proxy="http://localhost:3128"))
    """

    def __init__(self, **options: Any) -> None:
        check_environment()
        try:
            super().__init__(**{**_default_options(), **options})
        except OSError as error:
            raise certificate_error(error) from error
        _wrap_backends(self, lambda backend: TimedBackend(_KeepAlive(backend)))


class DefaultAsyncHttpx2Client(httpx2.AsyncClient):
    """The httpx2 client of an asynchronous client; see `DefaultHttpx2Client`."""

    def __init__(self, **options: Any) -> None:
        check_environment()
        try:
            super().__init__(**{**_default_options(), **options})
        except OSError as error:
            raise certificate_error(error) from error
        _wrap_backends(self, _KeepAlive)


def _default_options() -> dict[str, Any]:
    return {"limits": _LIMITS, "cookies": NoCookies()}


def _wrap_backends(http: Any, wrap: Callable[[Any], Any]) -> None:
    """Wrap the network backends of future connections, also to proxies.

    httpx2 has a public argument for socket options only on transports, and ignores the
    proxies of the environment if a transport is passed. If its internals change,
    connections are not kept alive, but nothing fails.
    """
    transports = [getattr(http, "_transport", None)]
    transports.extend(getattr(http, "_mounts", {}).values())
    for transport in transports:
        pool: Any = getattr(transport, "_pool", None)
        if hasattr(pool, "_network_backend"):
            pool._network_backend = wrap(pool._network_backend)


class _KeepAlive:
    """A network backend, synchronous or asynchronous, that sets socket options."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def __getattr__(self, name: str) -> Any:
        return getattr(self._backend, name)

    def connect_tcp(self, *arguments: Any, **options: Any) -> Any:
        """Connect; httpcore2 ignores the socket options of connections to proxies."""
        present = options.get("socket_options") or ()
        options["socket_options"] = (*present, *socket_options())
        return self._backend.connect_tcp(*arguments, **options)


@cache
def socket_options() -> tuple[tuple[int, int, int], ...]:
    """Return the options of TCP keep-alive that the platform supports."""
    options: list[tuple[int, int, int]] = []
    with socket.socket() as probe:
        for level, name, value in _KEEPALIVE:
            option = getattr(socket, name, None)
            if option is None:
                continue
            try:
                probe.setsockopt(level, option, value)
            except OSError:
                # Known to Python, but not to this kernel.
                continue
            options.append((level, option, value))
    return tuple(options)
