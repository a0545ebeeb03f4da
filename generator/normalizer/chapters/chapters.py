"""Mutable chapters, from which the groups of the reference are built."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from ...model.api import Group, Section, SectionKind
from ...model.types import ExternalDocs
from ...words import split_words


@dataclass(slots=True, eq=False)
class Chapter:
    """A group under construction; most fields are those of `Group`."""

    id: str
    title: str
    description: str = ""
    beta: bool = False
    legacy: bool = False
    deprecated: bool = False
    sections: list[Section] = field(default_factory=list)
    children: list[Chapter] = field(default_factory=list)
    parent: Chapter | None = None
    external_docs: ExternalDocs | None = None
    kept: bool = True
    """Whether the chapter is kept if it has a description, but no sections or children."""

    def group(self, excluded: AbstractSet[tuple[SectionKind, str]]) -> Group | None:
        """Build the group without excluded sections; return `None` if nothing is left.

        Args:
            excluded: Kinds and keys of sections.
        """
        groups = (child.group(excluded) for child in self.children)
        children = tuple(group for group in groups if group is not None)
        sections = [
            item
            for item in dict.fromkeys(self.sections)
            if (item.kind, item.key) not in excluded
        ]
        is_text = not self.sections and not self.children
        has_text = self.kept and self.description.strip() and is_text
        if not (sections or children or has_text):
            return None
        return Group(
            self.id,
            self.title,
            self.description,
            self.beta,
            self.legacy,
            self.deprecated,
            tuple(sections),
            children,
            self.external_docs,
        )


class Chapters:
    """All chapters, in order, with lookup by name in any spelling."""

    def __init__(self) -> None:
        self._roots: list[Chapter] = []
        self._by_name: dict[str, Chapter] = {}
        self._by_words: dict[tuple[str, ...], Chapter] = {}
        self._parts: dict[tuple[str, ...], Chapter] = {}

    def add(self, chapter: Chapter, parent: Chapter | None = None) -> Chapter:
        """Append a chapter to a parent, or to the top level, and return it."""
        self.register(chapter.id, chapter)
        self.move(chapter, parent)
        return chapter

    def add_part(self, part: Chapter, named: bool = True) -> Chapter:
        """Append a part, which contains chapters, to the top level, and return it.

        Args:
            part: Part without chapters.
            named: Whether the part can be looked up by its id.
        """
        if named:
            self._parts.setdefault(split_words(part.id), part)
        self._roots.append(part)
        return part

    def part(self, name: str) -> Chapter | None:
        """Return the part with a name, in any spelling."""
        return self._parts.get(split_words(name))

    def register(self, name: str, chapter: Chapter) -> None:
        """Register another name of a chapter, unless another chapter has it."""
        self._by_name.setdefault(name, chapter)
        self._by_words.setdefault(split_words(name), chapter)

    def find(self, name: str) -> Chapter | None:
        """Return the chapter with a name, exactly or in another spelling, or the part."""
        words = split_words(name)
        return (
            self._by_name.get(name)
            or self._by_words.get(words)
            or self._parts.get(words)
        )

    def move(self, chapter: Chapter, parent: Chapter | None) -> None:
        """Move a chapter to the end of a parent, or of the top level."""
        siblings = self._roots if chapter.parent is None else chapter.parent.children
        if chapter in siblings:
            siblings.remove(chapter)
        chapter.parent = parent
        (self._roots if parent is None else parent.children).append(chapter)

    def walk(self) -> list[Chapter]:
        """Return all chapters, parents first."""
        chapters: list[Chapter] = []
        pending = self._roots[::-1]
        while pending:
            chapters.append(pending.pop())
            pending += chapters[-1].children[::-1]
        return chapters

    def groups(
        self, excluded: AbstractSet[tuple[SectionKind, str]]
    ) -> tuple[Group, ...]:
        """Build all groups that are not empty without the excluded sections."""
        groups = (chapter.group(excluded) for chapter in self._roots)
        return tuple(group for group in groups if group is not None)
