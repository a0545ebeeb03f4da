"""Servers, examples, media types and parameters (OpenAPI 3.1, sections 4.8.5 to 4.8.19)."""

from __future__ import annotations

from typing import Any

from .node import Node, Referable
from .schema import Schema


class Server(Node):
    """A Server Object."""

    __slots__ = ()

    @property
    def url(self) -> str:
        """URL, or a template with `{variables}`."""
        return self.text("url")

    @property
    def name(self) -> str:
        """Name of the server (3.2)."""
        return self.text("name")

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")

    @property
    def variables(self) -> dict[str, Node]:
        """Server Variable Objects by name."""
        return self.mapping("variables", Node)


class ExampleNode(Referable):
    """An Example Object."""

    __slots__ = ()
    kind = "example"

    @property
    def summary(self) -> str:
        """Title."""
        return self.prose("summary")

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")

    @property
    def has_value(self) -> bool:
        """Whether the value is embedded, rather than in an external file."""
        return self.has("value") or self.has("dataValue")

    @property
    def sample(self) -> Node:
        """Embedded value, which must be present: `dataValue` (3.2) or `value`."""
        return self.at("dataValue" if self.has("dataValue") else "value", Node)


class MediaType(Referable):
    """A Media Type Object."""

    __slots__ = ()
    kind = "media type"

    @property
    def schema(self) -> Schema | None:
        """Schema of the whole content."""
        if isinstance(self.raw("schema"), dict | bool):
            return self.at("schema", Schema)
        return None

    @property
    def item_schema(self) -> Schema | None:
        """Schema of each item of a sequential media type (3.2)."""
        if isinstance(self.raw("itemSchema"), dict | bool):
            return self.at("itemSchema", Schema)
        return None

    @property
    def encoding(self) -> dict[str, Node]:
        """Encoding Objects by property name."""
        return self.mapping("encoding", Node)

    @property
    def prefix_encoding(self) -> list[Node]:
        """Encoding Objects of the first parts without a name (3.2)."""
        return self.sequence("prefixEncoding", Node)

    @property
    def item_encoding(self) -> Node | None:
        """Encoding Object of the other parts without a name (3.2)."""
        return self.find("itemEncoding", Node)

    @property
    def examples(self) -> list[ExampleNode]:
        """Example Objects, in document order."""
        return list(self.mapping("examples", ExampleNode).values())

    @property
    def has_example(self) -> bool:
        """Whether there is an `example`, which may be null."""
        return self.has("example")

    @property
    def example(self) -> Any:
        """The `example`; `None` if there is none."""
        return self.raw("example")


class Parameter(Referable):
    """A Parameter Object, or a Header Object, which has no name and no location."""

    __slots__ = ()
    kind = "parameter"

    @property
    def name(self) -> str:
        """Name in the request."""
        return self.text("name")

    @property
    def place(self) -> str:
        """Location (`in`): `path`, `query`, `querystring`, `header` or `cookie`."""
        return self.text("in")

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")

    @property
    def required(self) -> bool:
        """Whether it is required."""
        return self.flag("required")

    @property
    def deprecated(self) -> bool:
        """Whether it is deprecated."""
        return self.flag("deprecated")

    @property
    def style(self) -> str:
        """Serialization style; `""` for the default of the location."""
        return self.text("style")

    @property
    def explode(self) -> bool | None:
        """Whether items are serialized separately; `None` for the style's default."""
        value = self.raw("explode")
        return value if isinstance(value, bool) else None

    @property
    def allow_reserved(self) -> bool:
        """Whether reserved characters are not percent-encoded."""
        return self.flag("allowReserved")

    @property
    def schema(self) -> Schema | None:
        """Schema of the value."""
        if isinstance(self.raw("schema"), dict | bool):
            return self.at("schema", Schema)
        return None

    @property
    def content(self) -> dict[str, MediaType]:
        """The only media type of the value, if no style serializes it."""
        return self.mapping("content", MediaType)

    @property
    def has_example(self) -> bool:
        """Whether there is an `example`, which may be null."""
        return self.has("example")

    @property
    def example(self) -> Any:
        """The `example`; `None` if there is none."""
        return self.raw("example")

    @property
    def examples(self) -> list[ExampleNode]:
        """Example Objects, in document order."""
        return list(self.mapping("examples", ExampleNode).values())


class Header(Parameter):
    """A Header Object (section 4.8.21); its name is its key in a map."""

    __slots__ = ()
    kind = "header"
