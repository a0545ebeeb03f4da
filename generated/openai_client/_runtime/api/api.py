"""Description of an API, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .authorization import Credential, Security
    from .server import Server

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
