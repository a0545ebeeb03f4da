"""Files of the site for programs: `llms.txt`, `llms-full.txt` and `index.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from ...reference.site import OperationSection, Page, Site
from .pages import list_pages
from .prose import plain_text


def llms_text(site: Site, changelog: str = "") -> str:
    """Return a list of all pages: a heading, a summary, and sections of links.

    Args:
        site: The site.
        changelog: Name of the page of the changelog; `""` for none.
    """
    summary = plain_text(site.description.strip().partition("\n\n")[0])
    client = f"The Python client is `{site.package}.{site.client}`."
    lines = [
        f"# {plain_text(site.title)}",
        "",
        f"> {summary} {client}".replace("  ", " "),
    ]
    lines += ["", "## Overview", "", "- [Overview](index.md)"]
    lines += ["", "## Chapters", ""]
    for page in site.pages:
        calls = ", ".join(f"`{item.call}`" for item in page.operations)
        text = f": {calls}" if calls else ""
        lines.append(f"- [{_label(page.title)}]({quote(page.name)}.md){text}")
    if site.webhooks is not None:
        lines.append(f"- [Webhooks]({quote(site.webhooks.name)}.md)")
    lines += ["", "## Types", ""]
    lines += (f"- [{_label(item.title)}]({quote(item.name)}.md)" for item in site.types)
    lines += ["", "## Optional", ""]
    if changelog:
        lines.append(f"- [Changelog]({quote(changelog)}.md)")
    lines += ["- [All pages in one file](llms-full.txt)", "- [Operations](index.json)"]
    return "\n".join((*lines, ""))


def _label(text: str) -> str:
    return plain_text(text).replace("[", "(").replace("]", ")")


def full_text(site: Site, pages: Mapping[str, str]) -> str:
    """Return all pages in one file.

    Args:
        site: The site.
        pages: Markdown of each page, by name.
    """
    names = (page.name for page in list_pages(site))
    return (
        "\n\n".join(pages[name].strip("\n") for name in names if name in pages) + "\n"
    )


def operations_index(site: Site) -> str:
    """Return the operations as JSON."""
    data = {
        "title": site.title,
        "version": site.version,
        "package": site.package,
        "client": site.client,
        "operations": list(_operations(site)),
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _operations(site: Site) -> Iterator[dict[str, Any]]:
    for page in site.pages:
        for item in page.operations:
            yield _operation(page, item)


def _operation(page: Page, item: OperationSection) -> dict[str, Any]:
    return {
        "id": item.id,
        "method": item.method,
        "path": item.path,
        "call": item.call,
        "title": item.title,
        "summary": plain_text(item.summary),
        "chapter": page.title,
        "badges": list(item.badges),
        "page": f"{page.name}.html#{item.anchor}",
        "markdown": f"{page.name}.md#{item.anchor}",
    }


def anchors_script(site: Site) -> str:
    """Return the script with addresses for links of other viewers.

    Keys are operation ids, methods with paths, and `tag` with the words of the name or the
    title of a chapter, all in lower case. Names of schemas refer to their types.
    """
    addresses: dict[str, str] = {}
    schemas = {
        item.schema: f"{quote(page.name)}.html#{quote(item.anchor)}"
        for page in site.types
        for item in page.types
        if item.schema
    }
    for page in site.pages:
        for name in (page.chapter.rpartition("/")[2], page.title):
            words = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
            addresses.setdefault(f"tag {words}", f"{quote(page.name)}.html")
        for item in page.operations:
            address = f"{quote(page.name)}.html#{quote(item.anchor)}"
            addresses[item.id.lower()] = address
            addresses[f"{item.method} {item.path}".lower()] = address
    return _assignment("operationAddresses", addresses) + _assignment(
        "schemaAddresses", schemas
    )


def _assignment(name: str, values: Mapping[str, str]) -> str:
    """Return a statement of JavaScript."""
    data = json.dumps(values, ensure_ascii=True, separators=(",", ":"))
    return f"window.{name}={data.replace('</', '<' + chr(92) + '/')};\n"
