"""Data of the search, as a script that also works without a server."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from ...python.expressions import Literal
from ...reference.rows import Row
from ...reference.site import OperationSection, Page, Site, TypeSection, TypesPage
from .prose import plain_text

_MAX_TEXT = 160
Entry = list[str]
"""Kind, title, subtitle, address, names and text."""


def search_script(site: Site) -> str:
    """Return the script that assigns the entries of the search."""
    data = json.dumps(
        list(_entries(site)), ensure_ascii=False, separators=(",", ":")
    ).replace("</", "<\\/")
    # These two characters end a line in older versions of JavaScript.
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.searchEntries={data};\n"


def _entries(site: Site) -> Iterator[Entry]:
    yield ["page", site.title, "Overview", "index.html", "", _short(site.description)]
    for page in site.pages:
        yield _page(page)
        for operation in page.operations:
            yield _operation(page, operation)
    if site.webhooks is not None:
        for item in site.webhooks.sections:
            address = f"{quote(site.webhooks.name)}.html#{quote(item.anchor)}"
            yield ["webhook", item.name, "Webhook", address, "", _short(item.summary)]
    known = set(site.links)
    for module in site.types:
        for section in module.types:
            # The fields of a dictionary are those of the model.
            if section.name.removesuffix("Param") == section.name or (
                section.name.removesuffix("Param") not in known
            ):
                yield _type(module, section)


def _page(page: Page) -> Entry:
    subtitle = " / ".join(page.breadcrumbs) or "Chapter"
    text = _short(page.description)
    return ["page", page.title, subtitle, f"{quote(page.name)}.html", "", text]


def _operation(page: Page, item: OperationSection) -> Entry:
    address = f"{quote(page.name)}.html#{quote(item.anchor)}"
    subtitle = f"{item.method} {item.path}"
    title = f"{item.title}\n{item.call}"
    return ["call", title, subtitle, address, _names(item.rows), _short(item.summary)]


def _type(module: TypesPage, item: TypeSection) -> Entry:
    address = f"{quote(module.name)}.html#{quote(item.anchor)}"
    names = _names(item.rows) or _values(item)
    return ["type", item.name, module.title, address, names, _short(item.description)]


def _names(rows: Iterable[Row]) -> str:
    return " ".join(
        row.name for row in rows if not row.is_alternative and not row.prefix
    )


def _values(item: TypeSection) -> str:
    if not isinstance(item.value, Literal):
        return ""
    return " ".join(value for value in item.value.values if isinstance(value, str))


def _short(text: str) -> str:
    line = plain_text(text.strip().partition("\n\n")[0])
    return line if len(line) <= _MAX_TEXT else f"{line[: _MAX_TEXT - 1].rstrip()}…"
