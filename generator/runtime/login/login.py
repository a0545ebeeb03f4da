"""Login of a user, and access tokens that are renewed."""

from __future__ import annotations

import sys
import time
import webbrowser
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from ..lazy import set_public_module
from .tokens import LoginError, LoginFlow, TokenClient, Tokens

if TYPE_CHECKING:
    import httpx2

    from .device import DeviceCode

_MARGIN: Final = 30.0
"""Seconds before its expiration from which a token is renewed."""


@dataclass
class Login:
    """A login of a user by OAuth 2.0.

    Args:
        flow: Endpoints of the authorization server, from `FLOWS`.
        client_id: Id with which the program is registered there.
        client_secret: Its secret; `None` for a public client.
        scopes: Requested scopes. Default: all that the document declares.
        http_client: Client that sends the requests. Default: a new one per request.
    """

    flow: LoginFlow
    client_id: str
    client_secret: str | None = None
    scopes: Iterable[str] | None = None
    http_client: httpx2.Client | None = None

    def __repr__(self) -> str:
        return f"Login(client_id={self.client_id!r})"

    def in_browser(
        self,
        *,
        port: int = 0,
        timeout: float = 300.0,
        show: Callable[[str], object] | None = None,
    ) -> Tokens:
        """Return the tokens that the user grants in a browser on this machine.

        Args:
            port: Port on 127.0.0.1 to which the browser is redirected; 0 for any free one.
            timeout: Maximum duration in seconds.
            show: Function that is called with the URL of the page. Default: open the
                browser, and print the URL on standard error.

        Raises:
            LoginError: The user or the server refuses, or the time is over.
            OSError: The port is in use.
        """
        from .browser import log_in

        if not self.flow.authorization_url:
            raise LoginError("the API has no login in a browser; use with_device()")
        with self._client() as client:
            return log_in(
                client, self.flow, self._scopes(), port, timeout, show or _open_page
            )

    def with_device(
        self, *, show: Callable[[DeviceCode], object] | None = None
    ) -> Tokens:
        """Return the tokens that the user grants on another device.

        Args:
            show: Function that shows the code. Default: print it on standard error.

        Raises:
            LoginError: The user or the server refuses, or the code has expired.
        """
        from .device import log_in

        if not self.flow.device_url:
            raise LoginError("the API has no login with a code; use in_browser()")
        with self._client() as client:
            return log_in(client, self.flow, self._scopes(), show or _print_code)

    def refresh(self, tokens: Tokens) -> Tokens:
        """Return new tokens for tokens that expire (RFC 6749, 6).

        Raises:
            LoginError: There is no refresh token, or the server refuses it.
        """
        if not tokens.refresh_token:
            raise LoginError("the access token has expired; log in again")
        flow = self.flow
        form = {"grant_type": "refresh_token", "refresh_token": tokens.refresh_token}
        with self._client() as client:
            url = flow.refresh_url or flow.token_url or flow.device_token_url
            renewed = client.request_tokens(url, form)
        # A server may keep the refresh token.
        kept = renewed.refresh_token or tokens.refresh_token
        return renewed._replace(refresh_token=kept)

    def credential(
        self, tokens: Tokens, save: Callable[[Tokens], object] | None = None
    ) -> Callable[[], str]:
        """Return the function to pass to the client as its credential.

        It returns the access token, and renews it before it expires. Threads can share it.

        Args:
            tokens: Tokens of an earlier login.
            save: Function that stores renewed tokens.
        """
        lock = Lock()

        def access_token() -> str:
            nonlocal tokens
            with lock:
                if is_expiring(tokens):
                    tokens = self.refresh(tokens)
                    if save is not None:
                        save(tokens)
                return tokens.access_token

        return access_token

    def _scopes(self) -> Iterable[str]:
        return self.flow.scopes if self.scopes is None else self.scopes

    @contextmanager
    def _client(self) -> Generator[TokenClient]:
        import httpx2

        if self.http_client is not None:
            yield TokenClient(self.client_id, self.client_secret, self.http_client)
            return
        with httpx2.Client() as http:
            yield TokenClient(self.client_id, self.client_secret, http)


set_public_module("login", Login)


def is_expiring(tokens: Tokens) -> bool:
    """Return whether an access token has expired, or expires soon."""
    return tokens.expires_at is not None and time.time() > tokens.expires_at - _MARGIN


def _open_page(url: str) -> None:
    sys.stderr.write(f"Log in at: {url}\n")
    webbrowser.open(url)


def _print_code(code: DeviceCode) -> None:
    sys.stderr.write(f"Enter the code {code.user_code} at {code.url}\n")
