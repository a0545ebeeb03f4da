"""Lowering of groups to the chapters and the table of contents of the reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.api import Api, Group, Section, SectionKind
from ...model.operations import Operation
from ...model.types import Header
from ...python.package import Package
from ...reference.links import Link
from ...reference.site import (
    ContentsEntry,
    ObjectSection,
    OperationSection,
    Page,
    TypeSection,
)
from ...words import split_words
from ..python.docstrings import summarize
from ..python.identifiers import distinct, module_name
from .kept_pages import KeptPages, webhook_item
from .operations import OperationSections, status_badges
from .value_notes import external_link

_MAX_NAME = 60
_MAX_SUMMARY = 160
_RESERVED_NAMES = ("readme", "index")
"""Names of the first page: `README` of the Markdown files, `index` of the site."""
_ANCHOR = re.compile(r"[a-z0-9][a-z0-9_-]*")
_BLOCK_MARKERS = ("#", "|", "<", "-", "* ", "```")


def build_chapters(
    api: Api,
    operations: OperationSections,
    package: Package,
    types: Mapping[str, TypeSection],
    links: Mapping[str, Link],
    kept: KeptPages,
) -> tuple[tuple[ContentsEntry, ...], tuple[Page, ...]]:
    """Build the table of contents and the pages of the chapters.

    Args:
        api: API with the groups.
        operations: Builder of the sections of operations.
        package: Client package.
        types: Section of each type, by type name.
        links: Link to the section of each type, by type name.
        kept: Pages of an earlier output.
    """
    chapters = [item for group in api.groups for item in _flatten(group, ())]
    builder = _PageBuilder(
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
        {},
    )
    webhooks, _ = kept.find_webhooks(map(webhook_item, api.webhooks))
    earlier = kept.find_names(builder.list_items(chapters))
    names = _page_names(chapters, earlier, webhooks)
    builder = replace(builder, names=names)
    return (
        tuple(builder.entry(item) for item in chapters),
        tuple(
            kept.add_anchors(builder.page(item))
            for item in chapters
            if builder.name(item)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A group and its ancestors, outermost first."""

    group: Group
    ancestors: tuple[Group, ...]

    @property
    def key(self) -> str:
        """A unique key of the group."""
        return "/".join(item.id for item in (*self.ancestors, self.group))

    @property
    def badges(self) -> tuple[str, ...]:
        """Status badges of the group."""
        return _group_badges(self.group)

    @property
    def inherited_badges(self) -> tuple[str, ...]:
        """Status badges of the group and its ancestors, without duplicates."""
        groups = (*self.ancestors, self.group)
        return tuple(dict.fromkeys(x for each in groups for x in _group_badges(each)))


def _group_badges(group: Group) -> tuple[str, ...]:
    return status_badges(group.beta, group.legacy, group.deprecated)


def _flatten(group: Group, ancestors: tuple[Group, ...]) -> Iterator[_Chapter]:
    """Yield a group and its descendants in order."""
    yield _Chapter(group, ancestors)
    for child in group.children:
        yield from _flatten(child, (*ancestors, group))


def _page_names(
    chapters: list[_Chapter], kept: Mapping[str, str], webhooks: str
) -> dict[str, str]:
    """Return the name of the page of each group with sections or a description, by key.

    Args:
        chapters: The groups.
        kept: Names in an earlier output, which stay, by key of the group.
        webhooks: Name of the webhooks in an earlier output, which stays; `""` for none.
    """
    candidates = {
        item.key: module_name("_".join(split_words(item.group.id))[:_MAX_NAME])
        for item in chapters
        if item.group.sections or item.group.description.strip()
    }
    earlier = {
        key: kept[key]
        for key in candidates
        if key in kept and kept[key] not in _RESERVED_NAMES
    }
    new = {key: name for key, name in candidates.items() if key not in earlier}
    taken = {*earlier.values(), webhooks}
    names = distinct(new, {*_RESERVED_NAMES, *taken})
    return earlier | names


@dataclass(frozen=True, slots=True)
class _PageBuilder:
    """Builder of the pages of groups.

    Args:
        operation_sections: Builder of the sections of operations.
        operations: Operations by id.
        headers: Headers of the component schemas, by name.
        package: Client package.
        types: Section of each type, by type name.
        links: Link to the section of each type, by type name.
        names: Name of the page of each group, by key.
    """

    operation_sections: OperationSections
    operations: Mapping[str, Operation]
    headers: Mapping[str, Header]
    package: Package
    types: Mapping[str, TypeSection]
    links: Mapping[str, Link]
    names: Mapping[str, str]

    def name(self, chapter: _Chapter) -> str:
        """Return the name of the page of a group, or `""` if it has no page."""
        return self.names.get(chapter.key, "")

    def list_items(self, chapters: Iterable[_Chapter]) -> dict[str, list[str]]:
        """Return the calls and types that the sections of each group stand for."""
        return {
            item.key: [self._item(section) for section in item.group.sections]
            for item in chapters
        }

    def _item(self, section: Section) -> str:
        if section.kind is SectionKind.OPERATION:
            operation = self.operations[section.key]
            return ".".join(("client", *operation.resource, "_".join(operation.name)))
        return f"types.{self._type_name(self.headers[section.key])}"

    def _type_name(self, header: Header) -> str:
        """Return the name of a type in responses, else in arguments."""
        name = self.package.models.get(header.key, "")
        if name not in self.types:
            name = self.package.parameters.get(header.key, "")
        return name

    def entry(self, chapter: _Chapter) -> ContentsEntry:
        """Build the entry of a group in the table of contents."""
        return ContentsEntry(
            title=chapter.group.title,
            depth=len(chapter.ancestors),
            page=self.name(chapter),
            badges=chapter.badges,
            summary=_summary(chapter.group.description),
        )

    def page(self, chapter: _Chapter) -> Page:
        """Build the page of a group."""
        group = chapter.group
        path = (*chapter.ancestors, group)
        used_anchors: set[str] = set()
        sections = [
            self._section(section, chapter.inherited_badges, used_anchors)
            for section in group.sections
        ]
        return Page(
            name=self.name(chapter),
            title=group.title,
            description=group.description.strip(),
            breadcrumbs=tuple(item.title for item in chapter.ancestors),
            badges=chapter.inherited_badges,
            sections=tuple(section for section in sections if section is not None),
            children=tuple(
                replace(self.entry(_Chapter(child, path)), depth=0)
                for child in group.children
            ),
            link=external_link(group.external_docs),
            chapter=chapter.key,
        )

    def _section(
        self, section: Section, badges: tuple[str, ...], used_anchors: set[str]
    ) -> OperationSection | ObjectSection | None:
        """Build a section, or return `None` if the client does not have its type."""
        if section.kind is SectionKind.OPERATION:
            operation = self.operations[section.key]
            result = self.operation_sections.build(operation, badges)
            used_anchors.add(result.anchor)
            return replace(result, item=self._item(section))
        header = self.headers[section.key]
        type_ = self.types.get(self._type_name(header))
        if type_ is None:
            return None
        return self._object(section, header, type_, used_anchors)

    def _object(
        self,
        section: Section,
        header: Header,
        type_: TypeSection,
        used_anchors: set[str],
    ) -> ObjectSection:
        path = section.path if _ANCHOR.fullmatch(section.path) else type_.anchor
        anchor = path if path not in used_anchors else type_.anchor
        used_anchors.add(anchor)
        title, badges = type_.name, tuple[str, ...]()
        if (presentation := header.presentation) is not None:
            title = presentation.title or title
            badges = status_badges(
                presentation.beta, presentation.legacy, presentation.deprecated
            )
        link = self.links[type_.name]
        item = f"types.{type_.name}"
        return ObjectSection(title, anchor, type_, link, badges, item)


def _summary(description: str) -> str:
    """Return the first sentence if it is prose and fits on a line; otherwise `""`."""
    sentence = summarize(description)
    is_prose = not sentence.startswith(_BLOCK_MARKERS)
    return sentence if len(sentence) <= _MAX_SUMMARY and is_prose else ""
