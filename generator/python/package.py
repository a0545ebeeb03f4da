"""The whole client package."""

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
    """A credential that a client takes.

    Args:
        name: of the argument, and in `security` of endpoints.
        kind: the class of the runtime: `Bearer`, `ApiKey`, `Basic`, …
        positional: its first argument, `""` for none: the name or URL on the wire.
        place: of an API key; `""` for others.
        environment: the variables that are read when nothing is given.
        pair: whether it is a pair, such as name and password, rather than one text.
        text: how to come by it.
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
    """The module of the two clients.

    Args:
        name: of the sync client; the async one has `Async` before it.
        package: the name of the package.
        title: of the API.
        version: of the API.
        environment: the prefix of environment variables.
        servers: where it is served.
        credentials: what callers show.
        always: those of them that go with every request, whatever it asks for.
        security: what operations ask for that say nothing of it themselves.
        errors: the type of error bodies by status.
        children: the top resources.
        docstring: of either client.
        imports, checking: what runs, and what only type checkers see.
        webhooks: whether it reads what the API sends.
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
        """Whether callers may say which server to call."""
        return len(self.servers) > 1

    @property
    def has_variables(self) -> bool:
        """Whether a server's address has parts that callers may say."""
        return any(server.variables for server in self.servers)


@dataclass(frozen=True, slots=True)
class Call:
    """How an operation is called.

    Args:
        id: of the operation.
        method, path: as the document says.
        resource: the attributes on the way: `chat.completions`.
        name: of the method.
    """

    id: str
    method: str
    path: str
    resource: str
    name: str

    @property
    def call(self) -> str:
        """The whole: `chat.completions.create`."""
        return f"{self.resource}.{self.name}" if self.resource else self.name


@dataclass(frozen=True, slots=True)
class Package:
    """A client package.

    Args:
        name: of the package.
        client: its module of clients.
        types: its modules of types.
        params: its modules of parameters.
        resources: its modules of resources.
        calls: how each operation is called, in the order of the model.
        views: the class or alias that answers use, by declaration.
        parameters: the class or alias that arguments use, by declaration.
        modules: the module of types in which a name stands.
        mock: what the client answers by itself in tests.
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
