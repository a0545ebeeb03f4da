"""Path Items, Operations and Responses (OpenAPI 3.1, sections 4.8.9 to 4.8.18)."""

from __future__ import annotations

from .groups import Meta
from .link import Link
from .node import Node, Referable
from .parameter import Header, MediaType, Parameter, Server

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""Fields of a Path Item that contain an operation; `query` was added in 3.2."""


class RequestBody(Referable):
    """A Request Body Object."""

    __slots__ = ()
    kind = "request body"

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")

    @property
    def required(self) -> bool:
        """Whether it is required."""
        return self.flag("required")

    @property
    def declares_required(self) -> bool:
        """Whether the document has `required`, true or false."""
        return isinstance(self.raw("required"), bool)

    @property
    def content(self) -> dict[str, MediaType]:
        """Media Type Objects by media type."""
        return self.mapping("content", MediaType)


class Response(Referable):
    """A Response Object."""

    __slots__ = ()
    kind = "response"

    @property
    def description(self) -> str:
        """Description, as CommonMark; `summary` (3.2) if there is none."""
        return self.prose("description") or self.prose("summary")

    @property
    def headers(self) -> dict[str, Header]:
        """Header Objects by name."""
        return self.mapping("headers", Header)

    @property
    def content(self) -> dict[str, MediaType]:
        """Media Type Objects by media type."""
        return self.mapping("content", MediaType)

    @property
    def links(self) -> dict[str, Link]:
        """Link Objects by name."""
        return self.mapping("links", Link)


class Operation(Node):
    """An Operation Object."""

    __slots__ = ()

    @property
    def operation_id(self) -> str:
        """The `operationId`; `""` if there is none."""
        return self.text("operationId")

    @property
    def summary(self) -> str:
        """Short summary."""
        return self.prose("summary")

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")

    @property
    def deprecated(self) -> bool:
        """Whether it is deprecated."""
        return self.flag("deprecated")

    @property
    def tags(self) -> tuple[str, ...]:
        """Names of its tags."""
        return self.strings("tags")

    @property
    def parameters(self) -> list[Parameter]:
        """Parameters, without those of the Path Item."""
        return self.sequence("parameters", Parameter)

    @property
    def request_body(self) -> RequestBody | None:
        """Request body, if there is one."""
        return self.find("requestBody", RequestBody)

    @property
    def responses(self) -> dict[str, Response]:
        """Responses by status, as written in the document."""
        return {
            status: response
            for status, response in self.mapping("responses", Response).items()
            if not status.startswith("x-")
        }

    @property
    def callbacks(self) -> dict[str, Callback]:
        """Callback Objects by name."""
        return self.mapping("callbacks", Callback)

    @property
    def security(self) -> list[Node] | None:
        """Security Requirement Objects; `None` if those of the document apply."""
        return self.sequence("security", Node) if self.has("security") else None

    @property
    def servers(self) -> list[Server]:
        """Servers, without those of the Path Item and the document."""
        return self.sequence("servers", Server)

    @property
    def oai_meta(self) -> Meta | None:
        """Metadata for the reference (`x-oaiMeta`)."""
        return self.find("x-oaiMeta", Meta)

    @property
    def code_samples(self) -> tuple[list[CodeSample], ...]:
        """Samples of `x-codeSamples` and of `x-code-samples`."""
        keys = ("x-codeSamples", "x-code-samples")
        return tuple(self.sequence(key, CodeSample) for key in keys)

    @property
    def badges(self) -> tuple[str, ...]:
        """Names of the badges in `x-badges`, without duplicates."""
        names = (item.text("name") for item in self.sequence("x-badges", Node))
        return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name))


class CodeSample(Referable):
    """A sample of `x-codeSamples`, which can be in another file."""

    __slots__ = ()
    kind = "code sample"

    @property
    def language(self) -> str:
        """Name of the language."""
        return self.text("lang")

    @property
    def label(self) -> str:
        """Title of the sample."""
        return self.text("label")

    @property
    def source(self) -> str:
        """Source code."""
        return self.text("source")


class Callback(Referable):
    """A Callback Object."""

    __slots__ = ()
    kind = "callback"

    @property
    def requests(self) -> dict[str, PathItem]:
        """Path Items by URL expression."""
        return {
            expression: item
            for expression, item in self.members(PathItem)
            if not expression.startswith("x-") and item.is_mapping
        }


class PathItem(Referable):
    """A Path Item Object."""

    __slots__ = ()
    kind = "path item"

    @property
    def operations(self) -> list[tuple[str, Operation]]:
        """Pairs of method and operation, in document order.

        Methods are in upper case, except those of `additionalOperations` (3.2), whose
        case is preserved.
        """
        operations = [
            (key.upper(), node)
            for key, node in self.members(Operation)
            if key in METHODS and node.is_mapping
        ]
        operations += self.mapping("additionalOperations", Operation).items()
        return operations

    @property
    def parameters(self) -> list[Parameter]:
        """Parameters of all operations."""
        return self.sequence("parameters", Parameter)

    @property
    def servers(self) -> list[Server]:
        """Servers of all operations."""
        return self.sequence("servers", Server)

    @property
    def summary(self) -> str:
        """Short summary of all operations."""
        return self.prose("summary")

    @property
    def description(self) -> str:
        """Description of all operations, as CommonMark."""
        return self.prose("description")
