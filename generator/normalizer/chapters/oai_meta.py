"""The chapters that `x-oaiMeta` of a root declares."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...model.api import Section, SectionKind
from .chapters import Chapter, Chapters
from ...openapi.document import Root
from ...openapi.groups import MetaGroup

UNKNOWN_SECTION = Rule(
    "unknown-section",
    Severity.NOTE,
    "A section of `x-oaiMeta.groups` names an operation or a schema that does not exist. "
    "The reference leaves it out.",
)
UNKNOWN_GROUP = Rule(
    "unknown-navigation-group",
    Severity.NOTE,
    "A group of `x-oaiMeta` stands in a navigation group that does not exist. "
    "The reference shows it behind all navigation groups.",
)
DOUBLE_GROUP = Rule(
    "double-group",
    Severity.NOTE,
    "Two groups of `x-oaiMeta` have the same id. The reference shows what both hold as "
    "one, under the title of the first.",
)

_KINDS = {"endpoint": SectionKind.OPERATION, "object": SectionKind.OBJECT}
_OPEN = "<auto>"


class MetaGroups:
    """Reads navigation groups and groups."""

    def __init__(
        self,
        chapters: Chapters,
        operations: AbstractSet[str],
        schemas: AbstractSet[str],
        diagnostics: Diagnostics,
    ) -> None:
        """
        Args:
            chapters: takes what is found.
            operations: the ids that sections may name.
            schemas: the names that they may name.
            diagnostics: takes what leads nowhere.
        """
        self._chapters = chapters
        self._known = {
            SectionKind.OPERATION: operations,
            SectionKind.OBJECT: schemas,
        }
        self._diagnostics = diagnostics
        self._first: dict[tuple[str, str], MetaGroup] = {}
        self._found: dict[str, Chapter] = {}
        self.listed: set[str] = set()
        """The operations and the schemas that sections name."""

    def read(self, root: Root) -> None:
        """The groups of one document; several documents may hold the same ones."""
        meta = root.oai_meta
        if meta is None:
            return
        for node in meta.navigation_groups:
            if node.id and not self._is_second(node, "navigation group"):
                self._chapters.add_part(_chapter(node))
        for node in meta.groups:
            if not node.id:
                continue
            if not self._is_second(node, "group"):
                self._found[node.id] = self._added(node)
            self._found[node.id].sections += self._sections(node)

    def _is_second(self, node: MetaGroup, kind: str) -> bool:
        first = self._first.setdefault((kind, node.id), node)
        if first is not node and first.file is node.file:
            self._diagnostics.add(
                DOUBLE_GROUP,
                f"there are two {kind}s {node.id!r}",
                node.location,
                related=(Related("it stands here first", first.location),),
            )
        return first is not node

    def _added(self, node: MetaGroup) -> Chapter:
        wanted = node.navigation_group
        part = self._chapters.part(wanted)
        if wanted and part is None:
            self._diagnostics.add(
                UNKNOWN_GROUP,
                f"no navigation group has the id {wanted!r}",
                node.location,
            )
        return self._chapters.add(_chapter(node), part)

    def _sections(self, node: MetaGroup) -> list[Section]:
        found = []
        for item in node.sections:
            kind = _KINDS.get(item.type)
            if kind is None or item.shown not in self._known[kind]:
                self._diagnostics.add(
                    UNKNOWN_SECTION, f"nothing is called {item.shown!r}", item.location
                )
                continue
            if kind is SectionKind.OPERATION and item.shown in self.listed:
                continue
            self.listed.add(item.shown)
            path = "" if item.path == _OPEN else item.path
            found.append(Section(kind, item.shown, path))
        return found


def _chapter(node: MetaGroup) -> Chapter:
    return Chapter(
        node.id,
        node.title or node.id,
        node.description,
        node.beta,
        node.legacy,
        node.deprecated,
    )
