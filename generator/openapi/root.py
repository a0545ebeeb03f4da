"""Entry documents and security schemes (OpenAPI 3.1, sections 4.8.1 and 4.8.27)."""

from __future__ import annotations

from .groups import Meta, Tag, TagGroup
from .node import Node, Referable
from .operation import PathItem
from .parameter import Server


class SecurityScheme(Referable):
    """A Security Scheme Object (section 4.8.27)."""

    __slots__ = ()
    kind = "security scheme"

    @property
    def type(self) -> str:
        """Type: `apiKey`, `http`, `mutualTLS`, `oauth2` or `openIdConnect`."""
        return self.text("type")

    @property
    def scheme(self) -> str:
        """HTTP authentication scheme, in lower case, such as `bearer`."""
        return self.text("scheme").lower()

    @property
    def place(self) -> str:
        """Location of an `apiKey` (`in`): `query`, `header` or `cookie`."""
        return self.text("in")

    @property
    def name(self) -> str:
        """Name of the header, query parameter or cookie of an `apiKey`."""
        return self.text("name")

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")

    @property
    def token_url(self) -> str:
        """Token URL of the OAuth2 client credentials flow; `""` if there is none."""
        flow = self.flow("clientCredentials")
        return flow.text("tokenUrl") if flow is not None else ""

    def flow(self, name: str) -> Node | None:
        """Return an OAuth Flow Object by its name, such as `authorizationCode`."""
        flows = self.find("flows", Node)
        return flows.find(name, Node) if flows is not None else None


class SchemaMap(Referable):
    """A map of schemas by name, or a reference to one."""

    __slots__ = ()
    kind = "map of schemas"


class Root(Node):
    """The OpenAPI Object of one entry document."""

    __slots__ = ()

    @property
    def version(self) -> str:
        """Version of OpenAPI in which the document is written."""
        return self.text("openapi")

    @property
    def info(self) -> Node:
        """Info Object; empty if there is none."""
        return self.find("info", Node) or Node({}, self.file, self.pointer)

    @property
    def servers(self) -> list[Server]:
        """Servers of operations without their own."""
        return self.sequence("servers", Server)

    @property
    def security(self) -> list[Node] | None:
        """Security Requirement Objects of operations without their own."""
        return self.sequence("security", Node) if self.has("security") else None

    @property
    def tags(self) -> list[Tag]:
        """Declared tags."""
        return self.sequence("tags", Tag)

    @property
    def tag_groups(self) -> list[TagGroup]:
        """Groups of tags (`x-tagGroups`)."""
        return self.sequence("x-tagGroups", TagGroup)

    @property
    def paths(self) -> dict[str, PathItem]:
        """Path Items by path."""
        return {
            path: item
            for path, item in self.mapping("paths", PathItem).items()
            if not path.startswith("x-")
        }

    @property
    def webhooks(self) -> dict[str, PathItem]:
        """Path Items of webhooks by name, including `x-webhooks`."""
        return {
            **self.mapping("x-webhooks", PathItem),
            **self.mapping("webhooks", PathItem),
        }

    @property
    def components(self) -> Node:
        """Components Object; empty if there is none."""
        components = self.find("components", Node)
        return components or Node({}, self.file, (*self.pointer, "components"))

    @property
    def schemas(self) -> SchemaMap | None:
        """Map of declared schemas, or a reference to such a map."""
        return self.components.find("schemas", SchemaMap)

    @property
    def security_schemes(self) -> dict[str, SecurityScheme]:
        """Declared security schemes by name."""
        return self.components.mapping("securitySchemes", SecurityScheme)

    @property
    def oai_meta(self) -> Meta | None:
        """Structure of the reference (`x-oaiMeta`)."""
        return self.find("x-oaiMeta", Meta)
