"""How credentials travel, and which of them a request carries (OpenAPI, Security)."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from .endpoint import Security

Secret: TypeAlias = "str | Callable[[], str]"
AsyncSecret: TypeAlias = "str | Callable[[], str | Awaitable[str]]"
SecretPair: TypeAlias = "tuple[str, str] | Callable[[], tuple[str, str]]"
AsyncSecretPair: TypeAlias = (
    "tuple[str, str] | Callable[[], tuple[str, str] | Awaitable[tuple[str, str]]]"
)
Revealed: TypeAlias = "str | tuple[str, str]"


class Authorization:
    """What the credentials of one request add to it."""

    __slots__ = ("headers", "query", "cookies", "secrets")

    def __init__(self) -> None:
        self.headers: list[tuple[str, str]] = []
        self.query: list[tuple[str, str]] = []
        self.cookies: list[tuple[str, str]] = []
        # Every text that no message may show.
        self.secrets: list[str] = []


class Bearer:
    """A token in the `Authorization` header (RFC 6750).

    Args:
        environment: The environment variable that holds it.
    """

    __slots__ = ("environment",)

    def __init__(self, *, environment: str | None = None) -> None:
        self.environment = environment

    def from_environment(self, environ: Mapping[str, str]) -> Revealed | None:
        """The value that the environment holds, if any."""
        return environ.get(self.environment or "") or None

    def apply(self, value: Revealed, authorization: Authorization) -> None:
        """Adds the credential to a request."""
        token = _one("a bearer token", value)
        authorization.secrets.append(token)
        authorization.headers.append(("Authorization", f"Bearer {token}"))


class ApiKey:
    """A key in a header, the query or a cookie of its own.

    Args:
        name: Name of the header, parameter or cookie.
        place: Where it goes.
        environment: The environment variable that holds it.
    """

    __slots__ = ("name", "place", "environment")

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

    def from_environment(self, environ: Mapping[str, str]) -> Revealed | None:
        """The value that the environment holds, if any."""
        return environ.get(self.environment or "") or None

    def apply(self, value: Revealed, authorization: Authorization) -> None:
        """Adds the credential to a request."""
        key = _one(self.name, value)
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
        environment: The environment variables that hold the two.
    """

    __slots__ = ("environment",)

    def __init__(self, *, environment: tuple[str, str] | None = None) -> None:
        self.environment = environment

    def from_environment(self, environ: Mapping[str, str]) -> Revealed | None:
        """The two values that the environment holds, if it holds both."""
        return pair_from_environment(self.environment, environ)

    def apply(self, value: Revealed, authorization: Authorization) -> None:
        """Adds the credential to a request."""
        if isinstance(value, str):
            raise TypeError("basic credentials are a tuple: (user name, password)")
        user, password = value
        if ":" in user:
            raise ValueError("the user name of basic credentials holds a colon")
        encoded = b64encode(f"{user}:{password}".encode()).decode("ascii")
        authorization.secrets.extend((encoded, password))
        authorization.headers.append(("Authorization", f"Basic {encoded}"))


class OAuth2ClientCredentials(Bearer):
    """A token that is asked for with a client's id and secret (RFC 6749, 4.4).

    The credential's value is the pair `(client id, client secret)`; the token is
    fetched before the first request that needs it, kept by the client, and fetched
    anew before it expires and once after a 401.

    Args:
        token_url: Where tokens are asked for; relative to the server's URL.
        scopes: The scopes asked for.
        environment: The environment variables that hold id and secret.
    """

    __slots__ = ("token_url", "scopes", "pair")

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

    def from_environment(self, environ: Mapping[str, str]) -> Revealed | None:
        """The two values that the environment holds, if it holds both."""
        return pair_from_environment(self.pair, environ)


Credential: TypeAlias = "Bearer | ApiKey | Basic | OAuth2ClientCredentials"


def pair_from_environment(
    names: tuple[str, str] | None, environ: Mapping[str, str]
) -> Revealed | None:
    """Two environment variables, if both are set."""
    if names is None or not environ.get(names[0]) or not environ.get(names[1]):
        return None
    return environ[names[0]], environ[names[1]]


def chosen(
    alternatives: Security, always: Iterable[str], available: Mapping[str, object]
) -> tuple[str, ...]:
    """The names of the credentials that a request carries.

    Args:
        alternatives: What the operation accepts: the first alternative of which every
            credential is at hand is taken, and one that wants none only where there is no
            other. Where none is, the request goes out without, for servers that ask for
            no key.
        always: Credentials that go along whenever they are at hand.
        available: The credentials that the caller has given.
    """
    extra = tuple(name for name in always if name in available)
    for names in alternatives:
        if names and all(name in available for name in names):
            return names + tuple(name for name in extra if name not in names)
    return extra


def _one(name: str, value: Revealed) -> str:
    if not isinstance(value, str):
        raise TypeError(f"the value of {name} is a str, not {type(value).__name__}")
    return value
