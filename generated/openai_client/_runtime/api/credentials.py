"""Credentials: how they are sent and which of them a request needs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, Literal, TypeAlias, cast

Security: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives, each of them the names of the credentials that are sent together."""

Secret: TypeAlias = str | Callable[[], str]
"""A secret, or a function that returns it before each request."""

AsyncSecret: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""A secret, or a function or coroutine function that returns it before each request."""

SecretPair: TypeAlias = tuple[str, str] | Callable[[], tuple[str, str]]
"""A user name or client ID and its secret, or a function that returns both."""

AsyncSecretPair: TypeAlias = (
    tuple[str, str] | Callable[[], tuple[str, str] | Awaitable[tuple[str, str]]]
)
"""As `SecretPair`; the function can be a coroutine function."""

CredentialValue: TypeAlias = str | tuple[str, str]
"""The value of a credential, after functions were called."""


class Authorization:
    """Headers, query parameters and cookies that the credentials add to a request.

    Attributes:
        headers: Names and values of headers.
        query: Names and values of query parameters.
        cookies: Names and values of cookies.
        secrets: Strings that must be redacted in messages.
    """

    __slots__ = ("cookies", "headers", "query", "secrets")

    def __init__(self) -> None:
        self.headers: list[tuple[str, str]] = []
        self.query: list[tuple[str, str]] = []
        self.cookies: list[tuple[str, str]] = []
        self.secrets: list[str] = []


class Bearer:
    """A bearer token in the `Authorization` header (RFC 6750, section 2.1).

    Args:
        environment: Name of the environment variable that contains the token.
    """

    __slots__ = ("environment",)

    def __init__(self, *, environment: str | None = None) -> None:
        self.environment = environment

    def from_environment(self, environ: Mapping[str, str]) -> CredentialValue | None:
        """Return the value of the environment variable, or `None` if it is not set."""
        return environ.get(self.environment or "") or None

    def apply(self, value: CredentialValue, authorization: Authorization) -> None:
        """Add the credential to a request."""
        token = _require_string("bearer token", value)
        authorization.secrets.append(token)
        authorization.headers.append(("Authorization", f"Bearer {token}"))


class ApiKey:
    """An API key in a header, a query parameter or a cookie.

    Args:
        name: Name of the header, query parameter or cookie.
        place: Where the key is sent.
        environment: Name of the environment variable that contains the key.
    """

    __slots__ = ("environment", "name", "place")

    def __init__(
        self,
        name: str,
        *,
        place: Literal["header", "query", "cookie"] = "header",
        environment: str | None = None,
    ) -> None:
        self.name = name
        self.place = place
        self.environment = environment

    def from_environment(self, environ: Mapping[str, str]) -> CredentialValue | None:
        """Return the value of the environment variable, or `None` if it is not set."""
        return environ.get(self.environment or "") or None

    def apply(self, value: CredentialValue, authorization: Authorization) -> None:
        """Add the credential to a request."""
        key = _require_string(self.name, value)
        authorization.secrets.append(key)
        if self.place == "header":
            authorization.headers.append((self.name, key))
        elif self.place == "query":
            authorization.query.append((self.name, key))
        else:
            authorization.cookies.append((self.name, key))


class Basic:
    """A user name and a password in the `Authorization` header (RFC 7617).

    Args:
        environment: Names of the environment variables that contain them.
    """

    __slots__ = ("environment",)

    def __init__(self, *, environment: tuple[str, str] | None = None) -> None:
        self.environment = environment

    def from_environment(self, environ: Mapping[str, str]) -> CredentialValue | None:
        """Return the values of the environment variables, or `None` unless both are set."""
        return pair_from_environment(self.environment, environ)

    def apply(self, value: CredentialValue, authorization: Authorization) -> None:
        """Add the credential to a request."""
        user, password = require_pair(
            "basic credentials must be a tuple (user name, password)", value
        )
        if ":" in user:
            raise ValueError("user name of basic credentials must not contain a colon")
        from base64 import b64encode

        encoded = b64encode(f"{user}:{password}".encode()).decode("ascii")
        authorization.secrets.extend((encoded, password))
        authorization.headers.append(("Authorization", f"Basic {encoded}"))


class OAuth2ClientCredentials(Bearer):
    """An access token that is requested with a client ID and secret (RFC 6749, 4.4).

    The value of the credential is the pair `(client ID, client secret)`. The token is
    requested before the first request that needs it and cached by the client. It is
    renewed before it expires, and once after a response with status code 401.

    Args:
        token_url: URL of the token endpoint; relative to the URL of the server.
        scopes: The requested scopes.
        environment: Names of the environment variables that contain ID and secret.
    """

    __slots__ = ("pair", "scopes", "token_url")

    def __init__(
        self,
        token_url: str,
        *,
        scopes: tuple[str, ...] = (),
        environment: tuple[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.token_url = token_url
        self.scopes = scopes
        self.pair = environment

    def from_environment(self, environ: Mapping[str, str]) -> CredentialValue | None:
        """Return the values of the environment variables, or `None` unless both are set."""
        return pair_from_environment(self.pair, environ)


Credential: TypeAlias = "Bearer | ApiKey | Basic | OAuth2ClientCredentials"


def pair_from_environment(
    names: tuple[str, str] | None, environ: Mapping[str, str]
) -> CredentialValue | None:
    """Return the values of two environment variables, or `None` unless both are set."""
    if names is None or not environ.get(names[0]) or not environ.get(names[1]):
        return None
    return environ[names[0]], environ[names[1]]


def select_credentials(
    alternatives: Security, always: Iterable[str], available: Mapping[str, object]
) -> tuple[str, ...]:
    """Select the credentials of a request.

    The first alternative whose credentials are all available is selected. An alternative
    without credentials is selected only if no other is available. If none is available, the
    request is sent without, because some servers do not check credentials.

    Args:
        alternatives: The security of the operation.
        always: Names of credentials that are sent whenever they are available.
        available: The credentials of the client by name.

    Returns:
        The names of the credentials.
    """
    extra = tuple(name for name in always if name in available)
    for names in alternatives:
        if names and all(name in available for name in names):
            return names + tuple(name for name in extra if name not in names)
    return extra


def require_pair(message: str, value: CredentialValue) -> tuple[str, str]:
    """Return a credential that consists of two strings.

    Raises:
        TypeError: The credential is something else; the message does not disclose it.
    """
    pair: Any = value
    if isinstance(pair, (tuple, list)) and len(cast("tuple[Any, ...]", pair)) == 2:
        first, second = cast("tuple[Any, Any]", pair)
        if isinstance(first, str) and isinstance(second, str):
            return first, second
    raise TypeError(message)


def _require_string(name: str, value: CredentialValue) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be str, not {type(value).__name__}")
    return value
