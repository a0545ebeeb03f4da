"""Servers and the variables in their URLs."""

from __future__ import annotations

from ..frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A variable in the URL of a server.

    Args:
        name: Name in the braces of the URL.
        default: Default value; `None` if callers must pass a value.
        values: Allowed values; empty if any value is allowed.
        description: CommonMark.
    """

    name: str
    default: str | None
    values: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Server:
    """A server of the API, or of a single operation.

    Args:
        url: Absolute URL, or one relative to the URL of the API; `{name}` is a variable.
        name: Name that callers select the server by; `""` for none.
        description: CommonMark.
        variables: Variables of the URL.
    """

    url: str
    name: str
    description: str
    variables: tuple[ServerVariable, ...]
