"""Login in a browser: authorization code with PKCE and a loopback redirect.

RFC 6749, 4.1; RFC 7636; RFC 8252, 7.3.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from .tokens import LoginError, LoginFlow, TokenClient, Tokens, check_url, server_error

_PATH: Final = "/callback"
_DONE: Final = b"The login is complete. You can close this window.\n"
_REFUSED: Final = b"This request does not belong to a login.\n"


class _Server(ThreadingHTTPServer):
    """Server of the redirect. Idle connections of the browser do not block it."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, port: int, state: str) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.state = state
        self.replies: SimpleQueue[dict[str, str]] = SimpleQueue()


class _Handler(BaseHTTPRequestHandler):
    """Handler of the redirect; ignores requests without the state of the login."""

    server_version = "login"
    sys_version = ""
    timeout = 10

    def do_GET(self) -> None:
        """Receive the redirect."""
        server: Any = self.server
        parts = urlsplit(self.path)
        reply = dict(parse_qsl(parts.query))
        state = reply.get("state", "")
        accepted = parts.path == _PATH and hmac.compare_digest(
            state.encode(), server.state.encode()
        )
        body = _DONE if accepted else _REFUSED
        self.send_response(200 if accepted else 404)
        for name, value in (
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("Referrer-Policy", "no-referrer"),
            ("Connection", "close"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        if accepted:
            server.replies.put(reply)

    # `format` is the name in the base class.
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Write nothing: the URL contains the code."""


def log_in(
    client: TokenClient,
    flow: LoginFlow,
    scopes: Iterable[str],
    port: int,
    timeout: float,
    show: Callable[[str], object],
) -> Tokens:
    """Return the tokens that a user grants in a browser.

    Args:
        client: The program as a client of the authorization server.
        flow: Endpoints.
        scopes: Requested scopes.
        port: Port of the redirect on 127.0.0.1; 0 for any.
        timeout: Maximum duration in seconds.
        show: Function that opens the page of the URL that is passed to it.

    Raises:
        LoginError: The user or the server refuses, or the time is over.
        OSError: The port is in use.
    """
    check_url(flow.authorization_url)
    verifier, state = secrets.token_urlsafe(64), secrets.token_urlsafe(32)
    with _Server(port, state) as server:
        redirect = f"http://127.0.0.1:{server.server_address[1]}{_PATH}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            show(_page_url(client.id, flow, scopes, redirect, verifier, state))
            reply = _wait(server, time.monotonic() + timeout)
        finally:
            server.shutdown()
            thread.join()
    if "error" in reply or not reply.get("code"):
        raise server_error(reply, "the redirect has no code")
    return client.request_tokens(
        flow.token_url,
        {
            "grant_type": "authorization_code",
            "code": reply["code"],
            "redirect_uri": redirect,
            "code_verifier": verifier,
        },
    )


def _wait(server: _Server, deadline: float) -> dict[str, str]:
    try:
        return server.replies.get(timeout=max(deadline - time.monotonic(), 0))
    except Empty:
        raise LoginError("login failed: no consent in time") from None


def _page_url(
    client_id: str,
    flow: LoginFlow,
    scopes: Iterable[str],
    redirect: str,
    verifier: str,
    state: str,
) -> str:
    """Return the URL of the page where the user consents."""
    digest = sha256(verifier.encode()).digest()
    query = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect,
        "state": state,
        "code_challenge": urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    if scope := " ".join(scopes):
        query["scope"] = scope
    separator = "&" if urlsplit(flow.authorization_url).query else "?"
    return f"{flow.authorization_url}{separator}{urlencode(query)}"
