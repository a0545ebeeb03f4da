"""Delimiters between the items of a parameter (OpenAPI 3.1.1, section 4.8.12.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable

DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}
"""Delimiters of the styles that do not use a comma."""

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
"""A quoted string of a header (RFC 9110, section 5.6.4)."""


def join_items(name: str, texts: Iterable[str], delimiter: str) -> str:
    """Join encoded items, which must not contain the delimiter outside of quotes.

    The styles have no escape for it, so the server would read other items.

    Raises:
        ValueError: An item contains the delimiter.
    """
    items = list(texts)
    for text in items:
        if delimiter in text and delimiter in _QUOTED.sub("", text):
            raise ValueError(
                f"an item of the parameter {name!r} contains {unquote(delimiter)!r}, "
                f"which separates the items in the request: {unquote(text)!r}"
            )
    return delimiter.join(items)
