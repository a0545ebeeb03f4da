"""Escaping of text for HTML, as plain strings.

`markupsafe` checks each value and is slower. The modules that write many small parts use
this function for every value, and return `Markup` at the end.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from urllib.parse import quote

_PLAIN_ANCHOR = re.compile(r"[A-Za-z0-9_.-]*")


@lru_cache(maxsize=1 << 14)
def escaped(text: str) -> str:
    """Return text for the content of an element, or for an attribute in double quotes."""
    return html.escape(text)


@lru_cache(maxsize=1 << 14)
def quoted(text: str) -> str:
    """Return text for the path or the fragment of a URL."""
    return quote(text)


def anchor_texts(anchor: str) -> tuple[str, str]:
    """Return an anchor for the attribute `id`, and for a link to it."""
    # Most anchors have no character that either of them changes.
    if _PLAIN_ANCHOR.fullmatch(anchor):
        return anchor, anchor
    return html.escape(anchor), quote(anchor)


def code(text: str) -> str:
    """Return text as code on one line."""
    return f"<code>{escaped(text)}</code>"
