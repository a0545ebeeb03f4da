"""Links of the reference."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page or to one of its sections.

    Args:
        text: Link text.
        page: Name of the page, such as `chat` or `types/chat`.
        anchor: Anchor of the section; `""` for the top of the page.
    """

    text: str
    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A link to documentation outside of the site.

    Args:
        url: URL as written in the document; it may be relative, or invalid.
        text: Link text in one line; `""` if the document has none.
    """

    url: str
    text: str = ""
