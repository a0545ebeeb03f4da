"""Escaping of text for HTML, as plain strings.

`markupsafe` checks each value and is slower. The modules that write many small parts use
this function for every value, and return `Markup` at the end.
"""

from __future__ import annotations

import html
from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def escaped(text: str) -> str:
    """Return text for the content of an element, or for an attribute in double quotes."""
    return html.escape(text)


def code(text: str) -> str:
    """Return text as code on one line."""
    return f"<code>{escaped(text)}</code>"
