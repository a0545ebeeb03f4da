"""Content for all operations: servers, credentials, errors and common tasks."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from .migration import MigrationSection
from .text import Text


@dataclass(frozen=True, slots=True)
class ServerRow:
    """A server of the API.

    Args:
        url: URL; `{name}` is a variable.
        name: Name that callers select the server by; `""` for none.
        description: Description in CommonMark.
    """

    url: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class CredentialRow:
    """A credential of the client.

    Args:
        argument: Argument of the client.
        environment: Environment variables that replace the argument.
        sent: How the client sends the credential.
        description: Description in CommonMark.
    """

    argument: str
    environment: tuple[str, ...]
    sent: Text
    description: str


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """An exception of the client.

    Args:
        name: Name of the class.
        condition: When it is raised.
    """

    name: str
    condition: Text


@dataclass(frozen=True, slots=True)
class Topic:
    """A section without a program.

    Args:
        title: Heading.
        paragraphs: Paragraphs.
    """

    title: str
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The part of the reference that applies to all operations.

    Args:
        servers: Servers, the default first.
        credentials: Credentials of the client.
        errors: Exceptions, the most specific first.
        topics: Sections about retries, timeouts and limits.
        programs: Common tasks as programs that can be run.
    """

    servers: tuple[ServerRow, ...]
    credentials: tuple[CredentialRow, ...]
    errors: tuple[ErrorRow, ...]
    topics: tuple[Topic, ...]
    programs: tuple[MigrationSection, ...]
