"""Constants of modules of resources: endpoints and what refers to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ..frozen_dataclass import dataclass
from .expressions import TypeExpr

PlainValue: TypeAlias = "str | bool | int | float | tuple[PlainValue, ...] | None"
"""Value in an endpoint that is not a type."""

KeywordContent: TypeAlias = (
    "PlainValue | TypeExpr | Mapping[str, PlainValue] | Mapping[str, TypeExpr]"
)
"""Value of a keyword argument of an endpoint. A type is printed as a string literal."""


@dataclass(frozen=True, slots=True)
class KeywordValue:
    """A keyword argument of an endpoint."""

    name: str
    value: KeywordContent


@dataclass(frozen=True, slots=True)
class ServerLiteral:
    """A server of the API, or of an operation.

    Args:
        url: URL, with a placeholder `{name}` for each variable.
        name: Name that callers select the server by.
        variables: Name and values of each variable, the default first; a first value of
            `None` means that there is no default.
    """

    url: str
    name: str
    variables: tuple[tuple[str, tuple[str | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class EndpointLiteral:
    """An endpoint of an operation, as a constant of a module.

    Args:
        name: Name of the constant.
        method, path: HTTP method and path of the operation, as in the document.
        keywords: Keyword arguments whose values are not the defaults.
        servers: Servers of the operation; empty for those of the API.
    """

    name: str
    method: str
    path: str
    keywords: tuple[KeywordValue, ...]
    servers: tuple[ServerLiteral, ...] = ()


@dataclass(frozen=True, slots=True)
class PollingLiteral:
    """The polling of a long-running operation, as a constant of a module.

    Args:
        name: Name of the constant.
        operation: Constant of the endpoint that is polled.
        created_by: Constant of the endpoint that starts the operation; `""` for none.
        keywords: Other keyword arguments.
    """

    name: str
    operation: str
    created_by: str
    keywords: tuple[tuple[str, PlainValue | dict[str, PlainValue]], ...]


@dataclass(frozen=True, slots=True)
class StructuredLiteral:
    """An operation whose response is parsed to a type, as a constant of a module.

    Args:
        name: Name of the constant.
        operation: Constant of the endpoint.
        keywords: Other keyword arguments whose values are not the defaults.
        tools: Argument of the tools, and keyword arguments of their description.
    """

    name: str
    operation: str
    keywords: tuple[tuple[str, PlainValue], ...]
    tools: tuple[str, tuple[tuple[str, PlainValue], ...]] | tuple[()] = ()
