"""Jinja environment of the templates of the site, which escapes by default."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jinja2 import BaseLoader, Environment, FunctionLoader
from markupsafe import Markup, escape

from ...reference.guide import ServerRow
from ...reference.own_files import NO_FILES, OwnTemplate
from ...reference.site import OperationSection, Site
from ..environment import create_environment
from .escaping import quoted
from .fields import enumerated_values, external_link, value_notes
from .highlighting import highlight, sample
from .pages import HtmlPage, navigation_sections
from .prose import document, inline, prose, spans
from .types import linked_type, page_url


def site_environment(
    own: Mapping[str, OwnTemplate] = NO_FILES.templates,
) -> Environment:
    """Return the environment of the templates of the site.

    Args:
        own: Templates of the user that replace others, by file name.
    """
    return create_environment(
        {
            "css_name": css_name,
            "document": document,
            "enumerated_values": enumerated_values,
            "external_link": external_link,
            "first_program": first_program,
            "fragment": lambda anchor: f"#{quoted(anchor)}",
            "highlight": highlight,
            "inline": inline,
            "linked_type": linked_type,
            "markdown_name": markdown_name,
            "navigation_sections": navigation_sections,
            "page_url": page_url,
            "path": path,
            "prose": prose,
            "response": sample,
            "slug": slug,
            "spans": spans,
            "url": quoted,
            "value_notes": value_notes,
            "verb": verb,
            "with_text": with_text,
        },
        {"operation": lambda item: isinstance(item, OperationSection)},
        escapes_html=True,
        own=_loader(own) if own else None,
    )


def _loader(own: Mapping[str, OwnTemplate]) -> BaseLoader:
    def load(name: str) -> tuple[str, str, None] | None:
        template = own.get(name.removeprefix("site/"))
        # Without a path of a file: the bytecode is not stored beside it.
        return None if template is None else (template.source, template.path, None)

    return FunctionLoader(load)


def css_name(text: str) -> str:
    """Return a word as the name of a class of the style sheet."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def slug(title: str) -> str:
    """Return the anchor of a heading that the generator writes."""
    return css_name(title)


def verb(method: str) -> str:
    """Return an HTTP method as a word of at most four letters for lists."""
    return {"DELETE": "DEL", "OPTIONS": "OPT"}.get(method, method[:5])


def path(text: str) -> Markup:
    """Format a path or a call, which can be broken after each of its parts."""
    return Markup("<wbr>").join(
        escape(part) for part in re.split(r"(?<=[/.])(?=[\w{])", text)
    )


def markdown_name(page: HtmlPage) -> str:
    """Return the relative URL of a page in Markdown."""
    return f"{quoted(page.name.rpartition('/')[2])}.md"


def first_program(site: Site) -> Markup:
    """Return the source that creates a client."""
    lines = (
        f"from {site.package} import {site.client}",
        "",
        f"client = {site.construction}",
    )
    return highlight("\n".join(lines), "python")


def with_text(servers: tuple[ServerRow, ...]) -> bool:
    """Return whether servers have names or descriptions."""
    return any(item.name or item.description for item in servers)
