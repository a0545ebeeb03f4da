"""The chapters of a reference while it is put together."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from ...model.api import Group, Section, SectionKind
from ...words import split_words


@dataclass(slots=True, eq=False)
class Chapter:
    """What becomes a group; its fields are those of one."""

    id: str
    title: str
    description: str = ""
    beta: bool = False
    legacy: bool = False
    deprecated: bool = False
    sections: list[Section] = field(default_factory=list)
    children: list[Chapter] = field(default_factory=list)
    parent: Chapter | None = None
    kept: bool = True
    """Whether its description is worth a page of its own."""

    def group(self, unwanted: AbstractSet[str]) -> Group | None:
        """The group without some operations; `None` where nothing is left to say."""
        found = (child.group(unwanted) for child in self.children)
        children = tuple(child for child in found if child is not None)
        sections = [
            item
            for item in dict.fromkeys(self.sections)
            if item.kind is SectionKind.OBJECT or item.key not in unwanted
        ]
        said = self.kept and self.description.strip()
        if not (sections or children or said):
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
        )


class Chapters:
    """Chapters by their names, in whatever spelling, and the order they stand in."""

    def __init__(self) -> None:
        self._tops: list[Chapter] = []
        self._exact: dict[str, Chapter] = {}
        self._spelled: dict[tuple[str, ...], Chapter] = {}
        self._parts: dict[tuple[str, ...], Chapter] = {}

    def add(self, chapter: Chapter, parent: Chapter | None = None) -> Chapter:
        """Puts a chapter at the end of another, or of the whole."""
        self.know(chapter.id, chapter)
        self.move(chapter, parent)
        return chapter

    def add_part(self, part: Chapter, named: bool = True) -> Chapter:
        """Puts what holds chapters at the end of the whole.

        Args:
            part: with chapters to come.
            named: whether others than the document's groups call it by its id.
        """
        if named:
            self._parts.setdefault(split_words(part.id), part)
        self._tops.append(part)
        return part

    def part(self, name: str) -> Chapter | None:
        """The part of this name, in whatever spelling."""
        return self._parts.get(split_words(name))

    def know(self, name: str, chapter: Chapter) -> None:
        """Gives a chapter a further name, unless that is another's."""
        self._exact.setdefault(name, chapter)
        self._spelled.setdefault(split_words(name), chapter)

    def find(self, name: str) -> Chapter | None:
        """The chapter of this name, exactly so or else in another spelling; or the part."""
        words = split_words(name)
        return (
            self._exact.get(name) or self._spelled.get(words) or self._parts.get(words)
        )

    def move(self, chapter: Chapter, parent: Chapter | None) -> None:
        """Puts a chapter at the end of another place than where it stands."""
        around = self._tops if chapter.parent is None else chapter.parent.children
        if chapter in around:
            around.remove(chapter)
        chapter.parent = parent
        (self._tops if parent is None else parent.children).append(chapter)

    def walk(self) -> list[Chapter]:
        """All chapters as they stand now, each before those inside it."""
        found: list[Chapter] = []
        waiting = self._tops[::-1]
        while waiting:
            found.append(waiting.pop())
            waiting += found[-1].children[::-1]
        return found

    def groups(self, unwanted: AbstractSet[str]) -> tuple[Group, ...]:
        """All groups with something in them, but for operations that are not wanted."""
        found = (chapter.group(unwanted) for chapter in self._tops)
        return tuple(group for group in found if group is not None)
