"""Kinds of credentials, and how they are sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, ClassVar, Literal, TypeAlias, cast

from .api import Authorization, Credential, CredentialValue

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


class Bearer(Credential):
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


class ApiKey(Credential):
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

    @property
    def key(self) -> tuple[str, str]:
        """Location and name of the key."""
        return self.place, self.name

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


class Basic(Credential):
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

    requests_token: ClassVar[bool] = True

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


def pair_from_environment(
    names: tuple[str, str] | None, environ: Mapping[str, str]
) -> CredentialValue | None:
    """Return the values of two environment variables, or `None` unless both are set."""
    if names is None or not environ.get(names[0]) or not environ.get(names[1]):
        return None
    return environ[names[0]], environ[names[1]]


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
