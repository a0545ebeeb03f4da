"""Chapters from tags: declared, grouped in `x-tagGroups`, and nested by `parent`."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...openapi.document import Root
from ...openapi.groups import Tag, TagGroup
from ...openapi.node import Node
from ..external_docs import read_external_docs
from .chapters import Chapter, Chapters

UNKNOWN_TAG = Rule(
    "unknown-tag",
    Severity.NOTE,
    "A tag is named in `x-tagGroups`, or as the `parent` of another tag, but it is not "
    "declared and no operation has it. The reference omits it.",
    hint="correct the name, or declare the tag in `tags`",
)
DOUBLE_TAG = Rule(
    "double-tag",
    Severity.WARNING,
    "A tag is declared twice in one document, or occurs twice in `x-tagGroups`. The first "
    "occurrence is used; properties that the first declaration lacks are taken from the "
    "second.",
    hint="remove one of the tags",
)
TAG_CYCLE = Rule(
    "tag-cycle",
    Severity.WARNING,
    "A tag is its own `parent`, directly or through other tags, which OpenAPI forbids "
    "(3.2, section 4.22). The `parent` that closes the cycle is ignored.",
    hint="correct the `parent` of the tag",
)

_NAVIGATION = ("", "nav")
_BADGE = "badge"


def find_badges(roots: Iterable[Root]) -> dict[str, str]:
    """Return the labels of tags that are badges (`kind: badge` of OpenAPI 3.2)."""
    return {
        tag.name: tag.summary or tag.name
        for root in roots
        for tag in root.tags
        if tag.kind == _BADGE
    }


class Tags:
    """A reader of the declared tags of all documents and their groups."""

    def __init__(
        self, chapters: Chapters, used: AbstractSet[str], diagnostics: Diagnostics
    ) -> None:
        """Initialize the builder.

        Args:
            chapters: Chapters that the tags are added to.
            used: Tags of operations.
            diagnostics: Collects unknown tags, duplicates and cycles.
        """
        self._chapters = chapters
        self._used = used
        self._diagnostics = diagnostics
        self._declared: dict[str, list[Tag]] = {}
        self._grouped: dict[str, Node] = {}

    def read(self, roots: Iterable[Root]) -> None:
        """Add the chapters of tags, in the order of declaration or of their groups."""
        roots = list(roots)
        for root in roots:
            for tag in root.tags:
                self._declare(tag)
        # A tag may be another spelling of a group of `x-oaiMeta`, but not of another tag:
        # look up all tags before any is added.
        existing = {name: self._chapters.find(name) for name in self._declared}
        for name, chapter in existing.items():
            if self.is_chapter(name):
                self._add_chapter(name, chapter)
        for root in roots:
            for group in root.tag_groups:
                self._add_group(group)
        for name in self._declared:
            if self.is_chapter(name) and name not in self._grouped:
                self._move_to_parent(name)

    def is_chapter(self, name: str) -> bool:
        """Return whether a tag is a chapter, not a badge or another kind of tag."""
        return self._kind(name) in _NAVIGATION

    def described_chapter(self, name: str) -> Chapter | None:
        """Return the chapter of a tag that has a description, else `None`."""
        is_described = any(tag.description for tag in self._declared.get(name, ()))
        return self.chapter_of(name) if is_described else None

    def chapter_of(self, name: str) -> Chapter:
        """Return the chapter of a tag; add it if it does not exist."""
        return self._chapters.find(name) or self._chapters.add(Chapter(name, name))

    def _kind(self, name: str) -> str:
        return next((tag.kind for tag in self._declared.get(name, ()) if tag.kind), "")

    def _declare(self, tag: Tag) -> None:
        if not tag.name:
            return
        tags = self._declared.setdefault(tag.name, [])
        if any(other.file is tag.file for other in tags):
            self._report_duplicate(tag.name, tag, tags[0])
        tags.append(tag)

    def _report_duplicate(self, name: str, second: Node, first: Node) -> None:
        self._diagnostics.add(
            DOUBLE_TAG,
            f"duplicate tag {name!r}",
            second.location,
            related=(Related("first occurrence", first.location),),
        )

    def _add_chapter(self, name: str, existing: Chapter | None) -> None:
        tags = self._declared[name]
        title = next((tag.summary for tag in tags if tag.summary), name)
        description = next((tag.description for tag in tags if tag.description), "")
        links = filter(None, map(read_external_docs, tags))
        external_docs = next(links, None)
        if existing is None:
            chapter = Chapter(name, title, description, external_docs=external_docs)
            chapter.kept = name not in self._used
            self._chapters.add(chapter)
        else:
            self._chapters.register(name, existing)
            existing.description = existing.description or description
            existing.external_docs = existing.external_docs or external_docs

    def _add_group(self, group: TagGroup) -> None:
        part = self._chapters.add_part(
            Chapter(group.name, group.name or "More", group.description), named=False
        )
        for node in group.tags:
            name = node.value
            if not isinstance(name, str):
                continue
            if name in self._grouped:
                self._report_duplicate(name, node, self._grouped[name])
            elif self._exists(name, node) and self.is_chapter(name):
                self._grouped[name] = node
                self._chapters.move(self.chapter_of(name), part)

    def _exists(self, name: str, node: Node) -> bool:
        if name in self._declared or name in self._used:
            return True
        self._diagnostics.add(
            UNKNOWN_TAG, f"no operation has the tag {name!r}", node.location
        )
        return False

    def _move_to_parent(self, name: str) -> None:
        tag = next((tag for tag in self._declared[name] if tag.parent), None)
        if tag is None or not self._exists(tag.parent, tag):
            return
        if not self.is_chapter(tag.parent):
            return
        chapter, parent = self.chapter_of(name), self.chapter_of(tag.parent)
        ancestor: Chapter | None = parent
        while ancestor is not None:
            if ancestor is chapter:
                self._diagnostics.add(
                    TAG_CYCLE, f"the tag {name!r} is its own ancestor", tag.location
                )
                return
            ancestor = ancestor.parent
        self._chapters.move(chapter, parent)
