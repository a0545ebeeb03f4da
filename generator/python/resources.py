"""Modules of resources: endpoints, classes, methods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from .expressions import Docstring, Import, TypeExpr


class Place(Enum):
    """Location of an argument: the keyword of the runtime that takes it."""

    PATH = "path"
    QUERY = "query"
    HEADERS = "headers"
    COOKIES = "cookies"
    BODY = "body"
    WAIT = "polling_options"


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method.

    Args:
        name: Name in Python.
        key: Name on the wire.
        place: Location in the request.
        type: Type without the sentinel for an omitted argument.
        required: Whether the argument is required.
        positional: Whether it can be passed by position.
        whole: Whether it is the whole body rather than a property of it.
    """

    name: str
    key: str
    place: Place
    type: TypeExpr
    required: bool
    positional: bool = False
    whole: bool = False


PlainValue: TypeAlias = "str | bool | int | float | None | tuple[PlainValue, ...]"
"""A value of plain data in an endpoint."""

KeywordContent: TypeAlias = (
    "PlainValue | TypeExpr | Mapping[str, PlainValue] | Mapping[str, TypeExpr]"
)
"""The value of a keyword of an endpoint. A type is printed as a string literal."""


@dataclass(frozen=True, slots=True)
class KeywordValue:
    """A keyword argument of an endpoint."""

    name: str
    value: KeywordContent


@dataclass(frozen=True, slots=True)
class EndpointLiteral:
    """The constant that describes an operation.

    Args:
        name: Name of the constant.
        method: HTTP method.
        path: Path in the document.
        keywords: Properties that differ from their defaults.
    """

    name: str
    method: str
    path: str
    keywords: tuple[KeywordValue, ...]


@dataclass(frozen=True, slots=True)
class PollingLiteral:
    """The constant that describes a long-running operation.

    Args:
        name: Name of the constant.
        asked: Constant of the endpoint that is polled.
        begin: Constant of the endpoint that starts the operation; `""` for none.
        keywords: All other properties.
    """

    name: str
    asked: str
    begin: str
    keywords: tuple[tuple[str, PlainValue | dict[str, PlainValue]], ...]


class Streams(Enum):
    """Whether a response is a stream."""

    NEVER = "never"
    ON_REQUEST = "on request"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class StreamArgument:
    """The argument that enables or disables streaming.

    Args:
        key: Name on the wire.
        place: Location in the request.
        on: Whether streaming is enabled by default.
        asks: Type of the values that enable streaming.
        refuses: Type of the values that disable streaming.
        either: Type of all values.
    """

    key: str
    place: Place
    on: bool
    asks: TypeExpr
    refuses: TypeExpr
    either: TypeExpr


@dataclass(frozen=True, slots=True)
class Method:
    """A method that sends one request, or polls an operation.

    Args:
        name: Name in Python.
        operation: Id of the operation.
        endpoint: Name of the constant of its endpoint.
        arguments: Arguments in the order of the signature.
        returns: Return type of the sync method.
        returns_async: Return type of the async method.
        event: Type of each event of a stream.
        streams: Whether the response is a stream.
        docstring: Docstring of the sync method.
        docstring_async: Docstring of the async method.
        deprecated: Deprecation message; `""` if the method is not deprecated.
        stream_parameter: The argument that enables streaming.
        total: Type of the final response that the events of a stream aggregate to.
        paged: Whether the response is a page of a list.
        waits: Whether it polls; `endpoint` is then the name of a `PollingLiteral`.
    """

    name: str
    operation: str
    endpoint: str
    arguments: tuple[Argument, ...]
    returns: TypeExpr
    returns_async: TypeExpr
    event: TypeExpr | None
    streams: Streams
    docstring: Docstring
    docstring_async: Docstring
    deprecated: str
    stream_parameter: StreamArgument | None = None
    total: TypeExpr | None = None
    paged: bool = False
    waits: bool = False

    @property
    def stream_argument(self) -> Argument | None:
        """The argument that enables streaming; `None` if it is inside the body."""
        if self.stream_parameter is not None:
            for item in self.arguments:
                if (item.key, item.place) == (
                    self.stream_parameter.key,
                    self.stream_parameter.place,
                ):
                    return item
        return None


@dataclass(frozen=True, slots=True)
class Child:
    """A nested resource.

    Args:
        name: Name of the attribute.
        class_name: Name of the class.
        module: Module of the class; `""` for the same module.
        docstring: Its documentation.
    """

    name: str
    class_name: str
    module: str
    docstring: Docstring


@dataclass(frozen=True, slots=True)
class ResourceClass:
    """A resource; it is printed twice, for the sync and the async client.

    Args:
        name: Name of the class.
        path: Attributes from the client.
        docstring: Its documentation.
        children: Nested resources.
        methods: Methods that send one request.
        waits: Methods that poll.
        event: Type of webhook events if the resource parses them.
    """

    name: str
    path: tuple[str, ...]
    docstring: Docstring
    children: tuple[Child, ...]
    methods: tuple[Method, ...]
    waits: tuple[Method, ...] = ()
    event: TypeExpr | None = None


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """A module with a top-level resource and all resources nested in it.

    Args:
        name: Name of the module.
        docstring: Docstring of the module.
        imports: Imports at run time.
        checking: Imports for type checkers.
        endpoints: Constants of operations.
        classes: Resources, nested ones first.
        waits: Constants of long-running operations.
    """

    name: str
    docstring: str
    imports: tuple[Import, ...]
    checking: tuple[Import, ...]
    endpoints: tuple[EndpointLiteral, ...]
    classes: tuple[ResourceClass, ...]
    waits: tuple[PollingLiteral, ...] = ()

    @property
    def defers_imports(self) -> bool:
        """Whether annotations can be evaluated at run time; those of methods are not."""
        return False
