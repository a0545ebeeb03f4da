"""Type expressions as HTML with links."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ...python.expressions import (
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    documented_name,
)
from ...python.literals import literal_text
from ...reference.links import Link
from .escaping import escaped, quoted

_MAX_MEMBERS = 12
"""Members of a union or values of a literal that are written in a type."""


def page_url(link: Link, root: str) -> str:
    """Return the relative URL of a section.

    Args:
        link: Link to the section.
        root: Relative path from the page to the root of the site: `""` or `../`.
    """
    anchor = f"#{quoted(link.anchor)}" if link.anchor else ""
    return f"{root}{quoted(link.page)}.html{anchor}"


def linked_type(type_: TypeExpr, links: Mapping[str, Link], root: str) -> Markup:
    """Format a type with a link for each type name.

    Args:
        type_: Type to format.
        links: Link to the section of each type, by type name.
        root: Relative path from the page to the root of the site: `""` or `../`.
    """
    return Markup(type_html(type_, links, root))  # noqa: S704 - `type_html` escapes


def type_html(type_: TypeExpr, links: Mapping[str, Link], root: str) -> str:
    """Return the same as `linked_type`, as a plain string."""
    match type_:
        case Name(name):
            return _name(name, links, root)
        case Subscript(base, arguments):
            inner = ", ".join(type_html(item, links, root) for item in arguments)
            return f"{_name(base, links, root)}[{inner}]"
        case Union(members):
            texts = [type_html(item, links, root) for item in members[:_MAX_MEMBERS]]
            return " | ".join((*texts, *_others(len(members))))
        case Literal(values):
            texts = [escaped(literal_text(item)) for item in values[:_MAX_MEMBERS]]
            return " | ".join((*texts, *_others(len(values))))


def _others(count: int) -> tuple[str, ...]:
    return (f"{count - _MAX_MEMBERS} others",) if count > _MAX_MEMBERS else ()


def _name(name: str, links: Mapping[str, Link], root: str) -> str:
    link = links.get(name)
    if link is None:
        return escaped(documented_name(name))
    return f'<a href="{escaped(page_url(link, root))}">{escaped(link.text)}</a>'
