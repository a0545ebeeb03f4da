"""Modules of resources: endpoints, classes, methods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from .expressions import Docstring, Import, TypeExpr


class Place(Enum):
    """Where an argument goes: the keyword under which the runtime takes it."""

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
        name: in Python.
        key: on the wire.
        place: where it goes.
        type: what may be given, without the sentinel for leaving it out.
        required: whether it must be given.
        positional: whether it may be given by position.
        whole: whether it is the whole body rather than a property of it.
    """

    name: str
    key: str
    place: Place
    type: TypeExpr
    required: bool
    positional: bool = False
    whole: bool = False


PlainValue: TypeAlias = "str | bool | int | float | None | tuple[PlainValue, ...]"
"""A value that stands in an endpoint."""

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
    """What the document says of an operation, as a constant of a module.

    Args:
        name: of the constant.
        method, path: as the document says.
        keywords: everything that is not a default.
    """

    name: str
    method: str
    path: str
    keywords: tuple[KeywordValue, ...]


@dataclass(frozen=True, slots=True)
class PollingLiteral:
    """What is waited for, as a constant of a module.

    Args:
        name: of the constant.
        asked: the constant of the endpoint that is called again and again.
        begin: that of the one which begins it, `""` for none.
        keywords: everything else.
    """

    name: str
    operation: str
    created_by: str
    keywords: tuple[tuple[str, PlainValue | dict[str, PlainValue]], ...]


class Streams(Enum):
    """Whether an answer comes as a stream."""

    NEVER = "never"
    ON_REQUEST = "on request"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class StreamArgument:
    """The argument that says whether the answer comes as a stream.

    Args:
        key: on the wire.
        place: where it goes.
        on: whether it comes where the caller says nothing.
        asks: what is said to have a stream.
        refuses: what is said to have none.
        either: what may be said by those who do not know.
    """

    key: str
    place: Place
    default_on: bool
    streaming_type: TypeExpr
    plain_type: TypeExpr
    either_type: TypeExpr


@dataclass(frozen=True, slots=True)
class Method:
    """A method that makes one call.

    Args:
        name: in Python.
        operation: the id of the operation.
        endpoint: the name of its constant.
        arguments: in the order of the signature.
        returns, returns_async: the type of the answer, for either caller.
        event: the type of each event of a stream.
        streams: whether there is a stream.
        switch: where the caller says what to have.
        total: the type of what the events of a stream add up to.
        docstring, docstring_async: what is said of it, to either caller.
        deprecated: what to say when it is used, `""` when it may be.
        paged: whether its answer is a page of a list.
        waits: whether it waits for an end; `endpoint` then names what it waits for.
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
    polls: bool = False

    @property
    def stream_argument(self) -> Argument | None:
        """The argument that asks for a stream; `None` also where it is inside the body."""
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
    """A resource inside another.

    Args:
        name: of the attribute.
        class_name: of the class.
        module: in which the class stands; `""` for the same module.
        docstring: what is said of it.
    """

    name: str
    class_name: str
    module: str
    docstring: Docstring


@dataclass(frozen=True, slots=True)
class ResourceClass:
    """A resource; printed twice, for sync and for async callers.

    Args:
        name: of the class.
        path: the attributes on the way to it.
        docstring: what is said of it.
        children: the resources inside it.
        methods: each makes one call.
        waits: those that wait for an end.
        event: the type of what webhooks carry, where the resource reads them.
    """

    name: str
    path: tuple[str, ...]
    docstring: Docstring
    children: tuple[Child, ...]
    methods: tuple[Method, ...]
    polling_methods: tuple[Method, ...] = ()
    event: TypeExpr | None = None


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """A module with a top resource and all resources inside it.

    Args:
        name: of the module.
        docstring: its first line.
        imports: what runs.
        checking: what only type checkers see.
        endpoints: the constants.
        classes: inner ones first.
        waits: the constants that say what is waited for.
    """

    name: str
    docstring: str
    imports: tuple[Import, ...]
    checking: tuple[Import, ...]
    endpoints: tuple[EndpointLiteral, ...]
    classes: tuple[ResourceClass, ...]
    pollings: tuple[PollingLiteral, ...] = ()

    @property
    def defers_imports(self) -> bool:
        """Whether annotations can be evaluated at run time; those of methods are not."""
        return False
