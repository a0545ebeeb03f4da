"""The chapters that `x-oaiMeta` at the root of a document declares."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...model.api import Section, SectionKind
from ...openapi.document import Root
from ...openapi.groups import MetaGroup
from .chapters import Chapter, Chapters

UNKNOWN_SECTION = Rule(
    "unknown-section",
    Severity.NOTE,
    "A section of `x-oaiMeta.groups` names an operation or a schema that does not exist. "
    "The reference omits the section.",
    hint="correct the name, or remove the section",
)
UNKNOWN_GROUP = Rule(
    "unknown-navigation-group",
    Severity.NOTE,
    "A group of `x-oaiMeta` refers to a navigation group that does not exist. "
    "The reference places it after all navigation groups.",
    hint="correct the id, or add the navigation group",
)
DOUBLE_GROUP = Rule(
    "double-group",
    Severity.NOTE,
    "Two groups of `x-oaiMeta` have the same id. The reference merges their sections "
    "under the title of the first.",
    hint="give each group its own id",
)

_KINDS = {"endpoint": SectionKind.OPERATION, "object": SectionKind.OBJECT}
_AUTOMATIC = "<auto>"


class MetaGroups:
    """A reader of navigation groups and groups."""

    def __init__(
        self,
        chapters: Chapters,
        operations: AbstractSet[str],
        schemas: AbstractSet[str],
        diagnostics: Diagnostics,
    ) -> None:
        """Initialize the builder.

        Args:
            chapters: Chapters that the groups are added to.
            operations: Ids that sections may refer to.
            schemas: Names of schemas that sections may refer to.
            diagnostics: Collects unknown references and duplicate ids.
        """
        self._chapters = chapters
        self._known = {
            SectionKind.OPERATION: operations,
            SectionKind.OBJECT: schemas,
        }
        self._diagnostics = diagnostics
        self._first: dict[tuple[str, str], MetaGroup] = {}
        self._by_id: dict[str, Chapter] = {}
        self.listed: set[str] = set()
        """Ids of the operations and names of the schemas that sections list."""

    def read(self, root: Root) -> None:
        """Read the groups of one document; several documents may have the same groups."""
        meta = root.oai_meta
        if meta is None:
            return
        for node in meta.navigation_groups:
            if node.id and not self._is_duplicate(node, "navigation group"):
                self._chapters.add_part(_build_chapter(node))
        for node in meta.groups:
            if not node.id:
                continue
            if not self._is_duplicate(node, "group"):
                self._by_id[node.id] = self._add_group(node)
            self._by_id[node.id].sections += self._read_sections(node)

    def _is_duplicate(self, node: MetaGroup, kind: str) -> bool:
        first = self._first.setdefault((kind, node.id), node)
        if first is not node and first.file is node.file:
            self._diagnostics.add(
                DOUBLE_GROUP,
                f"duplicate id of a {kind}: {node.id!r}",
                node.location,
                related=(Related("first declaration", first.location),),
            )
        return first is not node

    def _add_group(self, node: MetaGroup) -> Chapter:
        name = node.navigation_group
        part = self._chapters.part(name)
        if name and part is None:
            self._diagnostics.add(
                UNKNOWN_GROUP,
                f"no navigation group has the id {name!r}",
                node.location,
            )
        return self._chapters.add(_build_chapter(node), part)

    def _read_sections(self, node: MetaGroup) -> list[Section]:
        sections = []
        for item in node.sections:
            kind = _KINDS.get(item.type)
            if kind is None or item.target not in self._known[kind]:
                self._diagnostics.add(
                    UNKNOWN_SECTION,
                    f"no operation or schema has the name {item.target!r}",
                    item.location,
                )
                continue
            if kind is SectionKind.OPERATION and item.target in self.listed:
                continue
            self.listed.add(item.target)
            path = "" if item.path == _AUTOMATIC else item.path
            sections.append(Section(kind, item.target, path))
        return sections


def _build_chapter(node: MetaGroup) -> Chapter:
    return Chapter(
        node.id,
        node.title or node.id,
        node.description,
        node.beta,
        node.legacy,
        node.deprecated,
    )
