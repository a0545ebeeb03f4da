"""Links from a response to the next operation."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from ..frozen_dataclass import dataclass
from .types import JsonValue


class ExpressionSource(Enum):
    """The source of a value; the Python value is the expression up to its name."""

    URL = "$url"
    METHOD = "$method"
    STATUS_CODE = "$statusCode"
    REQUEST_PATH = "$request.path."
    REQUEST_QUERY = "$request.query."
    REQUEST_HEADER = "$request.header."
    REQUEST_BODY = "$request.body"
    RESPONSE_HEADER = "$response.header."
    RESPONSE_BODY = "$response.body"


@dataclass(frozen=True, slots=True)
class Expression:
    """A runtime expression: a value of a call or of its response.

    Args:
        source: Source of the value.
        name: Name of the parameter or header; `""` for the other sources.
        pointer: Path of keys in the body; empty for the whole body and other sources.
    """

    source: ExpressionSource
    name: str = ""
    pointer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that does not depend on the call."""

    value: JsonValue


@dataclass(frozen=True, slots=True)
class Template:
    """A string that contains expressions, such as `items/{$response.body#/id}`."""

    parts: tuple[str | Expression, ...]


LinkValue: TypeAlias = Expression | Constant | Template


@dataclass(frozen=True, slots=True)
class LinkArgument:
    """A parameter of the target, and its value.

    Args:
        place: Location of the parameter, a value of `ParameterPlace`.
        name: Name of the parameter in the request.
        value: The value that is passed.
    """

    place: str
    name: str
    value: LinkValue


@dataclass(frozen=True, slots=True)
class Link:
    """A call that can follow a response.

    Args:
        name: Name of the link.
        status: Status code of the response.
        description: CommonMark.
        operation_id: Id of the operation that it calls.
        arguments: Values of parameters.
        body: Value of the request body; `None` if the link has none.
        server: Base URL of the call; `""` for that of the client.
    """

    name: str
    status: str
    description: str
    operation_id: str
    arguments: tuple[LinkArgument, ...]
    body: LinkValue | None
    server: str
