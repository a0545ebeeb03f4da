"""The client package as a tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..frozen_dataclass import dataclass
from ..model.api import UserLogin
from ..model.types import Key
from .children import Child
from .commands import Commands
from .constants import ServerLiteral
from .event_streams import EventStreamClass
from .expressions import Docstring, Import, TypeExpr
from .features import Convenience, Feature
from .literals import string_literal
from .mock import Mock
from .own_classes import OwnModel
from .parsed import ParsedClass
from .resources import ResourceModule
from .types import TypesModule


@dataclass(frozen=True, slots=True)
class CredentialArgument:
    """A credential argument of a client.

    Args:
        name: Name of the argument, also used in `security` of endpoints.
        kind: Runtime class: `Bearer`, `ApiKey`, `Basic`, …
        positional: First argument of the class: the name of the API key or the token URL;
            `""` for none.
        place: Location of an API key; `""` for other credentials.
        environment: Environment variables that are read if the argument is omitted.
        pair: Whether the value is a pair, such as user name and password, rather than
            one string.
        text: Description of the credential.
        attribute: Whether the client has an attribute of this name for it.
        login: Where a user can grant it; `None` for nowhere.
    """

    name: str
    kind: str
    positional: str
    place: str
    environment: tuple[str, ...]
    pair: bool
    text: str
    attribute: bool = True
    login: UserLogin | None = None


@dataclass(frozen=True, slots=True)
class ClientModule:
    """The module of the sync client and the async client.

    Args:
        name: Name of the sync client; the async client has the prefix `Async`.
        package: Name of the package.
        title: Title of the API.
        version: Version of the API.
        release: Version of the package, by default that of the API.
        environment: Prefix of environment variables.
        servers: Servers of the API.
        server_variables: Names of variables that only servers of operations have.
        credentials: Credential arguments.
        always: Names of the credentials that are sent with every request, whatever the
            security requirements of the operation are.
        security: Default security requirements of operations.
        errors: Type of error bodies by status code.
        children: Top-level resources.
        docstring: Docstring of both clients.
        imports, checking: Imports that run, and imports for type checkers only.
        webhooks: Whether the client parses webhooks.
        callbacks: Whether the client parses callbacks.
        example_url: Example of the base URL that callers have to pass; `""` if the client
            has one.
    """

    name: str
    package: str
    title: str
    version: str
    release: str
    environment: str
    servers: tuple[ServerLiteral, ...]
    server_variables: tuple[str, ...]
    credentials: tuple[CredentialArgument, ...]
    always: tuple[str, ...]
    security: tuple[tuple[str, ...], ...]
    errors: tuple[tuple[str, TypeExpr], ...]
    children: tuple[Child, ...]
    docstring: Docstring
    imports: tuple[Import, ...]
    checking: tuple[Import, ...]
    webhooks: bool = False
    callbacks: bool = False
    plain: bool = False
    example_url: str = ""

    @property
    def construction(self) -> str:
        """Source that creates a client."""
        url = self.example_url
        arguments = f"base_url={string_literal(url)}" if url else ""
        return f"{self.name}({arguments})"

    @property
    def wrapped(self) -> tuple[Child, ...]:
        """The top-level resources whose methods can return responses."""
        return tuple(item for item in self.children if item.wrapped)

    @property
    def defers_imports(self) -> bool:
        """Whether annotations are evaluated at run time; those of methods are not."""
        return False

    @property
    def chooses_server(self) -> bool:
        """Whether callers can select a server."""
        return len(self.servers) > 1

    @property
    def has_variables(self) -> bool:
        """Whether the URL of a server has variables."""
        own = any(server.variables for server in self.servers)
        return own or bool(self.server_variables)


@dataclass(frozen=True, slots=True)
class DefaultClient:
    """The client of calls of the package itself, such as `acme.things.list()`.

    Args:
        arguments: Arguments of the client that are attributes of the package, and the
            source of their types.
        resources: Attributes of the client that are also attributes of the package.
        omitted: Names that the package lacks because it has no default client.
    """

    arguments: tuple[tuple[str, str], ...]
    resources: tuple[str, ...]
    omitted: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Names of the attributes of the package."""
        return frozenset((*(name for name, _ in self.arguments), *self.resources))


@dataclass(frozen=True, slots=True)
class OwnClient:
    """A client class of the user that the package exports.

    Args:
        module: Module inside of the package: `ext.azure`.
        name: Name of the class.
        public: Name by which the package exports it.
    """

    module: str
    name: str
    public: str


@dataclass(frozen=True, slots=True)
class Call:
    """The method that calls an operation.

    Args:
        id: ID of the operation.
        method, path: HTTP method and path of the operation, as in the document.
        resource: Attributes from the client to the resource: `chat.completions`.
        name: Name of the method.
    """

    id: str
    method: str
    path: str
    resource: str
    name: str

    @property
    def call(self) -> str:
        """The resource and the method: `chat.completions.create`."""
        return f"{self.resource}.{self.name}" if self.resource else self.name


@dataclass(frozen=True, slots=True)
class Package:
    """A client package.

    Args:
        name: Name of the package.
        client: Module of the clients.
        types: Type modules of responses.
        params: Type modules of parameters.
        resources: Resource modules.
        calls: Method of each operation, in the order of the model.
        models: Name of the class or alias for responses, by key of the declaration.
        parameters: Name of the class or alias for arguments, by key of the declaration.
        modules: Type module that defines each name.
        default_client: Client of calls of the package itself.
        own_clients: Client classes of the user that the package exports.
        own_models: Models of the user that the package of types exports.
        parsed: Classes of responses that are parsed to a type of the caller.
        parsed_module: Module of types with these classes.
        features: Optional parts of the runtime that the client needs, in the order of
            their definitions.
        omitted: Parts of the runtime that the settings leave out.
        runtime_package: Package of the runtime that several clients share; `""` if the
            client has its own.
        streams: Classes of streams of typed events.
        streams_module: Module of types with these classes.
        credentials: Argument of the client for each security scheme.
        mock: Responses of the mock transport.
        commands: Commands of the client's command line; `None` if it has none.
        native_types: Formats whose values are Python objects.
    """

    name: str
    client: ClientModule
    types: tuple[TypesModule, ...]
    params: tuple[TypesModule, ...]
    resources: tuple[ResourceModule, ...]
    calls: tuple[Call, ...]
    models: Mapping[Key, str]
    parameters: Mapping[Key, str]
    modules: Mapping[str, str]
    default_client: DefaultClient
    own_clients: tuple[OwnClient, ...] = ()
    own_models: tuple[OwnModel, ...] = ()
    parsed: tuple[ParsedClass, ...] = ()
    parsed_module: str = ""
    features: tuple[Feature, ...] = tuple(Feature)
    omitted: tuple[Convenience, ...] = ()
    runtime_package: str = ""
    streams: tuple[EventStreamClass, ...] = ()
    streams_module: str = ""
    credentials: Mapping[str, str] = field(default_factory=dict)
    mock: Mock = Mock()
    commands: Commands | None = None
    native_types: tuple[str, ...] = ()

    @property
    def shares_runtime(self) -> bool:
        """Whether the client imports its runtime from the package of several clients."""
        return bool(self.runtime_package)
