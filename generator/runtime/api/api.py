"""Description of an API and its servers, as plain data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..lazy import load_feature
from .redaction import redact_base_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .authorization import Credential, Security

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
