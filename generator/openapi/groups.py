"""What documents say about the order of their reference: tags, and groups of vendors.

Tags are Tag Objects (OpenAPI 3.2, section 4.22); `x-tagGroups` and `x-displayName` are
of Redocly, `x-oaiMeta` is of OpenAI.
"""

from __future__ import annotations

from .node import Node


class Tag(Node):
    """A Tag Object."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The name by which operations call it."""
        return self.text("name")

    @property
    def summary(self) -> str:
        """The name that readers see (`summary` of 3.2, else `x-displayName`)."""
        return self.prose("summary") or self.text("x-displayName")

    @property
    def description(self) -> str:
        """What belongs to it."""
        return self.prose("description")

    @property
    def parent(self) -> str:
        """The tag that holds it (3.2)."""
        return self.text("parent")

    @property
    def kind(self) -> str:
        """What sort of tag it is (3.2): `nav`, `badge`, `audience`, …; `""` for `nav`."""
        return self.text("kind")


class TagGroup(Node):
    """An entry of `x-tagGroups`."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The name that readers see."""
        return self.text("name")

    @property
    def description(self) -> str:
        """What belongs to it."""
        return self.prose("description")

    @property
    def tags(self) -> list[Node]:
        """The names of its tags, each with its place."""
        return self.sequence("tags", Node)


class MetaSection(Node):
    """A section of a group of `x-oaiMeta`."""

    __slots__ = ()

    @property
    def type(self) -> str:
        """`endpoint` or `object`."""
        return self.text("type")

    @property
    def shown(self) -> str:
        """The id of the operation, or the name of the schema."""
        return self.text("key")

    @property
    def path(self) -> str:
        """The end of its address; `<auto>` leaves that open."""
        return self.text("path")


class MetaGroup(Node):
    """A group of `x-oaiMeta`, or a navigation group, which holds groups."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """What operations, schemas and groups call it."""
        return self.text("id")

    @property
    def title(self) -> str:
        """The name that readers see."""
        return self.text("title")

    @property
    def description(self) -> str:
        """What belongs to it."""
        return self.prose("description")

    @property
    def beta(self) -> bool:
        """Whether it may still change."""
        return self.flag("beta")

    @property
    def legacy(self) -> bool:
        """Whether there is something newer."""
        return self.flag("legacy")

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be used."""
        return self.flag("deprecated")

    @property
    def navigation_group(self) -> str:
        """The id of the navigation group that holds it."""
        return self.text("navigationGroup")

    @property
    def sections(self) -> list[MetaSection]:
        """What it shows, in order."""
        return self.sequence("sections", MetaSection)


class Meta(Node):
    """`x-oaiMeta` of a root, an operation or a schema."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """How the reference calls what it stands at."""
        return self.text("name")

    @property
    def group(self) -> str:
        """The id of the group that shows it."""
        return self.text("group")

    @property
    def example(self) -> str:
        """A sample of the object, as text."""
        return self.text("example")

    @property
    def data_description(self) -> str:
        """What an event carries."""
        return self.prose("dataDescription")

    @property
    def beta(self) -> bool:
        """Whether it may still change."""
        return self.flag("beta")

    @property
    def legacy(self) -> bool:
        """Whether there is something newer."""
        return self.flag("legacy")

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be used."""
        return self.flag("deprecated")

    @property
    def navigation_groups(self) -> list[MetaGroup]:
        """The parts of the reference."""
        return self.sequence("navigationGroups", MetaGroup)

    @property
    def groups(self) -> list[MetaGroup]:
        """The chapters of the reference."""
        return self.sequence("groups", MetaGroup)
