"""Path Items, Operations and what they hold (OpenAPI 3.1, sections 4.8.9 to 4.8.19)."""

from __future__ import annotations

from typing import Any

from .groups import Meta
from .node import Node, Referable
from .schema import Schema

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fixed fields of a Path Item that hold an operation; `query` came with 3.2."""


class Server(Node):
    """A Server Object."""

    __slots__ = ()

    @property
    def url(self) -> str:
        """The URL, which may hold `{variables}`."""
        return self.text("url")

    @property
    def name(self) -> str:
        """The name that 3.2 lets a server have."""
        return self.text("name")

    @property
    def description(self) -> str:
        """What the server is for."""
        return self.prose("description")

    @property
    def variables(self) -> dict[str, Node]:
        """The Server Variable Objects by name."""
        return self.mapping("variables", Node)


class ExampleNode(Referable):
    """An Example Object."""

    __slots__ = ()
    kind = "example"

    @property
    def summary(self) -> str:
        """Its title."""
        return self.prose("summary")

    @property
    def description(self) -> str:
        """What it shows."""
        return self.prose("description")

    @property
    def has_value(self) -> bool:
        """Whether the sample itself stands here rather than elsewhere."""
        return self.has("value") or self.has("dataValue")

    @property
    def sample(self) -> Any:
        """The sample; `dataValue` is the word of 3.2."""
        return self.raw("dataValue") if self.has("dataValue") else self.raw("value")


class MediaType(Referable):
    """A Media Type Object."""

    __slots__ = ()
    kind = "media type"

    @property
    def schema(self) -> Schema | None:
        """The schema of the whole content."""
        if isinstance(self.raw("schema"), dict | bool):
            return self.at("schema", Schema)
        return None

    @property
    def item_schema(self) -> Schema | None:
        """The schema of each item of a sequence (3.2)."""
        if isinstance(self.raw("itemSchema"), dict | bool):
            return self.at("itemSchema", Schema)
        return None

    @property
    def encoding(self) -> dict[str, Node]:
        """Encoding Objects by property name."""
        return self.mapping("encoding", Node)

    @property
    def examples(self) -> list[ExampleNode]:
        """The samples by name."""
        return list(self.mapping("examples", ExampleNode).values())

    @property
    def has_example(self) -> bool:
        """Whether `example` stands here."""
        return self.has("example")

    @property
    def example(self) -> Any:
        """The sample that stands alone."""
        return self.raw("example")


class Parameter(Referable):
    """A Parameter Object, and a Header Object, which is one without name and place."""

    __slots__ = ()
    kind = "parameter"

    @property
    def name(self) -> str:
        """Its name on the wire."""
        return self.text("name")

    @property
    def place(self) -> str:
        """`path`, `query`, `querystring`, `header` or `cookie`."""
        return self.text("in")

    @property
    def description(self) -> str:
        """Its description, CommonMark."""
        return self.prose("description")

    @property
    def required(self) -> bool:
        """Whether it must be given."""
        return self.flag("required")

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be used."""
        return self.flag("deprecated")

    @property
    def style(self) -> str:
        """How its value is written, `""` for the default of its place."""
        return self.text("style")

    @property
    def explode(self) -> bool | None:
        """Whether items are written apart, `None` for the default of its style."""
        value = self.raw("explode")
        return value if isinstance(value, bool) else None

    @property
    def allow_reserved(self) -> bool:
        """Whether reserved characters stay as they are."""
        return self.flag("allowReserved")

    @property
    def schema(self) -> Schema | None:
        """The schema of the value."""
        if isinstance(self.raw("schema"), dict | bool):
            return self.at("schema", Schema)
        return None

    @property
    def content(self) -> dict[str, MediaType]:
        """The one media type in which the value is written, where no style says it."""
        return self.mapping("content", MediaType)

    @property
    def examples(self) -> list[Any]:
        """Sample values."""
        if self.has("example"):
            return [self.raw("example")]
        named = self.mapping("examples", ExampleNode).values()
        return [item.sample for item in named if item.has_value]


class RequestBody(Referable):
    """A Request Body Object."""

    __slots__ = ()
    kind = "request body"

    @property
    def description(self) -> str:
        """What the body is."""
        return self.prose("description")

    @property
    def required(self) -> bool:
        """Whether it must be given."""
        return self.flag("required")

    @property
    def content(self) -> dict[str, MediaType]:
        """What may be sent, by media type."""
        return self.mapping("content", MediaType)


class Response(Referable):
    """A Response Object."""

    __slots__ = ()
    kind = "response"

    @property
    def description(self) -> str:
        """What the answer means."""
        return self.prose("description") or self.prose("summary")

    @property
    def headers(self) -> dict[str, Parameter]:
        """Header Objects by name."""
        return self.mapping("headers", Parameter)

    @property
    def content(self) -> dict[str, MediaType]:
        """What may come, by media type."""
        return self.mapping("content", MediaType)

    @property
    def links(self) -> dict[str, Node]:
        """Link Objects by name."""
        return self.mapping("links", Node)


class Operation(Node):
    """An Operation Object."""

    __slots__ = ()

    @property
    def operation_id(self) -> str:
        """Its id, `""` when it has none."""
        return self.text("operationId")

    @property
    def summary(self) -> str:
        """What it does, in a line."""
        return self.prose("summary")

    @property
    def description(self) -> str:
        """What it does, CommonMark."""
        return self.prose("description")

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be called."""
        return self.flag("deprecated")

    @property
    def tags(self) -> tuple[str, ...]:
        """The names of its tags."""
        return self.strings("tags")

    @property
    def parameters(self) -> list[Parameter]:
        """Its own parameters."""
        return self.sequence("parameters", Parameter)

    @property
    def request_body(self) -> RequestBody | None:
        """What it is sent."""
        return self.find("requestBody", RequestBody)

    @property
    def responses(self) -> dict[str, Response]:
        """What may be answered, by status; keys as they are written."""
        return {
            status: response
            for status, response in self.mapping("responses", Response).items()
            if not status.startswith("x-")
        }

    @property
    def callbacks(self) -> dict[str, Node]:
        """Callback Objects by name."""
        return self.mapping("callbacks", Node)

    @property
    def security(self) -> list[Node] | None:
        """Its own Security Requirements; `None` when the document's apply."""
        return self.sequence("security", Node) if self.has("security") else None

    @property
    def servers(self) -> list[Server]:
        """Its own servers."""
        return self.sequence("servers", Server)

    @property
    def oai_meta(self) -> Meta | None:
        """What OpenAI's documents say of it for their reference (`x-oaiMeta`)."""
        return self.find("x-oaiMeta", Meta)


class PathItem(Referable):
    """A Path Item Object."""

    __slots__ = ()
    kind = "path item"

    @property
    def operations(self) -> list[tuple[str, Operation]]:
        """Its operations by method, in upper case, in the order of the text.

        The methods of `additionalOperations` (3.2) keep their case.
        """
        found = [
            (key.upper(), node)
            for key, node in self.members(Operation)
            if key in METHODS and node.is_mapping
        ]
        found += self.mapping("additionalOperations", Operation).items()
        return found

    @property
    def parameters(self) -> list[Parameter]:
        """Parameters of all its operations."""
        return self.sequence("parameters", Parameter)

    @property
    def servers(self) -> list[Server]:
        """Servers of all its operations."""
        return self.sequence("servers", Server)

    @property
    def summary(self) -> str:
        """A line for all its operations."""
        return self.prose("summary")

    @property
    def description(self) -> str:
        """A description for all its operations."""
        return self.prose("description")
