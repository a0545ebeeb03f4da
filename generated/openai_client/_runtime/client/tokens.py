"""Access tokens by client credentials (RFC 6749, 4.4): fetched, kept, fetched anew."""

# pyright: reportPrivateUsage=false
# What is private to callers is shared between the runtime's own modules.

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote_plus, urljoin

from ..api.credentials import Authorization, Basic
from ..requests.encoding import NO_JSON
from ..api.endpoint import Endpoint

if TYPE_CHECKING:
    import anyio
    import httpx2

    from .async_client import AsyncClient
    from .base_client import BaseClient
    from .sync_client import SyncClient
    from ..api.credentials import OAuth2ClientCredentials, Revealed
    from ..requests.build import Call

# A token is not used in its last seconds: it has to arrive before it expires.
MARGIN: Final = 30.0
_OWN: Final = ("accept", "authorization", "content-type", "user-agent")


class Token:
    """An access token.

    Attributes:
        value: What is sent.
        expires: When it expires, in seconds of the monotonic clock.
    """

    __slots__ = ("value", "expires")

    def __init__(self, value: str, expires: float) -> None:
        self.value = value
        self.expires = expires


class Tokens:
    """The tokens of a client and its copies, by name of the credential."""

    __slots__ = ("_tokens", "lock", "async_lock")

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        # Whoever needs a token first fetches it; the others wait for it.
        self.lock = Lock()
        self.async_lock: anyio.Lock | None = None

    def fresh(self, name: str, now: float) -> str | None:
        """The token of a credential, unless it is about to expire."""
        token = self._tokens.get(name)
        return token.value if token is not None and now < token.expires else None

    def keep(self, name: str, token: Token) -> str:
        """Puts a token in the place of the one before."""
        self._tokens[name] = token
        return token.value

    def forget(self, name: str, value: Revealed) -> None:
        """Drops a token that was refused, unless another took its place meanwhile."""
        token = self._tokens.get(name)
        if token is not None and token.value == value:
            self._tokens.pop(name, None)


def token(
    client: SyncClient,
    name: str,
    credential: OAuth2ClientCredentials,
    pair: Revealed,
) -> str:
    """The token of a credential, fetched if need be.

    Raises:
        APIError: There is none to be had.
    """
    from ..transport.send import exchange, read

    tokens = client._tokens
    with tokens.lock:
        value = tokens.fresh(name, time.monotonic())
        if value is None:
            call = _call(client, credential, pair)
            response, _ = exchange(client, call)
            value = tokens.keep(name, _token(read(call, response)))
    return value


async def token_async(
    client: AsyncClient,
    name: str,
    credential: OAuth2ClientCredentials,
    pair: Revealed,
) -> str:
    """As `token`, for the async client."""
    from anyio import Lock as AsyncLock

    from ..transport.send import exchange_async, read_async

    tokens = client._tokens
    if tokens.async_lock is None:
        tokens.async_lock = AsyncLock()
    async with tokens.async_lock:
        value = tokens.fresh(name, time.monotonic())
        if value is None:
            call = _call(client, credential, pair)
            response, _ = await exchange_async(client, call)
            value = tokens.keep(name, _token(await read_async(call, response)))
    return value


def _call(
    client: BaseClient[Any], credential: OAuth2ClientCredentials, pair: Revealed
) -> Call:
    from httpx2 import URL

    from ..transport.redirects import same_origin
    from ..requests.build import Call

    if isinstance(pair, str):
        raise TypeError("client credentials are a tuple: (client id, client secret)")
    endpoint = Endpoint(
        "POST", "", body="application/x-www-form-urlencoded", security=()
    )
    address = urljoin(f"{client._address(endpoint)[0]}/", credential.token_url)
    url, _, query = address.partition("?")
    endpoint.template = (url,), (query,) if query else ()
    form = {"grant_type": "client_credentials"}
    if credential.scopes:
        form["scope"] = " ".join(credential.scopes)
    # Encoded as a form first (RFC 6749, 2.3.1): a colon in the id does no harm then.
    granted = Authorization()
    Basic().apply((quote_plus(pair[0]), quote_plus(pair[1])), granted)
    call = Call(client, endpoint, None, None, dict(granted.headers), None, form, None)
    if not same_origin(URL(client.base_url or address), URL(address)):
        # What the caller sends to the API is nothing for others.
        call.headers = {
            name: call.headers[name] for name in _OWN if name in call.headers
        }
        call.names = ()
    call.granted = [*granted.secrets, pair[1]]
    return call


def _token(response: httpx2.Response) -> Token:
    """The token of an answer (RFC 6749, 5.1)."""
    try:
        answer = response.json()
        value = answer["access_token"]
        said = answer.get("expires_in")
        seconds = 3600.0 if said is None else float(said)
    except (*NO_JSON, TypeError, KeyError, AttributeError) as error:
        from ..responses.errors import APIResponseValidationError

        raise APIResponseValidationError(
            "the answer of the token server holds no token", response=response
        ) from error
    # A short-lived token is used for half its life at least.
    margin = min(MARGIN, seconds / 2)
    return Token(str(value), time.monotonic() + seconds - margin)
