"""Description of an API, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .credentials import Credential, Security
    from .server import Server


class Api:
    """An API: its name, servers and credentials.

    Args:
        name: Name of the client's package, of its logger and in `User-Agent`.
        version: Version of the client's package.
        environment: Prefix of its environment variables; `ACME` reads `ACME_BASE_URL`
            and `ACME_LOG`.
        servers: The servers; the first is the default.
        credentials: Name of the client's argument -> how the credential is sent.
        security: Default security of operations: alternatives, each of them the names of
            the credentials that are sent together.
        always: Names of credentials that are sent with every request, whatever its
            security, such as the header of an organization.
        errors: Default annotations of error bodies by status code, such as
            `{"default": "ErrorResponse"}`.
    """

    __slots__ = (
        "always",
        "credentials",
        "environment",
        "errors",
        "name",
        "security",
        "servers",
        "version",
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
        """Return the server with a name or an index.

        Raises:
            ValueError: There is no such server.
        """
        if isinstance(choice, int):
            if 0 <= choice < len(self.servers):
                return self.servers[choice]
        else:
            for server in self.servers:
                if server.name == choice:
                    return server
        raise ValueError(
            f"unknown server {choice!r} of {self.name}; use base_url for other servers"
        )
