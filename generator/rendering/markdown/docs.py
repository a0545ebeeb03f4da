"""Rendering of the pages of a reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...reference.site import Site
from .environment import markdown_environment

_HOME = "\0"
"""Name of the first page in rendered pages. Text of documents cannot contain it, because
control characters are escaped."""


def render_docs(site: Site, *homes: str) -> list[dict[str, str]]:
    """Render all pages once, and return them with several names of the first page.

    Args:
        site: The reference.
        homes: Names of the first page, such as `README`.

    Returns:
        Content of each page by name, for each name of the first page.
    """
    pages = _render_pages(site, _HOME)
    return [dict(_with_home(pages, home)) for home in homes]


def _with_home(pages: Mapping[str, str], home: str) -> Iterator[tuple[str, str]]:
    for name, text in pages.items():
        yield (home if name == _HOME else name), text.replace(_HOME, home)


def _render_pages(site: Site, home: str) -> dict[str, str]:
    """Render all pages; `home` is the name of the first."""
    templates = markdown_environment()
    index = templates.get_template("docs/index.md.jinja")
    pages = {home: index.render(site=site, home=home)}
    if site.migration is not None:
        migration = templates.get_template("docs/coming_from.md.jinja")
        pages[site.migration.name] = migration.render(site=site, home=home)
    chapter = templates.get_template("docs/chapter.md.jinja")
    for page in site.pages:
        pages[page.name] = chapter.render(site=site, page=page, home=home)
    if site.webhooks is not None:
        webhooks = templates.get_template("docs/webhooks.md.jinja")
        text = webhooks.render(site=site, page=site.webhooks, home=home)
        pages[site.webhooks.name] = text
    if site.types_index:
        types_index = templates.get_template("docs/types_index.md.jinja")
        pages[site.types_index] = types_index.render(site=site, home=home)
    types = templates.get_template("docs/types.md.jinja")
    for module in site.types:
        pages[module.name] = types.render(site=site, page=module, home=home)
    return pages
