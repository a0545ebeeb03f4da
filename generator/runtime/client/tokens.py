"""Access tokens of client credentials (RFC 6749, 4.4), which are fetched and cached."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote_plus, urljoin
from weakref import WeakKeyDictionary

from ..api.api import Authorization
from ..api.credentials import Basic, require_pair
from ..api.endpoint import Endpoint
from ..transport.pool import reset_after_fork, running_loop
from .token_response import Token, parse_token

if TYPE_CHECKING:
    from typing import Never

    import anyio

    from ..api.api import CredentialValue
    from ..api.client_protocol import ClientProtocol
    from ..api.credentials import OAuth2ClientCredentials
    from ..requests.build import Call
    from ..responses.errors import APIError

_OWN_HEADERS: Final = ("accept", "authorization", "content-type", "user-agent")


class Tokens:
    """The tokens of a client and its copies, by name of the credential.

    Attributes:
        lock: Held while a token is fetched, so that other threads wait for it.
    """

    __slots__ = ("__weakref__", "_async_locks", "_tokens", "lock")

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self.after_fork()
        reset_after_fork(self)

    def after_fork(self) -> None:
        """Replace the locks, which a thread of the parent process may have held."""
        self.lock = Lock()
        self._async_locks: WeakKeyDictionary[object, anyio.Lock] = WeakKeyDictionary()

    def async_lock(self, loop: object) -> anyio.Lock:
        """Return the lock of the tasks of an event loop.

        A task that waits for a lock can only be woken up in its own event loop.
        """
        lock = self._async_locks.get(loop)
        if lock is None:
            from anyio import Lock as AsyncLock

            lock = self._async_locks.setdefault(loop, AsyncLock())
        return lock

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


async def fetch_token(
    name: str, credential: OAuth2ClientCredentials, pair: CredentialValue, caller: Call
) -> str:
    """Return the token of a credential, and fetch it if there is no valid one.

    Args:
        name: Name of the credential.
        credential: The credential.
        pair: Client id and client secret.
        caller: The call that needs the token. Its timeout and retries apply to the token
            request, and to the time to wait for the token request of another thread or
            task.

    Raises:
        APIError: The token cannot be fetched.
    """
    from ..responses.errors import APIError
    from ..transport.send import fetch

    tokens: Tokens = caller.client._tokens
    value = tokens.find(name, time.monotonic())
    if value is not None:
        return value
    call = _build_call(caller.client, credential, pair, caller)
    lock = await _acquire_lock(call, tokens)
    try:
        value = tokens.find(name, time.monotonic())
        if value is None:
            response, _ = await fetch(call)
            value = tokens.store(name, parse_token(call, response))
    except APIError as error:
        _raise_described(error, call)
    finally:
        lock.release()
    return value


async def _acquire_lock(call: Call, tokens: Tokens) -> Lock | anyio.Lock:
    """Return the lock of threads, or that of the tasks of an event loop, when it is free."""
    client = call.client
    limit = _wait_limit(call, client._own_timeout(client._open_http()))
    if not client._asynchronous:
        if not tokens.lock.acquire(timeout=-1 if limit is None else limit):
            raise _waiting_error(limit)
        return tokens.lock
    from anyio import move_on_after

    lock = tokens.async_lock(running_loop())
    with move_on_after(limit) as scope:
        await lock.acquire()
    if scope.cancelled_caught:
        raise _waiting_error(limit)
    return lock


def _build_call(
    client: ClientProtocol,
    credential: OAuth2ClientCredentials,
    pair: CredentialValue,
    caller: Call,
) -> Call:
    from httpx2 import URL

    from ..api.arguments import CallArguments
    from ..requests.build import Call
    from ..transport.redirects import same_origin

    pair = require_pair(
        "client credentials must be a tuple (client id, client secret)", pair
    )
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
    call.timeout, call.deadline = caller.timeout, caller.deadline
    call.retries = caller.retries
    # No option permits to send the client secret to another origin.
    call.cross_origin_body = None
    return call


def _wait_limit(call: Call, default: dict[str, float | None]) -> float | None:
    """Return the seconds to wait for a token that another thread or task fetches."""
    limit = (call.timeout or default)["pool"]
    if call.deadline is None:
        return limit
    remaining = max(call.deadline - time.monotonic(), 0.0)
    return remaining if limit is None else min(limit, remaining)


def _waiting_error(limit: float | None) -> APIError:
    from ..responses.errors import APITimeoutError

    return APITimeoutError(
        message=f"Request timed out: another call did not fetch a token within {limit:g} s."
    )


def _raise_described(error: APIError, call: Call) -> Never:
    """Raise an error of a token request with a message that says what was sent."""
    from httpx2 import URL

    from ..api.redaction import safe_url

    body: Any = call.arguments.body
    form = " and ".join(f"{name}={value!r}" for name, value in body.items())
    query = f"?{call.query}" if call.query else ""
    error.message = (
        f"token request failed: {error.message} (sent {form} to"
        f" {safe_url(URL(call.url + query))}, with client ID and secret as HTTP Basic"
        " credentials)"
    )
    error.args = (error.message,)
    raise error
