"""Rendering of the pages of a reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...reference.site import Site
from .environment import markdown_environment

_HOME = "\0"
"""Name of the first page in rendered pages. Text of documents cannot contain it, because
control characters are escaped."""


def render_docs(site: Site, homes: Iterable[str]) -> list[dict[str, str]]:
    """Render all pages but those of types once, and return them for several first pages.

    Args:
        site: The reference.
        homes: Names of the first page, such as `README`.

    Returns:
        Content of each page by name, for each name of the first page.
    """
    pages = _render_pages(site)
    return [_with_home(pages, home) for home in homes]


def render_type_docs(site: Site, homes: Iterable[str]) -> list[dict[str, str]]:
    """Render the pages of types once, and return them for several first pages.

    Args:
        site: The reference.
        homes: Names of the first page, such as `README`.

    Returns:
        Content of each page by name, for each name of the first page.
    """
    pages = _render_type_pages(site)
    return [_with_home(pages, home) for home in homes]


def _with_home(pages: Mapping[str, str], home: str) -> dict[str, str]:
    return {
        (home if name == _HOME else name): text.replace(_HOME, home)
        for name, text in pages.items()
    }


def _render_pages(site: Site) -> dict[str, str]:
    """Render all pages but those of types."""
    templates = markdown_environment()
    index = templates.get_template("docs/index.md.jinja")
    pages = {_HOME: index.render(site=site, home=_HOME)}
    if site.migration is not None:
        migration = templates.get_template("docs/coming_from.md.jinja")
        pages[site.migration.name] = migration.render(site=site, home=_HOME)
    chapter = templates.get_template("docs/chapter.md.jinja")
    for page in site.pages:
        pages[page.name] = chapter.render(site=site, page=page, home=_HOME)
    if site.webhooks is not None:
        webhooks = templates.get_template("docs/webhooks.md.jinja")
        text = webhooks.render(site=site, page=site.webhooks, home=_HOME)
        pages[site.webhooks.name] = text
    return pages


def _render_type_pages(site: Site) -> dict[str, str]:
    templates = markdown_environment()
    pages = {}
    if site.types_index:
        index = templates.get_template("docs/types_index.md.jinja")
        pages[site.types_index] = index.render(site=site, home=_HOME)
    types = templates.get_template("docs/types.md.jinja")
    for module in site.types:
        pages[module.name] = types.render(site=site, page=module, home=_HOME)
    return pages
