"""What the document says about an API as a whole, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .credentials import Credential
    from .endpoint import Security


class Server:
    """A server of the document (OpenAPI, Server Object).

    Args:
        url: Its URL; `{name}` stands for a variable.
        variables: Name -> default, or a tuple of the values allowed, the default first;
            `None` in place of a default makes the variable required.
        name: What callers choose it by.
    """

    __slots__ = ("url", "variables", "name")

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
        """The URL with its variables filled in.

        Args:
            values: Variable -> value; variables of other servers are passed over.

        Raises:
            ValueError: A value is missing, or is not among those that the document allows.
        """
        url = self.url
        for name, known in self.variables.items():
            choices = known if isinstance(known, tuple) else ()
            allowed = [choice for choice in choices if choice is not None]
            value = values.get(name, choices[0] if isinstance(known, tuple) else known)
            if value is None:
                raise ValueError(
                    f"the server variable {name!r} has no default: pass its value in"
                    " server_variables, or a URL in base_url"
                )
            if allowed and value not in allowed:
                raise ValueError(
                    f"the server variable {name!r} is one of {', '.join(allowed)},"
                    f" not {value!r}"
                )
            url = url.replace("{" + name + "}", value)
        return url


class Api:
    """An API: its name, servers and credentials.

    Args:
        name: Name of the client's package; also of its logger and in `User-Agent`.
        version: Version of the client's package.
        environment: Prefix of its environment variables: `ACME` reads `ACME_BASE_URL`
            and `ACME_LOG`.
        servers: The first is the default.
        credentials: Name, as in the client's arguments -> how it is sent.
        security: Alternatives, each the names of credentials that go together, for
            operations that do not state their own.
        always: Names of credentials that go with every request, whatever its security:
            headers such as an organization.
        errors: Annotations of error bodies by status, for operations that do not
            state their own: `{"default": "ErrorResponse"}`.
    """

    __slots__ = (
        "name",
        "version",
        "environment",
        "servers",
        "credentials",
        "security",
        "always",
        "errors",
    )

    def __init__(
        self,
        *,
        name: str,
        version: str,
        environment: str,
        servers: tuple[Server, ...] = (),
        credentials: Mapping[str, Credential] = {},
        security: Security = (),
        always: tuple[str, ...] = (),
        errors: Mapping[str, str] = {},
    ) -> None:
        self.name = name
        self.version = version
        self.environment = environment
        self.servers = servers
        self.credentials = credentials
        self.security = security
        self.always = always
        self.errors = errors

    def __repr__(self) -> str:
        return f"Api(name={self.name!r}, version={self.version!r})"

    def server(self, choice: str | int) -> Server:
        """The server of a name or a place in the list.

        Raises:
            ValueError: There is none.
        """
        if isinstance(choice, int):
            if 0 <= choice < len(self.servers):
                return self.servers[choice]
        else:
            for server in self.servers:
                if server.name == choice:
                    return server
        raise ValueError(f"{self.name} has no server {choice!r}; give base_url")
