"""The pages of a reference."""

from __future__ import annotations

from jinja2 import Environment

from ...reference.site import Site


def render_site(site: Site, templates: Environment) -> dict[str, str]:
    """Return the content of each page, by its path in the output directory."""
    files: dict[str, str] = {}
    index = templates.get_template("docs/index.md.jinja")
    files["docs/README.md"] = index.render(site=site)
    if site.other:
        coming = templates.get_template("docs/coming_from.md.jinja")
        files[f"docs/{site.other_page}"] = coming.render(site=site)
    chapter = templates.get_template("docs/chapter.md.jinja")
    for page in site.pages:
        files[f"docs/{page.file}"] = chapter.render(site=site, page=page)
    types = templates.get_template("docs/types.md.jinja")
    for module in site.types:
        files[f"docs/{module.file}"] = types.render(site=site, page=module)
    return files
