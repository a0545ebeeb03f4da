"""Which page of the reference holds what: groups become chapters of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model.api import Api, Group, Section, SectionKind
from generator.model.types import Declaration
from generator.reference.site import (
    Chapter,
    Entry,
    Link,
    ObjectEntry,
    OperationSection,
    Part,
    ResourcePage,
)
from generator.words import split_words


@dataclass(slots=True)
class _Page:
    """A page that is being filled."""

    file: str
    title: str
    text: str
    chapters: list[Chapter] = field(default_factory=list)

    def add(self, chapter: Chapter) -> Chapter:
        """Adds a chapter, with an anchor that no other has."""
        taken = {item.anchor for item in self.chapters}
        if chapter.anchor in taken and chapter.anchor:
            number = len(self.chapters) + 1
            chapter = replace(chapter, anchor=f"{chapter.anchor}-{number}")
        self.chapters.append(chapter)
        return chapter

    def finished(self) -> ResourcePage:
        """The page; a chapter that is all of it gives it its title."""
        title, text = self.title, self.text
        if len(self.chapters) == 1 and self.chapters[0].title:
            title, text = self.chapters[0].title, self.chapters[0].text or text
        return ResourcePage(self.file, title, text, tuple(self.chapters))


class Chapters:
    """Fills pages with chapters, in the order of the document's groups.

    Args:
        api: whose groups and resources.
        files: the page of each top resource, in the order of the resources.
        operations: what is shown of each operation, by its id.
        objects: where declared schemas are described, by their declared names.
    """

    def __init__(
        self,
        api: Api,
        files: Sequence[str],
        operations: Mapping[str, OperationSection],
        objects: Mapping[str, ObjectEntry],
    ) -> None:
        self._operations = operations
        self._objects = objects
        self._declared = {
            item.header.words[0]: item
            for item in api.declarations
            if item.header.declared
        }
        self._groups = api.groups
        self._tops = dict(zip(files, api.root.children, strict=True))
        self._homes = {
            item.id: file
            for file, top in self._tops.items()
            for found in top.walk()
            for item in found.operations
        }
        self._by_group = {top.words[0]: file for file, top in self._tops.items()}
        self._pages: dict[str, _Page] = {}

    def site(self) -> tuple[tuple[ResourcePage, ...], tuple[Part, ...]]:
        """All pages, and the contents: both in the order of groups, then what is in none."""
        pages: dict[str, _Page] = {}
        parts: dict[tuple[str, ...], list[Entry]] = {}
        for group in self._groups:
            for file, sections in self._spread(group).items():
                page = pages.get(file) or self._page(file, group)
                pages[file] = page
                chapter = page.add(self._chapter(group, sections))
                link = Link(chapter.title, file, chapter.anchor)
                entry = Entry(link, chapter.notes)
                parts.setdefault(group.parts, []).append(entry)
        listed = {
            section.key
            for group in self._groups
            for section in group.sections
            if section.kind is SectionKind.OPERATION
        }
        for file, top in self._tops.items():
            rest = tuple(
                self._operations[item.id]
                for found in top.walk()
                for item in found.operations
                if item.id in self._operations and item.id not in listed
            )
            if rest and file not in pages:
                pages[file] = self._page(file, None)
                parts.setdefault((), []).append(Entry(Link(top.title, file), ()))
            if rest:
                pages[file].add(Chapter(operations=rest))
        return (
            tuple(page.finished() for page in pages.values()),
            tuple(Part(titles, tuple(found)) for titles, found in parts.items()),
        )

    def _spread(self, group: Group) -> dict[str, list[Section]]:
        """The sections of a group by the page that shows them.

        Operations stand with their resource; objects with the first operation of their
        group, else with the resource that most of them belong to, else by themselves.
        """
        found: dict[str, list[Section]] = {}
        objects: list[Section] = []
        for section in group.sections:
            if section.kind is SectionKind.OBJECT:
                objects.append(section)
            elif section.key in self._operations:
                found.setdefault(self._homes[section.key], []).append(section)
        objects = [section for section in objects if section.key in self._objects]
        if objects:
            home = next(iter(found), "") or self._home(group, objects)
            found.setdefault(home, []).extend(objects)
        return found

    def _home(self, group: Group, objects: Iterable[Section]) -> str:
        homes = Counter(
            self._by_group.get(_resource_of(self._declared.get(section.key)), "")
            for section in objects
        )
        best = min(homes, key=lambda file: (-homes[file], file))
        return best or f"{_slug(group.id)}-objects.md"

    def _page(self, file: str, group: Group | None) -> _Page:
        top = self._tops.get(file)
        if top is not None:
            return _Page(file, top.title, top.description.strip())
        return _Page(file, group.title if group is not None else "", "")

    def _chapter(self, group: Group, sections: Iterable[Section]) -> Chapter:
        sections = list(sections)
        return Chapter(
            group.title,
            f"group-{_slug(group.id)}",
            group.description.strip(),
            tuple(
                note
                for note, holds in (
                    ("Beta", group.beta),
                    ("Legacy", group.legacy),
                    ("Deprecated", group.deprecated),
                )
                if holds
            ),
            tuple(
                self._operations[section.key]
                for section in sections
                if section.kind is SectionKind.OPERATION
            ),
            tuple(
                self._objects[section.key]
                for section in sections
                if section.kind is SectionKind.OBJECT
            ),
        )


def _resource_of(declaration: Declaration | None) -> str:
    return declaration.header.group if declaration is not None else ""


def _slug(text: str) -> str:
    """What stands for a text in file names and anchors."""
    words = [word for word in split_words(text) if word.isascii()]
    return "-".join(words)[:60] or "other"
