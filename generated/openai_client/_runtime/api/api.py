"""Description of an API: its servers and credentials."""

from __future__ import annotations

import os
import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

from ..lazy import load_feature
from .redaction import redact_base_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TYPES: Final = f"{'.'.join(__name__.split('.')[:-3])}.types"


class Api:
    """An API: its name, servers and credentials.

    Args:
        name: Name of the client's package, of its logger and in `User-Agent`.
        version: Version of the client's package.
        environment: Prefix of its environment variables; `ACME` reads `ACME_BASE_URL`
            and `ACME_LOG`.
        servers: The servers; the first is the default.
        server_variables: Names of variables that only servers of operations have.
        credentials: Name of the client's argument -> how the credential is sent.
        security: Default security of operations: alternatives, each of them the names of
            the credentials that are sent together.
        always: Names of credentials that are sent with every request, whatever its
            security, such as the header of an organization.
        errors: Default annotations of error bodies by status code, such as
            `{"default": "ErrorResponse"}`.
        types: Package with the types that annotations of responses name. Default: `types`
            beside the package of the runtime.
    """

    __slots__ = (
        "always",
        "credentials",
        "environment",
        "errors",
        "name",
        "security",
        "server_variables",
        "servers",
        "types",
        "version",
    )

    def __init__(
        self,
        *,
        name: str,
        version: str,
        environment: str,
        servers: tuple[Server, ...] = (),
        server_variables: tuple[str, ...] = (),
        credentials: Mapping[str, Credential] = {},
        security: Security = (),
        always: tuple[str, ...] = (),
        errors: Mapping[str, str] = {},
        types: str = _TYPES,
    ) -> None:
        self.name = name
        self.version = version
        self.environment = environment
        self.servers = servers
        self.server_variables = server_variables
        self.credentials = credentials
        self.security = security
        self.always = always
        self.errors = errors
        self.types = types

    def __repr__(self) -> str:
        return f"Api(name={self.name!r}, version={self.version!r})"

    def server_index(self, choice: str | int) -> int:
        """Return the index of the server with a name or an index.

        Raises:
            ValueError: There is no such server.
        """
        for index, server in enumerate(self.servers):
            if choice == (index if isinstance(choice, int) else server.name):
                return index
        raise ValueError(
            f"unknown server {choice!r} of {self.name}; use base_url for other servers"
        )

    def check_variables(self, names: Iterable[str]) -> None:
        """Check the names of server variables.

        Raises:
            ValueError: No server has a variable of that name.
        """
        known = dict.fromkeys(
            name for server in self.servers for name in server.variables
        )
        known |= dict.fromkeys(self.server_variables)
        for name in names:
            if name not in known:
                raise ValueError(
                    f"unknown server variable {name!r}; the variables are:"
                    f" {', '.join(known) or 'none'}"
                )

    def check_user_information(
        self, url: str, credentials: Iterable[str], headers: Iterable[str]
    ) -> None:
        """Check that only one of a base URL and the client sets `Authorization`.

        A user name and password in a URL are sent as HTTP Basic credentials.

        Args:
            url: The base URL of the caller.
            credentials: Names of the available credentials.
            headers: Names of the headers of every request.

        Raises:
            ValueError: Both of them do.
        """
        if "@" not in url or not re.match(r"(?:[^/?#]*//)?[^/?#]*@", url):
            return
        names = [name for name in credentials if self._uses_authorization(name)]
        if any(name.lower() == "authorization" for name in headers):
            names.append("default_headers")
        if names:
            raise ValueError(
                f"base_url {redact_base_url(url)!r} contains a user name or password,"
                f" which conflicts with {names[0]}: both set the header Authorization;"
                f" remove one of them (the URL may come from {self.environment}_BASE_URL,"
                " a credential from its environment variable)"
            )

    def _uses_authorization(self, name: str) -> bool:
        key = self.credentials[name].key
        return key is None or (key[0], key[1].lower()) == ("header", "authorization")


class Server:
    """A server of an API (OpenAPI, Server Object).

    Args:
        url: URL of the server; `{name}` is a variable.
        variables: Default of each variable by name, or a tuple of the permitted values,
            of which the first is the default. `None` instead of a default makes the
            variable required.
        name: Name by which callers select the server.
    """

    __slots__ = ("name", "url", "variables")

    def __init__(
        self,
        url: str,
        *,
        variables: Mapping[str, str | tuple[str | None, ...] | None] = {},
        name: str | None = None,
    ) -> None:
        self.url = url
        self.variables = variables
        self.name = name

    def __repr__(self) -> str:
        return f"Server({self.url!r})"

    def format(self, values: Mapping[str, str] = {}) -> str:
        """Return the URL with its variables replaced.

        Args:
            values: Values by variable; variables of other servers are ignored.

        Raises:
            ValueError: A value is missing, is not one of the permitted values, or would
                change another part of the URL.
            TypeError: A value is not a string.
        """
        if not self.variables:
            return self.url
        url: str = load_feature("api.server_variables").expand(
            self.url, self.variables, values
        )
        return url


def split_url(url: str) -> tuple[str, str]:
    """Return the address of a base URL, without a trailing slash, and its query."""
    address, _, query = url.partition("#")[0].partition("?")
    return address.rstrip("/"), query


Security: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives, each of them the names of the credentials that are sent together."""

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


class Credential(ABC):
    """A kind of credential, which decides how it is sent (see `credentials`)."""

    __slots__ = ()

    requests_token: ClassVar[bool] = False
    """Whether its value requests an access token, which is sent (`client.tokens`)."""

    @property
    def key(self) -> tuple[str, str] | None:
        """Location and name of an API key; `None` for the header `Authorization`."""
        return None

    @abstractmethod
    def from_environment(self, environ: Mapping[str, str]) -> CredentialValue | None:
        """Return the value that environment variables contain; `None` if they are unset."""

    @abstractmethod
    def apply(self, value: CredentialValue, authorization: Authorization) -> None:
        """Add the credential to a request.

        Raises:
            TypeError: The value is not of the kind of the credential.
            ValueError: It cannot be sent.
        """


def select_credentials(
    alternatives: Security, always: Iterable[str], available: Mapping[str, object]
) -> tuple[str, ...]:
    """Select the credentials of a request.

    The first alternative whose credentials are all available is selected. An alternative
    without credentials is selected only if no other is available. Otherwise, it is the
    first with an available credential; `check_credentials` checks the others. If none is
    available, the request is sent without, because some servers do not check credentials.

    Args:
        alternatives: The security of the operation.
        always: Names of credentials that are sent whenever they are available.
        available: The credentials of the client by name.

    Returns:
        The names of the credentials, some of which may be unavailable.
    """
    items = [item for item in alternatives if item and available.keys() >= set(item)]
    if not items and () not in alternatives:
        own = available.keys() - set(always)
        items = [item for item in alternatives if own.intersection(item)]
    names = items[0] if items else ()
    return names + tuple(x for x in always if x in available and x not in names)


def find_credentials(
    known: Mapping[str, Credential], credentials: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the available credentials: those passed, and those in the environment."""
    _check_names(known, credentials)
    available = _without_empty(credentials)
    for name, credential in known.items():
        if credentials.get(name) is None:
            value = credential.from_environment(os.environ)
            if value is not None:
                available[name] = value
    return available


def change_credentials(
    known: Mapping[str, Credential],
    current: Mapping[str, Any],
    changes: Mapping[str, Any],
    settings: Iterable[str] | None,
) -> dict[str, Any]:
    """Return the credentials of a copy of a client.

    Args:
        known: Credentials of the API.
        current: Credentials of the client.
        changes: Their new values; `None` changes none, and an empty string removes one.
        settings: Other arguments of the method, of which a name can be misspelled.

    Raises:
        TypeError: The API has no credential of a name.
    """
    _check_names(known, changes, settings)
    changed = {name: value for name, value in changes.items() if value is not None}
    return _without_empty({**current, **changed})


def new_tokens(known: Mapping[str, Credential]) -> Any:
    """Return an empty store of access tokens, or `None` if no credential needs one."""
    for credential in known.values():
        if credential.requests_token:
            return load_feature("client.tokens").Tokens()
    return None


def _without_empty(credentials: Mapping[str, Any]) -> dict[str, Any]:
    """Return the credentials that have a value."""
    # Callers pass an empty string for servers that require no key.
    return {name: value for name, value in credentials.items() if value}


def _check_names(
    known: Mapping[str, Credential],
    credentials: Mapping[str, Any],
    settings: Iterable[str] | None = None,
) -> None:
    """Check that the API has credentials of these names.

    Args:
        known: Credentials of the API.
        credentials: The credentials by name.
        settings: Other arguments of the method, of which a name can be misspelled.

    Raises:
        TypeError: It has none of a name.
    """
    for name in credentials:
        if name not in known:
            from .arguments import find_similar

            similar = find_similar(name, [*known, *(settings or ())])
            names = ", ".join(known) or "none"
            hint = f"; the credentials are: {names}"
            if similar is not None:
                hint = f". Did you mean {similar!r}?"
            raise TypeError(f"unexpected keyword argument {name!r}{hint}")
