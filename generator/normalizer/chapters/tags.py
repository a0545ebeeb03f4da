"""The chapters that tags are: those declared, in `x-tagGroups` and inside each other."""

from __future__ import annotations

from collections.abc import Iterable, Set as AbstractSet

from ...diagnostics import Diagnostics, Related, Rule, Severity
from .chapters import Chapter, Chapters
from ...openapi.document import Root
from ...openapi.groups import Tag, TagGroup
from ...openapi.node import Node

UNKNOWN_TAG = Rule(
    "unknown-tag",
    Severity.NOTE,
    "A tag is named in `x-tagGroups`, or as the `parent` of another, but it is not "
    "declared and no operation has it. The reference goes without it.",
)
DOUBLE_TAG = Rule(
    "double-tag",
    Severity.WARNING,
    "A tag is declared twice in one document, or stands in two places of `x-tagGroups`. "
    "The first counts; what the first declaration lacks, the second gives.",
)
TAG_CYCLE = Rule(
    "tag-cycle",
    Severity.WARNING,
    "A tag is its own `parent`, at once or by way of others, which OpenAPI forbids "
    "(3.2, section 4.22). In the reference it stands at the top.",
)

_NAVIGATION = ("", "nav")
_BADGE = "badge"


def badges(roots: Iterable[Root]) -> dict[str, str]:
    """The tags that are marks (`kind: badge` of 3.2), and what readers see of each."""
    return {
        tag.name: tag.summary or tag.name
        for root in roots
        for tag in root.tags
        if tag.kind == _BADGE
    }


class Tags:
    """The declared tags of all documents; reads groups of them."""

    def __init__(
        self, chapters: Chapters, used: AbstractSet[str], diagnostics: Diagnostics
    ) -> None:
        """
        Args:
            chapters: takes what is found.
            used: the tags that operations have.
            diagnostics: takes what leads nowhere.
        """
        self._chapters = chapters
        self._used = used
        self._diagnostics = diagnostics
        self._declared: dict[str, list[Tag]] = {}
        self._grouped: dict[str, Node] = {}

    def read(self, roots: Iterable[Root]) -> None:
        """Makes chapters of tags, in the order of declaration or of their groups."""
        roots = list(roots)
        for root in roots:
            for tag in root.tags:
                self._declare(tag)
        # Groups of `x-oaiMeta` may be spelled otherwise; other tags are others.
        before = {name: self._chapters.find(name) for name in self._declared}
        for name, known in before.items():
            if self.leads(name):
                self._chapter(name, known)
        for root in roots:
            for group in root.tag_groups:
                self._group(group)
        for name in self._declared:
            if self.leads(name) and name not in self._grouped:
                self._put_into_parent(name)

    def leads(self, name: str) -> bool:
        """Whether a tag is a chapter, rather than a mark (`kind` of 3.2)."""
        return self._kind(name) in _NAVIGATION

    def described(self, name: str) -> Chapter | None:
        """The chapter of a tag of which something is said."""
        found = any(tag.description for tag in self._declared.get(name, ()))
        return self.of(name) if found else None

    def of(self, name: str) -> Chapter:
        """The chapter of a tag, which is made if there is none."""
        return self._chapters.find(name) or self._chapters.add(Chapter(name, name))

    def _kind(self, name: str) -> str:
        return next((tag.kind for tag in self._declared.get(name, ()) if tag.kind), "")

    def _declare(self, tag: Tag) -> None:
        if not tag.name:
            return
        found = self._declared.setdefault(tag.name, [])
        if any(other.file is tag.file for other in found):
            self._double(tag.name, tag, found[0])
        found.append(tag)

    def _double(self, name: str, second: Node, first: Node) -> None:
        self._diagnostics.add(
            DOUBLE_TAG,
            f"the tag {name!r} stands in two places",
            second.location,
            related=(Related("it stands here first", first.location),),
        )

    def _chapter(self, name: str, known: Chapter | None) -> None:
        found = self._declared[name]
        title = next((tag.summary for tag in found if tag.summary), name)
        text = next((tag.description for tag in found if tag.description), "")
        if known is None:
            self._chapters.add(Chapter(name, title, text, kept=name not in self._used))
        else:
            self._chapters.know(name, known)
            known.description = known.description or text

    def _group(self, group: TagGroup) -> None:
        part = self._chapters.add_part(
            Chapter(group.name, group.name or "More", group.description), named=False
        )
        for node in group.tags:
            name = node.value
            if not isinstance(name, str):
                continue
            if name in self._grouped:
                self._double(name, node, self._grouped[name])
            elif self._exists(name, node) and self.leads(name):
                self._grouped[name] = node
                self._chapters.move(self.of(name), part)

    def _exists(self, name: str, node: Node) -> bool:
        if name in self._declared or name in self._used:
            return True
        self._diagnostics.add(
            UNKNOWN_TAG, f"no operation has the tag {name!r}", node.location
        )
        return False

    def _put_into_parent(self, name: str) -> None:
        tag = next((tag for tag in self._declared[name] if tag.parent), None)
        if tag is None or not self._exists(tag.parent, tag):
            return
        if not self.leads(tag.parent):
            return
        chapter, parent = self.of(name), self.of(tag.parent)
        around: Chapter | None = parent
        while around is not None:
            if around is chapter:
                self._diagnostics.add(
                    TAG_CYCLE, f"the tag {name!r} is inside itself", tag.location
                )
                return
            around = around.parent
        self._chapters.move(chapter, parent)
