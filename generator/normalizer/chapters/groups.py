"""The groups of the reference, and which operation and object stands in which.

An operation stands where a section of `x-oaiMeta.groups` lists it; else in the group that
it names, be it a navigation group; else in the chapter of its tag; else in that of its
resource. An object stands in each group that lists it, else in the one that it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ...diagnostics import Diagnostics
from ...model.api import Group, Resource, Section, SectionKind
from ...model.operations import Operation
from ...model.types import Declaration
from .chapters import Chapter, Chapters
from .split import divide
from .oai_meta import MetaGroups
from .tags import Tags
from ...openapi.document import Document
from ...words import split_words

_MOST_OBJECTS = 16
"""Objects behind the operations of a chapter; more of them have a chapter of their own."""


def groups(
    document: Document,
    known: Sequence[Operation],
    root: Resource,
    declarations: Sequence[Declaration],
    diagnostics: Diagnostics,
) -> tuple[Group, ...]:
    """The groups, in the order of the document.

    Args:
        document: whose roots declare groups and tags.
        known: all operations of the document, wanted or not.
        root: the wanted operations, in resources.
        declarations: the objects that may be shown.
        diagnostics: takes what leads nowhere.
    """
    chapters = Chapters()
    objects = [item for item in declarations if len(item.header.words) == 1]
    names = {item.header.words[0] for item in objects}
    ids = dict.fromkeys(item.id for item in known)
    meta = MetaGroups(chapters, ids.keys(), names, diagnostics)
    for each in document.roots:
        meta.read(each)
    tags = Tags(chapters, {tag for item in known for tag in item.tags}, diagnostics)
    tags.read(document.roots)
    wanted = {
        operation.id: (operation, top)
        for top in root.children
        for resource in top.walk()
        for operation in resource.operations
        if not operation.alias_of
    }
    homes = _Homes(chapters, tags, list(wanted.values()))
    for identity in ids:
        if identity in wanted and identity not in meta.listed:
            section = Section(SectionKind.OPERATION, identity)
            homes.of(*wanted[identity]).sections.append(section)
    resources = {key: item.resource for key, (item, _) in wanted.items()}
    divide(chapters, resources, meta.listed)
    _place_objects(objects, chapters, meta.listed)
    return chapters.groups(ids.keys() - wanted.keys())


class _Homes:
    """Where operations stand that no section lists."""

    def __init__(
        self,
        chapters: Chapters,
        tags: Tags,
        operations: Sequence[tuple[Operation, Resource]],
    ) -> None:
        self._chapters = chapters
        self._tags = tags
        found = {self._tag(operation) for operation, _ in operations}
        tops = {top.words for _, top in operations}
        # A tag that all have tells nothing apart.
        self._common = next(iter(found)) if len(found) == 1 < len(tops) else ""

    def _tag(self, operation: Operation) -> str:
        return next(filter(self._tags.leads, operation.tags), "")

    def of(self, operation: Operation, top: Resource) -> Chapter:
        """The chapter of an operation, which is made if there is none."""
        tag = self._tag(operation)
        found = self._chapters.find(operation.group) if operation.group else None
        if found is not None:
            return self._inside(found, tag)
        if tag and tag != self._common:
            return self._tags.of(tag)
        name = operation.group or top.words[0]
        chapter = self._chapters.find(name)
        if chapter is None:
            own = split_words(name) == split_words(top.words[0])
            title, text = (top.title, top.description) if own else (_title(name), "")
            chapter = Chapter(name, title, text)
            self._chapters.add(chapter, self._tags.described(tag))
        return chapter

    def _inside(self, found: Chapter, tag: str) -> Chapter:
        """The chapter of the tag, where a group is a part that holds chapters."""
        if not tag or self._chapters.part(found.id) is not found:
            return found
        chapter = self._tags.of(tag)
        if chapter is not found and chapter.parent is None:
            self._chapters.move(chapter, found)
        return chapter


def _place_objects(
    objects: Sequence[Declaration], chapters: Chapters, listed: AbstractSet[str]
) -> None:
    """Puts objects that no section lists behind the others of the group they name."""
    found: dict[Chapter, list[Section]] = {}
    for item in objects:
        presentation, name = item.header.presentation, item.header.words[0]
        if presentation is not None and presentation.group and name not in listed:
            chapter = chapters.find(presentation.group)
            if chapter is not None:
                section = Section(SectionKind.OBJECT, name)
                found.setdefault(chapter, []).append(section)
    for chapter, sections in found.items():
        if len(sections) > _MOST_OBJECTS:
            inner = Chapter(f"{chapter.id}-objects", f"Objects of {chapter.title}")
            chapter = chapters.add(inner, chapter)
        chapter.sections += sections


def _title(name: str) -> str:
    words = " ".join(split_words(name)) or name
    return words[:1].upper() + words[1:]
