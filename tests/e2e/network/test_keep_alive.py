"""TCP keep-alive of connections that wait for a response for a long time."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.faults.conftest import Caller
from tests.e2e.faults.wire import COMPLETION, Wire, http_response, sends

KIND = "The server is silent for minutes while it works, or is gone without a sign."
RESULT = (
    "TCP keep-alive probes the connection after a minute, so that routers do not drop it, "
    "and ends it two minutes after the server was last heard of."
)
Serve = Callable[..., Wire]


@pytest.fixture
def sockets(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Return the options that are set on sockets."""
    options: list[tuple[Any, ...]] = []
    original = socket.socket.setsockopt

    def record(self: socket.socket, *option: Any) -> None:
        options.append(option)
        original(self, *option)

    monkeypatch.setattr(socket.socket, "setsockopt", record)
    return options


def names() -> list[str]:
    known = ("TCP_KEEPIDLE", "TCP_KEEPALIVE", "TCP_KEEPINTVL", "TCP_KEEPCNT")
    return [name for name in known if hasattr(socket, name)]


@pytest.mark.parametrize("proxied", [False, True])
def test_connections_are_kept_alive(
    caller: Caller,
    wire: Serve,
    sockets: list[tuple[Any, ...]],
    monkeypatch: pytest.MonkeyPatch,
    proxied: bool,
) -> None:
    server = wire(sends(http_response(COMPLETION)))
    url = server.url
    if proxied:
        monkeypatch.setenv("HTTP_PROXY", url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        url = "http://api.acme.test"
    # The options that the platform supports are determined once.
    caller.run(url, Caller.json)
    sockets.clear()
    caller.run(url, Caller.json)
    assert len(server.requests) == 2
    assert (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1) in sockets
    set_options = {option[:2]: option[2] for option in sockets}
    seconds = {
        name: set_options[socket.IPPROTO_TCP, getattr(socket, name)] for name in names()
    }
    idle = seconds.get("TCP_KEEPIDLE", seconds.get("TCP_KEEPALIVE"))
    assert idle == 60
    if "TCP_KEEPCNT" in seconds:
        assert seconds["TCP_KEEPINTVL"] * seconds["TCP_KEEPCNT"] == 60


def test_unsupported_options_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.runtime.transport.connections import socket_options

    def refuse(self: socket.socket, *option: Any) -> None:
        if option[1] != socket.SO_KEEPALIVE:
            raise OSError(92, "Protocol not available")

    monkeypatch.setattr(socket.socket, "setsockopt", refuse)
    socket_options.cache_clear()
    try:
        assert socket_options() == ((socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),)
    finally:
        socket_options.cache_clear()
