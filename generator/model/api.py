"""The intermediate model of an API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from ..frozen_dataclass import dataclass
from ..source import Location
from .callbacks import Payload
from .operations import Operation, Polling
from .servers import Server
from .stream_methods import StreamMethodNames
from .structured import Structured
from .tools import Tools
from .types import Declaration, ExternalDocs, Key, Type


class CredentialKind(Enum):
    """Kinds of credentials."""

    BEARER = "bearer"
    BASIC = "basic"
    API_KEY = "api-key"
    CLIENT_CREDENTIALS = "client-credentials"


@dataclass(frozen=True, slots=True)
class UserLogin:
    """Endpoints of an authorization server where a user grants access tokens.

    Args:
        authorization_url: Page of the authorization code flow; `""` for no such flow.
        token_url: Token endpoint of that flow.
        refresh_url: Endpoint that renews tokens; `""` for the token endpoint.
        device_url: Endpoint of the device authorization flow; `""` for no such flow.
        device_token_url: Token endpoint of that flow.
        scopes: Scopes of both flows, in document order.
    """

    authorization_url: str
    token_url: str
    refresh_url: str
    device_url: str
    device_token_url: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Credential:
    """A security scheme that the client supports.

    Args:
        name: Name of the security scheme in the document.
        kind: Kind of the credential.
        place: Location of an API key: `header`, `query` or `cookie`.
        wire_name: Name of the header, parameter or cookie of an API key.
        token_url: Token endpoint for client credentials.
        description: CommonMark; usually how to obtain the credential.
        origin: Location of the security scheme.
        login: Where a user can grant a bearer token; `None` for nowhere.
    """

    name: str
    kind: CredentialKind
    place: str
    wire_name: str
    token_url: str
    description: str
    origin: Location
    login: UserLogin | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """A group of operations, and the resources nested in it.

    Args:
        words: Attributes from the client: `("chat", "completions")`; empty for the root.
        title: Title in the reference.
        description: CommonMark.
        operations: Operations of this resource, in document order.
        children: Nested resources.
    """

    words: tuple[str, ...]
    title: str
    description: str
    operations: tuple[Operation, ...]
    children: tuple[Resource, ...]

    def walk(self) -> tuple[Resource, ...]:
        """Return this resource and all nested resources, parents first."""
        resources: list[Resource] = [self]
        for child in self.children:
            resources.extend(child.walk())
        return tuple(resources)


class SectionKind(Enum):
    """Kinds of sections of the reference."""

    OPERATION = "operation"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a group.

    Args:
        kind: Kind of the section.
        key: Id of the operation, or declared name of the schema.
        path: Last part of its URL; `""` if the document does not define it.
    """

    kind: SectionKind
    key: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A chapter of the reference, or a part that contains chapters.

    Each operation belongs to one group; a declaration to any number of groups.

    Args:
        id: Id in the document.
        title: Title in the reference.
        description: CommonMark.
        beta: Whether the group is in beta.
        legacy: Whether the group is a legacy group.
        deprecated: Whether the group is deprecated.
        sections: Sections of this group, in order.
        children: Nested groups, in order.
        external_docs: Link to external documentation, if there is one.
    """

    id: str
    title: str
    description: str
    beta: bool
    legacy: bool
    deprecated: bool
    sections: tuple[Section, ...]
    children: tuple[Group, ...] = ()
    external_docs: ExternalDocs | None = None

    def walk(self) -> tuple[Group, ...]:
        """Return this group and all nested groups, parents first."""
        groups: list[Group] = [self]
        for child in self.children:
            groups.extend(child.walk())
        return tuple(groups)


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the API sends, independent of operations.

    Args:
        name: Name of the event.
        description: CommonMark.
        payloads: The request body in each media type; empty if there is no body.
        origin: Location in the document.
    """

    name: str
    description: str
    payloads: tuple[Payload, ...]
    origin: Location


@dataclass(frozen=True, slots=True)
class SampleType:
    """Another name of a type: in the code samples of the document, or an earlier one.

    Args:
        module: Module below `types` that samples import it from; `""` for `types`.
        name: Imported name.
        key: Declaration of the type.
        is_argument: Whether it is a name of the type of arguments.
        deprecated: Whether it is an earlier name of the type.
        until: Version of the package that removes the name; `""` for none.
    """

    module: str
    name: str
    key: Key
    is_argument: bool = False
    deprecated: bool = False
    until: str = ""


@dataclass(frozen=True, slots=True)
class Api:
    """An API as all of its documents describe it.

    Args:
        title: Title of the main document.
        version: Version of the main document.
        summary: One line; `""` if there is none.
        description: CommonMark.
        servers: Servers, the default first.
        credentials: Security schemes that the client supports.
        security: Requirements of operations that declare none: alternatives, each a set
            of credentials by name.
        root: Resource that contains all operations.
        declarations: Named types, sorted by name.
        webhooks: Requests that the API sends, without callbacks of operations.
        groups: Parts and chapters of the reference.
        pollings: Operations that can be polled.
        structured: Operations whose response can be parsed to a type of the caller.
        tools: Tools whose calls have arguments that can be parsed.
        stream_methods: Settings of methods that stream typed events.
        event: Type of a webhook request; `None` if there are no webhooks.
        sample_types: Other names of types, in samples or in an earlier output.
        external_docs: Link to external documentation, if there is one.
        identities: `$id` or digest of the shape of each schema that has one.
    """

    title: str
    version: str
    summary: str
    description: str
    servers: tuple[Server, ...]
    credentials: tuple[Credential, ...]
    security: tuple[tuple[str, ...], ...]
    root: Resource
    declarations: tuple[Declaration, ...]
    webhooks: tuple[Webhook, ...]
    groups: tuple[Group, ...]
    pollings: tuple[Polling, ...] = ()
    structured: tuple[Structured, ...] = ()
    tools: tuple[Tools, ...] = ()
    stream_methods: tuple[StreamMethodNames, ...] = ()
    event: Type | None = None
    sample_types: tuple[SampleType, ...] = ()
    external_docs: ExternalDocs | None = None
    identities: Mapping[Key, str] = field(default_factory=dict)

    @property
    def operations(self) -> tuple[Operation, ...]:
        """All operations, grouped by resource."""
        return tuple(
            operation
            for resource in self.root.walk()
            for operation in resource.operations
        )
