"""The pages of the site, and their titles, addresses and anchors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

from ...reference.site import (
    ObjectSection,
    OperationSection,
    Page,
    Site,
    TypesPage,
)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page of the site.

    Args:
        name: Name of the page: `index`, `chat` or `types/chat`.
        title: Title.
        template: Template of its content.
        content: Data that the template prints.
    """

    name: str
    title: str
    template: str
    content: Any

    @property
    def root(self) -> str:
        """Relative path from the page to the root of the site."""
        return "../" * self.name.count("/")


def list_pages(site: Site, changelog: str = "") -> Iterator[HtmlPage]:
    """Yield the pages of a site, the landing page first.

    Args:
        site: The reference.
        changelog: Changelog in CommonMark; `""` for none.
    """
    yield HtmlPage("index", site.title, "landing", site)
    if site.migration is not None:
        title = f"Migrating from {site.migration.package}"
        yield HtmlPage(site.migration.name, title, "migration", site.migration)
    for page in site.pages:
        yield HtmlPage(page.name, page.title, "chapter", page)
    if site.webhooks is not None:
        yield HtmlPage(site.webhooks.name, "Webhooks", "webhooks", site.webhooks)
    if changelog:
        name = changelog_name(site)
        yield HtmlPage(name, "Changelog", "changelog", changelog)
    if site.types_index:
        yield HtmlPage(site.types_index, "Types", "types_index", site.types)
    for types in site.types:
        yield HtmlPage(types.name, types.title, "types", types)


def changelog_name(site: Site) -> str:
    """Return the name of the page of the changelog, which no other page has."""
    names = {page.name for page in list_pages(site)}
    numbered = (f"changelog-{number}" for number in count(2))
    return next(name for name in chain(("changelog",), numbered) if name not in names)


def navigation_sections(
    page: Page,
) -> Iterator[tuple[OperationSection | ObjectSection, str]]:
    """Yield the sections of a chapter, with the calls of operations of the same title.

    The call is `""` if no other section of the chapter has the title.
    """
    titles = Counter(section.title for section in page.sections)
    for section in page.sections:
        call = ""
        if isinstance(section, OperationSection) and titles[section.title] > 1:
            call = section.call
        yield section, call


def used_anchors(content: Page | TypesPage) -> set[str]:
    """Return the anchors of the sections of a page, which fields must not use."""
    if isinstance(content, TypesPage):
        others = {link.anchor for link in content.others}
        return {item.anchor for item in content.types} | others
    anchors = {"content", "menu", "search", "results"}
    for section in content.sections:
        anchors |= {section.anchor, *section.earlier_anchors}
    return anchors | {item.id for item in content.operations}
