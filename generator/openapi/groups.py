"""Structure of the reference: tags, and the groups of vendor extensions.

Tags are Tag Objects (OpenAPI 3.2, section 4.22). `x-tagGroups` and `x-displayName` are
extensions by Redocly; `x-oaiMeta` is an extension by OpenAI.
"""

from __future__ import annotations

from .node import Node


class Tag(Node):
    """A Tag Object."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Name by which operations refer to the tag."""
        return self.text("name")

    @property
    def summary(self) -> str:
        """Display name: `summary` (3.2) or `x-displayName`."""
        return self.prose("summary") or self.text("x-displayName")

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")

    @property
    def parent(self) -> str:
        """Name of the parent tag (3.2)."""
        return self.text("parent")

    @property
    def kind(self) -> str:
        """Kind of the tag (3.2): `nav`, `badge`, `audience`, …; `""` for `nav`."""
        return self.text("kind")


class TagGroup(Node):
    """An entry of `x-tagGroups`."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Display name."""
        return self.text("name")

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")

    @property
    def tags(self) -> list[Node]:
        """Names of the tags, as nodes."""
        return self.sequence("tags", Node)


class MetaSection(Node):
    """A section of a group of `x-oaiMeta`."""

    __slots__ = ()

    @property
    def type(self) -> str:
        """Type: `endpoint` or `object`."""
        return self.text("type")

    @property
    def target(self) -> str:
        """Id of the operation, or name of the schema (`key`)."""
        return self.text("key")

    @property
    def path(self) -> str:
        """Last segment of its URL; `<auto>` for the default."""
        return self.text("path")


class MetaGroup(Node):
    """A group of `x-oaiMeta`, or a navigation group, which contains groups."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id by which operations, schemas and groups refer to the group."""
        return self.text("id")

    @property
    def title(self) -> str:
        """Display name."""
        return self.text("title")

    @property
    def description(self) -> str:
        """Description, as CommonMark."""
        return self.prose("description")

    @property
    def beta(self) -> bool:
        """Whether it is in beta."""
        return self.flag("beta")

    @property
    def legacy(self) -> bool:
        """Whether it is superseded."""
        return self.flag("legacy")

    @property
    def deprecated(self) -> bool:
        """Whether it is deprecated."""
        return self.flag("deprecated")

    @property
    def navigation_group(self) -> str:
        """Id of the navigation group that contains the group."""
        return self.text("navigationGroup")

    @property
    def sections(self) -> list[MetaSection]:
        """Sections of the group, in order."""
        return self.sequence("sections", MetaSection)


class Meta(Node):
    """The `x-oaiMeta` of an entry document, an operation or a schema."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Title of the operation or schema in the reference."""
        return self.text("name")

    @property
    def group(self) -> str:
        """Id of the group that contains the operation or schema."""
        return self.text("group")

    @property
    def example(self) -> str:
        """Example of the object, as a string."""
        return self.text("example")

    @property
    def data_description(self) -> str:
        """Description of the data of an event."""
        return self.prose("dataDescription")

    @property
    def beta(self) -> bool:
        """Whether it is in beta."""
        return self.flag("beta")

    @property
    def legacy(self) -> bool:
        """Whether it is superseded."""
        return self.flag("legacy")

    @property
    def deprecated(self) -> bool:
        """Whether it is deprecated."""
        return self.flag("deprecated")

    @property
    def navigation_groups(self) -> list[MetaGroup]:
        """Parts of the reference."""
        return self.sequence("navigationGroups", MetaGroup)

    @property
    def groups(self) -> list[MetaGroup]:
        """Chapters of the reference."""
        return self.sequence("groups", MetaGroup)
