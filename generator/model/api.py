"""The whole of an API."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .operations import Operation, Polling
from .types import Declaration, Key, Type
from ..source import Location


class CredentialKind(Enum):
    """How a caller shows who they are."""

    BEARER = "bearer"
    BASIC = "basic"
    API_KEY = "api-key"
    CLIENT_CREDENTIALS = "client-credentials"


@dataclass(frozen=True, slots=True)
class Credential:
    """A security scheme that the client can serve.

    Args:
        name: as the document calls it.
        kind: how it is shown.
        place: of an API key: `header`, `query` or `cookie`.
        wire_name: of an API key: the header, parameter or cookie.
        token_url: of client credentials.
        description: how to come by it.
        origin: where it stands.
    """

    name: str
    kind: CredentialKind
    place: str
    wire_name: str
    token_url: str
    description: str
    origin: Location


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A part of a server's URL that a caller may choose."""

    name: str
    default: str
    values: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Server:
    """Where the API is served."""

    url: str
    name: str
    description: str
    variables: tuple[ServerVariable, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """A group of operations, and the groups inside it.

    Args:
        words: the way from the client: `("chat", "completions")`; empty for the root.
        title: how the reference calls it.
        description: CommonMark.
        operations: its own, in the order of the document.
        children: the resources inside it.
    """

    words: tuple[str, ...]
    title: str
    description: str
    operations: tuple[Operation, ...]
    children: tuple[Resource, ...]

    def walk(self) -> tuple[Resource, ...]:
        """It and all resources inside it, parents first."""
        found: list[Resource] = [self]
        for child in self.children:
            found.extend(child.walk())
        return tuple(found)


class SectionKind(Enum):
    """What a section of the reference shows."""

    OPERATION = "operation"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of a group.

    Args:
        kind: what it shows.
        key: the operation by its id, or the declaration by its declared name.
        path: the end of its address, `""` where the document leaves that open.
    """

    kind: SectionKind
    key: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A chapter of the reference, or a part that holds chapters.

    Each operation stands in one group; a declaration may stand in several, or in none.

    Args:
        id: as the document calls it.
        title: what readers see.
        description: CommonMark.
        beta, legacy, deprecated: its standing.
        sections: its own, in order.
        children: the groups inside it, in order.
    """

    id: str
    title: str
    description: str
    beta: bool
    legacy: bool
    deprecated: bool
    sections: tuple[Section, ...]
    children: tuple[Group, ...] = ()

    def walk(self) -> tuple[Group, ...]:
        """It and all groups inside it, parents first."""
        found: list[Group] = [self]
        for child in self.children:
            found.extend(child.walk())
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the API makes.

    Args:
        name: of the kind of request.
        description: CommonMark.
        type: what it carries, `None` for nothing.
        origin: where it stands.
        callback: whether it answers one operation, at an address given there.
    """

    name: str
    description: str
    type: Type | None
    origin: Location
    callback: bool = False


@dataclass(frozen=True, slots=True)
class SampleType:
    """What samples call a type.

    Args:
        module: the module below `types` that they import it from, `""` for `types`.
        name: the name there.
        key: the declaration that it is.
    """

    module: str
    name: str
    key: Key


@dataclass(frozen=True, slots=True)
class Api:
    """What the documents mean together.

    Args:
        title, version, summary, description: what is said of it.
        servers: where it is served.
        credentials: what callers show.
        security: what operations ask for that say nothing of it themselves.
        root: the operations, in resources.
        declarations: the types, sorted by name.
        webhooks: the requests that the API makes.
        groups: the parts and chapters of its reference.
        pollings: what can be waited for.
        event: what a webhook may carry; `None` where there are none.
        sample_types: what samples call types.
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
    event: Type | None = None
    sample_types: tuple[SampleType, ...] = ()

    @property
    def operations(self) -> tuple[Operation, ...]:
        """All operations, resource by resource."""
        return tuple(
            operation
            for resource in self.root.walk()
            for operation in resource.operations
        )
