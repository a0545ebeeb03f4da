"""Tokens of a user, and the requests for them (RFC 6749, 5 and 6)."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast
from urllib.parse import quote_plus, urlsplit

from ..client.lifetimes import read_seconds
from ..lazy import set_public_module

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

_TIMEOUT: Final = 30.0
_MAX_BYTES: Final = 1 << 20
_BEARER: Final = ("bearer", "bearertoken", "bearer token")
_LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


class LoginError(Exception):
    """A login that failed.

    Attributes:
        code: Error code of the authorization server, such as `access_denied`; `""` if the
            error has none.
    """

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (*self.args, self.code)


class LoginFlow(NamedTuple):
    """The endpoints of an authorization server.

    Attributes:
        authorization_url: Page where the user consents; `""`: no login in a browser.
        token_url: Endpoint of tokens after a login in a browser.
        refresh_url: Endpoint that renews tokens; `""`: the endpoint of tokens.
        device_url: Endpoint of device codes; `""`: no login with a code.
        device_token_url: Endpoint of tokens after a login with a code.
        scopes: The scopes that the document declares.
    """

    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    device_url: str = ""
    device_token_url: str = ""
    scopes: tuple[str, ...] = ()


class Tokens(NamedTuple):
    """An access token and what renews it.

    Attributes:
        access_token: The access token.
        refresh_token: Token that renews the access token; `""` if there is none.
        expires_at: Time of expiration in seconds since 1970; `None` if it is not known.
    """

    access_token: str
    refresh_token: str = ""
    expires_at: float | None = None

    def __repr__(self) -> str:
        return f"Tokens(expires_at={self.expires_at!r})"  # Without the secrets.


set_public_module("login", LoginError, LoginFlow, Tokens)


class TokenClient(NamedTuple):
    """The program as a client of an authorization server.

    Attributes:
        id: Client id.
        secret: Client secret; `None` for a public client.
        http: The httpx2 client that sends the requests.
    """

    id: str
    secret: str | None
    http: httpx2.Client

    def request_tokens(self, url: str, form: Mapping[str, str]) -> Tokens:
        """Request tokens.

        Raises:
            LoginError: The server refuses, or its response has no usable token.
        """
        return _read_tokens(self.post(url, form))

    def post(self, url: str, form: Mapping[str, str]) -> dict[str, Any]:
        """Send a form and return the members of the response.

        Raises:
            LoginError: The server returns an error, cannot be reached, or is not secure.
        """
        import httpx2

        check_url(url)
        fields = {**form, "client_id": self.id}
        auth: Any = httpx2.USE_CLIENT_DEFAULT
        if self.secret is not None:
            # Form-encoded first (RFC 6749, 2.3.1).
            auth = httpx2.BasicAuth(quote_plus(self.id), quote_plus(self.secret))
        try:
            response = self.http.post(
                url,
                data=fields,
                headers={"Accept": "application/json"},
                auth=auth,
                timeout=_TIMEOUT,
                follow_redirects=False,
            )
        except httpx2.HTTPError as error:
            # Without the request, which contains secrets.
            raise LoginError(
                f"cannot reach {_host(url)}: {type(error).__name__}"
            ) from None
        members = _read_object(response.content)
        if response.is_success and "error" not in members:
            return members
        raise server_error(
            members, f"{_host(url)} returned status code {response.status_code}"
        )


def check_url(url: str) -> None:
    """Check that a URL of an authorization server is secure.

    Raises:
        LoginError: The URL is neither one of HTTPS nor one of this machine.
    """
    parts = urlsplit(url)
    is_local = parts.scheme == "http" and parts.hostname in _LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or is_local):
        raise LoginError(
            f"cannot log in: {url!r} is not a URL of HTTPS, which secrets require"
        )


def server_error(members: Mapping[str, Any], default: str) -> LoginError:
    """Return the error of a response (RFC 6749, 4.1.2.1 and 5.2).

    Args:
        members: Members of the response, or parameters of the redirect.
        default: Message if the server sends no error code.
    """
    code, text = members.get("error"), members.get("error_description")
    if not isinstance(code, str) or not code:
        return LoginError(f"login failed: {default}")
    detail = f": {_printable(text)}" if isinstance(text, str) and text else ""
    return LoginError(f"login failed: {_printable(code)}{detail}", code)


def _printable(text: str) -> str:
    """Return the begin of a text of a server without control characters."""
    return "".join(char if char.isprintable() else " " for char in text[:300])


def _host(url: str) -> str:
    return urlsplit(url).hostname or "the server"


def _read_object(content: bytes) -> dict[str, Any]:
    if len(content) > _MAX_BYTES:
        return {}
    try:
        value: object = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _read_tokens(members: Mapping[str, Any]) -> Tokens:
    access, kind = members.get("access_token"), members.get("token_type", "Bearer")
    if not isinstance(access, str) or not access.strip() or not access.isprintable():
        raise LoginError("login failed: the response has no usable access_token")
    if str(kind).lower() not in _BEARER:
        raise LoginError("login failed: token_type is not 'Bearer'")
    refresh = members.get("refresh_token")
    seconds = read_seconds(members.get("expires_in"))
    return Tokens(
        access,
        refresh if isinstance(refresh, str) else "",
        None if seconds is None else time.time() + seconds,
    )
