"""Rendering of the reference as a static site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...reference.own_files import NO_FILES, OwnFiles
from ...reference.site import OperationSection, Page, Site, TypesPage
from ...templates import templates_directory
from .environment import site_environment
from .fields import FieldLists, RowTexts
from .index import anchors_script, full_text, llms_text, operations_index
from .navigation import Navigation
from .own_templates import own_template_errors
from .pages import HtmlPage, changelog_name, list_pages, used_anchors
from .prepared import Preparation, PreparedObject, PreparedOperation, PreparedType
from .row_limits import row_limit
from .search import search_script
from .trees import Trees

_ASSETS = ("site.css", "site.js", "theme.js", "minisearch.js", "minisearch.LICENSE.txt")
_FOLDER = "docs/site"


def render_site(
    site: Site,
    markdown: Mapping[str, str],
    documents: Mapping[str, str],
    own: OwnFiles = NO_FILES,
) -> dict[str, bytes]:
    """Render all files of the site.

    Args:
        site: The reference.
        markdown: Markdown of each page, by name.
        documents: Documents to download, by file name.
        own: Files of the user.

    Returns:
        Content of each file, by path relative to the output directory.

    Raises:
        OwnTemplateError: A template of the user cannot be rendered.
    """
    environment = site_environment(own.templates)
    trees = Trees({item.name: item for page in site.types for item in page.types})
    texts = {root: RowTexts(site.links, root) for root in ("", "../")}
    navigation = Navigation(site)
    # Pages of large references are larger as strings than as bytes.
    files: dict[str, bytes] = {}
    changelog = changelog_name(site) if own.changelog else ""
    markdown = {**markdown, **({changelog: own.changelog} if changelog else {})}
    for page in list_pages(site, own.changelog):
        sections = _prepare(page, trees, texts[page.root])
        with own_template_errors(own.templates):
            template = environment.get_template(f"site/{page.template}.html.jinja")
            html = template.render(
                site=site,
                page=page,
                navigation=navigation.entries(page.name),
                sections=sections,
                documents=tuple(documents),
                own=own,
                changelog=changelog,
            )
            files[f"{page.name}.html"] = html.encode()
    for name, text in markdown.items():
        files[f"{name}.md"] = _with_pointer(name, text).encode()
    assets = {name: _asset(name) for name in _ASSETS} | dict(own.assets)
    assets["search-data.js"] = search_script(site)
    assets["anchors.js"] = anchors_script(site)
    others = {f"assets/{name}": text for name, text in assets.items()}
    others |= {f"documents/{name}": text for name, text in documents.items()}
    others["llms.txt"] = llms_text(site, changelog)
    others["llms-full.txt"] = full_text(site, markdown)
    others["index.json"] = operations_index(site)
    files |= {name: text.encode() for name, text in others.items()}
    return {f"{_FOLDER}/{name}": content for name, content in files.items()}


def _prepare(
    page: HtmlPage, trees: Trees, texts: RowTexts
) -> tuple[PreparedOperation | PreparedObject | PreparedType, ...]:
    """Prepare the sections of a page."""
    content = page.content
    if not isinstance(content, Page | TypesPage):
        return ()
    lists = FieldLists(texts, used_anchors(content))
    # Nested types of a type are on other pages of types.
    limit = row_limit(content, trees) if isinstance(content, Page) else 0
    return tuple(_sections(content, Preparation(trees, lists, texts.links, limit)))


def _sections(
    content: Page | TypesPage, preparation: Preparation
) -> Iterator[PreparedOperation | PreparedObject | PreparedType]:
    if isinstance(content, TypesPage):
        for type_ in content.types:
            yield preparation.type(type_, type_.anchor)
        return
    for item in content.sections:
        if isinstance(item, OperationSection):
            yield preparation.operation(item)
        else:
            yield preparation.object(item)


def _with_pointer(name: str, text: str) -> str:
    """Return a page in Markdown with links to its HTML and to the list of pages."""
    root = "../" * name.count("/")
    file = name.rpartition("/")[2]
    pointer = f"> [This page as HTML]({file}.html) · [All pages]({root}llms.txt)"
    return f"{text.rstrip()}\n\n{pointer}\n"


@lru_cache(maxsize=len(_ASSETS))
def _asset(name: str) -> str:
    folder = templates_directory() / "site/assets"
    return (folder / name).read_text(encoding="utf-8")
