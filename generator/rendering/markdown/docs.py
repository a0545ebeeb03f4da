"""Rendering of the pages of a reference."""

from __future__ import annotations

from ...reference.site import Site
from .environment import markdown_environment


def render_docs(site: Site) -> dict[str, str]:
    """Render all pages.

    Returns:
        Content of each page, by path relative to the output directory.
    """
    files: dict[str, str] = {}
    templates = markdown_environment()
    index = templates.get_template("docs/index.md.jinja")
    files["docs/README.md"] = index.render(site=site)
    if site.migration is not None:
        migration = templates.get_template("docs/coming_from.md.jinja")
        files[f"docs/{site.migration.name}.md"] = migration.render(site=site)
    chapter = templates.get_template("docs/chapter.md.jinja")
    for page in site.pages:
        files[f"docs/{page.name}.md"] = chapter.render(site=site, page=page)
    if site.webhooks is not None:
        webhooks = templates.get_template("docs/webhooks.md.jinja")
        path = f"docs/{site.webhooks.name}.md"
        files[path] = webhooks.render(site=site, page=site.webhooks)
    types = templates.get_template("docs/types.md.jinja")
    for module in site.types:
        files[f"docs/{module.name}.md"] = types.render(site=site, page=module)
    return files
