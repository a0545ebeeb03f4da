"""Assignment of operations and objects to the groups of the reference.

An operation belongs to the group with a section in `x-oaiMeta.groups` that lists it; else to
the group or navigation group that it names; else to the chapter of its tag; else to that of
its resource. An object belongs to each group that lists it, else to the one that it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ...model.api import Group, Resource, Section, SectionKind
from ...model.operations import Operation
from ...model.types import Declaration, Usage
from ...words import join_words, split_words
from ..context import Context
from .chapters import Chapter, Chapters
from .oai_meta import MetaGroups
from .split import split_chapters
from .tags import Tags

_MAX_OBJECTS = 16
"""Number of unlisted objects in a chapter; more objects get a separate chapter."""


def build_groups(
    context: Context,
    operations: Sequence[Operation],
    root: Resource,
    declarations: Sequence[Declaration],
    unused_types: bool,
) -> tuple[Group, ...]:
    """Build the groups, in the order of the document.

    Args:
        context: Document that declares groups and tags; collects its diagnostics.
        operations: All operations of the document, selected or not.
        root: Resources with the selected operations.
        declarations: Declarations that may be documented as objects.
        unused_types: Whether the client has types that nothing uses.
    """
    document, diagnostics = context.document, context.diagnostics
    chapters = Chapters()
    objects = [item for item in declarations if len(item.header.words) == 1]
    names = {item.header.words[0] for item in objects}
    ids = dict.fromkeys(item.id for item in operations)
    meta = MetaGroups(chapters, ids.keys(), names, diagnostics)
    for each in document.roots:
        meta.read(each)
    used_tags = {tag for item in operations for tag in item.tags}
    tags = Tags(chapters, used_tags, diagnostics)
    tags.read(document.roots)
    selected = {
        operation.id: (operation, top)
        for top in root.children
        for resource in top.walk()
        for operation in resource.operations
        if not operation.alias_of
    }
    finder = _ChapterFinder(chapters, tags, list(selected.values()))
    for identity in ids:
        if identity in selected and identity not in meta.listed:
            section = Section(SectionKind.OPERATION, identity)
            finder.chapter_of(*selected[identity]).sections.append(section)
    resources = {key: item.resource for key, (item, _) in selected.items()}
    split_chapters(chapters, resources, meta.listed)
    _place_objects(objects, chapters, meta.listed)
    excluded = {(SectionKind.OPERATION, id_) for id_ in ids.keys() - selected.keys()}
    if not unused_types:
        excluded |= {
            (SectionKind.OBJECT, item.header.words[0])
            for item in objects
            if item.header.usage is Usage.UNREACHED
        }
    return chapters.groups(excluded)


class _ChapterFinder:
    """The chapters of operations that no section lists."""

    def __init__(
        self,
        chapters: Chapters,
        tags: Tags,
        operations: Sequence[tuple[Operation, Resource]],
    ) -> None:
        self._chapters = chapters
        self._tags = tags
        used = {self._find_tag(operation) for operation, _ in operations}
        tops = {top.words for _, top in operations}
        # A tag that all operations have does not divide them.
        self._common = next(iter(used)) if len(used) == 1 < len(tops) else ""

    def _find_tag(self, operation: Operation) -> str:
        return next(filter(self._tags.is_chapter, operation.tags), "")

    def chapter_of(self, operation: Operation, top: Resource) -> Chapter:
        """Return the chapter of an operation; add it if it does not exist.

        Args:
            operation: Operation that no section lists.
            top: Top-level resource of the operation.
        """
        tag = self._find_tag(operation)
        group = self._chapters.find(operation.group) if operation.group else None
        if group is not None:
            return self._chapter_in(group, tag)
        if tag and tag != self._common:
            return self._tags.chapter_of(tag)
        name = operation.group or top.words[0]
        chapter = self._chapters.find(name)
        if chapter is None:
            is_resource = split_words(name) == split_words(top.words[0])
            title = top.title if is_resource else _title(name)
            description = top.description if is_resource else ""
            chapter = Chapter(name, title, description)
            self._chapters.add(chapter, self._tags.described_chapter(tag))
        return chapter

    def _chapter_in(self, group: Chapter, tag: str) -> Chapter:
        """Return a group, or the chapter of the tag in it if the group is a part."""
        if not tag or self._chapters.part(group.id) is not group:
            return group
        chapter = self._tags.chapter_of(tag)
        if chapter is not group and chapter.parent is None:
            self._chapters.move(chapter, group)
        return chapter


def _place_objects(
    objects: Sequence[Declaration], chapters: Chapters, listed: AbstractSet[str]
) -> None:
    """Append objects that no section lists to the groups that they name."""
    by_chapter: dict[Chapter, list[Section]] = {}
    for item in objects:
        presentation, name = item.header.presentation, item.header.words[0]
        if presentation is not None and presentation.group and name not in listed:
            chapter = chapters.find(presentation.group)
            if chapter is not None:
                section = Section(SectionKind.OBJECT, name)
                by_chapter.setdefault(chapter, []).append(section)
    for chapter, sections in by_chapter.items():
        if len(sections) > _MAX_OBJECTS:
            inner = Chapter(f"{chapter.id}-objects", f"Objects of {chapter.title}")
            chapter = chapters.add(inner, chapter)
        chapter.sections += sections


def _title(name: str) -> str:
    return join_words(split_words(name) or (name,))
