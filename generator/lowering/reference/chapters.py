"""Groups become the chapters of the reference, and its table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..python.docstrings import at_a_glance
from ..python.identifiers import distinct, module_name
from .operations import Sections, status_notes
from ...model.api import Api, Group, Section, SectionKind
from ...model.operations import Operation
from ...model.types import Header
from ...python.package import Package
from ...reference.site import (
    Entry,
    Link,
    ObjectSection,
    OperationSection,
    Page,
    TypeSection,
)
from ...words import split_words

_LONGEST_FILE = 60
_LONGEST_TEXT = 160
_TAKEN = ("readme",)
_ANCHOR = re.compile(r"[a-z0-9][a-z0-9_-]*")


def chapters(
    api: Api,
    operations: Sections,
    package: Package,
    types: Mapping[str, TypeSection],
    links: Mapping[str, Link],
) -> tuple[tuple[Entry, ...], tuple[Page, ...]]:
    """The table of contents, and the pages of chapters.

    Args:
        api: whose groups.
        operations: makes the sections of operations.
        package: the client.
        types: the section of each type, by its name.
        links: where each type is described.
    """
    found = [item for group in api.groups for item in _placed(group, ())]
    maker = _Maker(
        operations,
        {item.id: item for item in api.operations if not item.alias_of},
        {
            item.header.words[0]: item.header
            for item in api.declarations
            if len(item.header.words) == 1
        },
        package,
        types,
        links,
        _files(found),
    )
    return (
        tuple(maker.entry(item) for item in found),
        tuple(maker.page(item) for item in found if maker.file(item)),
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A group, and those around it, outermost first."""

    group: Group
    around: tuple[Group, ...]

    @property
    def key(self) -> str:
        """What no other group is called."""
        return "/".join(item.id for item in (*self.around, self.group))

    @property
    def marks(self) -> tuple[str, ...]:
        """The standing of the group."""
        return status_notes(self.group.beta, self.group.legacy, self.group.deprecated)

    @property
    def all_marks(self) -> tuple[str, ...]:
        """The standing of the group and of those around it."""
        outer = [
            status_notes(item.beta, item.legacy, item.deprecated)
            for item in self.around
        ]
        return tuple(dict.fromkeys((*(x for each in outer for x in each), *self.marks)))


def _placed(group: Group, around: tuple[Group, ...]) -> Iterator[_Placed]:
    yield _Placed(group, around)
    for child in group.children:
        yield from _placed(child, (*around, group))


def _files(found: list[_Placed]) -> dict[str, str]:
    """The page of each group that has something to say itself."""
    wanted = {
        item.key: module_name("_".join(split_words(item.group.id))[:_LONGEST_FILE])
        for item in found
        if item.group.sections or item.group.description.strip()
    }
    names = distinct(wanted, _TAKEN)
    return {key: f"{name}.md" for key, name in names.items()}


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes pages of groups."""

    operations: Sections
    known: Mapping[str, Operation]
    headers: Mapping[str, Header]
    package: Package
    types: Mapping[str, TypeSection]
    links: Mapping[str, Link]
    files: Mapping[str, str]

    def file(self, item: _Placed) -> str:
        """The page of a group, `""` for a part that has none."""
        return self.files.get(item.key, "")

    def entry(self, item: _Placed) -> Entry:
        """The line of a group in the table of contents."""
        return Entry(
            title=item.group.title,
            depth=len(item.around),
            file=self.file(item),
            notes=item.marks,
            text=_glance(item.group.description),
        )

    def page(self, item: _Placed) -> Page:
        """The page of a group."""
        inner = (*item.around, item.group)
        taken: set[str] = set()
        return Page(
            file=self.file(item),
            title=item.group.title,
            text=item.group.description.strip(),
            trail=tuple(group.title for group in item.around),
            notes=item.all_marks,
            sections=tuple(
                found
                for section in item.group.sections
                if (found := self._section(section, item.all_marks, taken)) is not None
            ),
            children=tuple(
                replace(self.entry(_Placed(child, inner)), depth=0)
                for child in item.group.children
            ),
        )

    def _section(
        self, section: Section, around: tuple[str, ...], taken: set[str]
    ) -> OperationSection | ObjectSection | None:
        if section.kind is SectionKind.OPERATION:
            made = self.operations.of(self.known[section.key], around)
            taken.add(made.anchor)
            return made
        header = self.headers[section.key]
        name = self.package.views.get(header.key, "")
        if name not in self.types:
            name = self.package.parameters.get(header.key, "")
        type_ = self.types.get(name)
        return None if type_ is None else self._object(section, header, type_, taken)

    def _object(
        self, section: Section, header: Header, type_: TypeSection, taken: set[str]
    ) -> ObjectSection:
        path = section.path if _ANCHOR.fullmatch(section.path) else type_.anchor
        anchor = path if path not in taken else type_.anchor
        taken.add(anchor)
        presentation = header.presentation
        return ObjectSection(
            title=(
                presentation.title
                if presentation is not None and presentation.title
                else type_.name
            ),
            anchor=anchor,
            type=type_,
            link=self.links[type_.name],
            notes=(
                status_notes(
                    presentation.beta, presentation.legacy, presentation.deprecated
                )
                if presentation is not None
                else ()
            ),
        )


def _glance(text: str) -> str:
    """The first sentence, where it is prose and short enough for a line of a list."""
    sentence = at_a_glance(text)
    plain = not sentence.startswith(("#", "|", "<", "-", "* ", "```"))
    return sentence if len(sentence) <= _LONGEST_TEXT and plain else ""
