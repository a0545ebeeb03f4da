"""Rendering of the pages of a reference."""

from __future__ import annotations

from ...reference.site import Site
from .environment import markdown_environment


def render_docs(site: Site) -> dict[str, str]:
    """Render all pages.

    Returns:
        Content of each page, by path relative to the output directory.
    """
    pages = render_markdown(site, "README")
    return {f"docs/{name}.md": text for name, text in pages.items()}


def render_markdown(site: Site, home: str) -> dict[str, str]:
    """Render all pages.

    Args:
        site: The reference.
        home: Name of the first page.

    Returns:
        Content of each page, by name.
    """
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
    types = templates.get_template("docs/types.md.jinja")
    for module in site.types:
        pages[module.name] = types.render(site=site, page=module, home=home)
    return pages
