"""Access tokens of client credentials (RFC 6749, 4.4), which are fetched and cached."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING, Final
from urllib.parse import quote_plus, urljoin

from ..api.credentials import Authorization, Basic
from ..api.endpoint import Endpoint
from ..requests.encoding import JSON_DECODE_ERRORS

if TYPE_CHECKING:
    import anyio
    import httpx2

    from ..api.client_protocol import (
        AsyncClientProtocol,
        ClientProtocol,
        SyncClientProtocol,
    )
    from ..api.credentials import CredentialValue, OAuth2ClientCredentials
    from ..requests.build import Call

# Seconds before its expiration from which a token is renewed, so that it is still valid
# when the request arrives.
MARGIN: Final = 30.0
_DEFAULT_LIFETIME: Final = 3600.0
_OWN_HEADERS: Final = ("accept", "authorization", "content-type", "user-agent")


class Token:
    """An access token.

    Attributes:
        value: The token.
        expires: Time of expiration in seconds of the monotonic clock.
    """

    __slots__ = ("expires", "value")

    def __init__(self, value: str, expires: float) -> None:
        self.value = value
        self.expires = expires


class Tokens:
    """The tokens of a client and its copies, by name of the credential.

    Attributes:
        lock: Held while a token is fetched, so that other threads wait for it.
        async_lock: The same for tasks; created when it is first needed.
    """

    __slots__ = ("_tokens", "async_lock", "lock")

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self.lock = Lock()
        self.async_lock: anyio.Lock | None = None

    def find(self, name: str, now: float) -> str | None:
        """Return the token of a credential, or `None` if there is no valid one."""
        token = self._tokens.get(name)
        return token.value if token is not None and now < token.expires else None

    def store(self, name: str, token: Token) -> str:
        """Store the token of a credential and return its value."""
        self._tokens[name] = token
        return token.value

    def discard(self, name: str, value: CredentialValue) -> None:
        """Discard a token, unless it has been replaced by another one."""
        token = self._tokens.get(name)
        if token is not None and token.value == value:
            self._tokens.pop(name, None)


def fetch_token(
    client: SyncClientProtocol,
    tokens: Tokens,
    name: str,
    credential: OAuth2ClientCredentials,
    pair: CredentialValue,
) -> str:
    """Return the token of a credential, and fetch it if there is no valid one.

    Args:
        client: Client that sends the request.
        tokens: Tokens of the client.
        name: Name of the credential.
        credential: The credential.
        pair: Client id and client secret.

    Raises:
        APIError: The token cannot be fetched.
    """
    from ..transport.send import read, send

    with tokens.lock:
        value = tokens.find(name, time.monotonic())
        if value is None:
            call = _build_call(client, credential, pair)
            response, _ = send(client, call)
            value = tokens.store(name, _parse_token(read(call, response)))
    return value


async def fetch_token_async(
    client: AsyncClientProtocol,
    tokens: Tokens,
    name: str,
    credential: OAuth2ClientCredentials,
    pair: CredentialValue,
) -> str:
    """Return the token of a credential; see `fetch_token`."""
    from anyio import Lock as AsyncLock

    from ..transport.send import read_async, send_async

    if tokens.async_lock is None:
        tokens.async_lock = AsyncLock()
    async with tokens.async_lock:
        value = tokens.find(name, time.monotonic())
        if value is None:
            call = _build_call(client, credential, pair)
            response, _ = await send_async(client, call)
            value = tokens.store(name, _parse_token(await read_async(call, response)))
    return value


def _build_call(
    client: ClientProtocol, credential: OAuth2ClientCredentials, pair: CredentialValue
) -> Call:
    from httpx2 import URL

    from ..api.arguments import CallArguments
    from ..requests.build import Call
    from ..transport.redirects import same_origin

    if isinstance(pair, str):
        raise TypeError("client credentials must be a tuple (client id, client secret)")
    endpoint = Endpoint(
        "POST", "", body="application/x-www-form-urlencoded", security=()
    )
    address = urljoin(f"{client._address(endpoint)[0]}/", credential.token_url)
    url, _, query = address.partition("?")
    endpoint.template = (url,), (query,) if query else ()
    form = {"grant_type": "client_credentials"}
    if credential.scopes:
        form["scope"] = " ".join(credential.scopes)
    # Form-encoded first (RFC 6749, 2.3.1), so that the id may contain a colon.
    authorization = Authorization()
    Basic().apply((quote_plus(pair[0]), quote_plus(pair[1])), authorization)
    arguments = CallArguments(headers=dict(authorization.headers), body=form)
    call = Call(client, endpoint, arguments)
    if not same_origin(URL(client.base_url or address), URL(address)):
        # Headers and credentials of the API must not be sent to another origin.
        call.headers = {
            name: call.headers[name] for name in _OWN_HEADERS if name in call.headers
        }
        call.names = ()
    call.sent_secrets = [*authorization.secrets, pair[1]]
    return call


def _parse_token(response: httpx2.Response) -> Token:
    """Return the token of a response (RFC 6749, 5.1)."""
    try:
        body = response.json()
        value = body["access_token"]
        lifetime = body.get("expires_in")
        seconds = _DEFAULT_LIFETIME if lifetime is None else float(lifetime)
    except (*JSON_DECODE_ERRORS, TypeError, KeyError, AttributeError) as error:
        from ..responses.errors import APIResponseValidationError

        raise APIResponseValidationError(
            "response of the token server has no access_token", response=response
        ) from error
    # Short-lived tokens are used for at least half of their lifetime.
    margin = min(MARGIN, seconds / 2)
    return Token(str(value), time.monotonic() + seconds - margin)
