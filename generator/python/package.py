"""Tree of the whole client package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.types import Key
from .expressions import Docstring, Import, TypeExpr
from .mock import Mock
from .resources import Child, ResourceModule
from .types import TypesModule


@dataclass(frozen=True, slots=True)
class CredentialArgument:
    """A credential argument of a client.

    Args:
        name: Name of the argument, also in `security` of endpoints.
        kind: Class of the runtime: `Bearer`, `ApiKey`, `Basic`, …
        positional: First argument of that class: a wire name or URL; `""` for none.
        place: Location of an API key; `""` for others.
        environment: Environment variables with the default values.
        pair: Whether it is a pair of strings, such as username and password.
        text: Description in CommonMark.
    """

    name: str
    kind: str
    positional: str
    place: str
    environment: tuple[str, ...]
    pair: bool
    text: str


@dataclass(frozen=True, slots=True)
class ServerLiteral:
    """A server of the API.

    Args:
        url: URL; `{name}` stands for a variable.
        name: Name that callers choose the server by.
        variables: Name and values of each variable, the default first; a first value of
            `None` means that there is no default.
    """

    url: str
    name: str
    variables: tuple[tuple[str, tuple[str | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class ClientModule:
    """The module of the sync and the async client.

    Args:
        name: Name of the sync client; the async client has the prefix `Async`.
        package: Name of the package.
        title: Title of the API.
        version: Version of the API.
        environment: Prefix of environment variables.
        servers: Servers of the API.
        credentials: Credential arguments.
        always: Names of the credentials that are sent with every request.
        security: Default security of operations.
        errors: Type of error bodies by status code.
        children: Top-level resources.
        docstring: Docstring of both clients.
        imports: Imports at run time.
        checking: Imports for type checkers.
        webhooks: Whether the API sends webhooks.
    """

    name: str
    package: str
    title: str
    version: str
    environment: str
    servers: tuple[ServerLiteral, ...]
    credentials: tuple[CredentialArgument, ...]
    always: tuple[str, ...]
    security: tuple[tuple[str, ...], ...]
    errors: tuple[tuple[str, TypeExpr], ...]
    children: tuple[Child, ...]
    docstring: Docstring
    imports: tuple[Import, ...]
    checking: tuple[Import, ...]
    webhooks: bool = False

    @property
    def defers_imports(self) -> bool:
        """Whether annotations can be evaluated at run time; those of methods are not."""
        return False

    @property
    def chooses_server(self) -> bool:
        """Whether callers can select a server."""
        return len(self.servers) > 1

    @property
    def has_variables(self) -> bool:
        """Whether a server URL has variables."""
        return any(server.variables for server in self.servers)


@dataclass(frozen=True, slots=True)
class Call:
    """The call of an operation.

    Args:
        id: Id of the operation.
        method: HTTP method.
        path: Path in the document.
        resource: Attributes from the client: `chat.completions`.
        name: Name of the Python method.
    """

    id: str
    method: str
    path: str
    resource: str
    name: str

    @property
    def call(self) -> str:
        """The full call: `chat.completions.create`."""
        return f"{self.resource}.{self.name}" if self.resource else self.name


@dataclass(frozen=True, slots=True)
class Package:
    """A client package.

    Args:
        name: Name of the package.
        client: Module of the clients.
        types: Modules of models.
        params: Modules of parameter types.
        resources: Modules of resources.
        calls: Call of each operation, in the order of the model.
        views: Class or alias for responses, by declaration.
        parameters: Class or alias for requests, by declaration.
        modules: Module of each type, by name.
        mock: Example responses for tests.
    """

    name: str
    client: ClientModule
    types: tuple[TypesModule, ...]
    params: tuple[TypesModule, ...]
    resources: tuple[ResourceModule, ...]
    calls: tuple[Call, ...]
    views: Mapping[Key, str]
    parameters: Mapping[Key, str]
    modules: Mapping[str, str]
    mock: Mock
