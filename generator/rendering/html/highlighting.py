"""Highlighting of source code when the site is generated."""

from __future__ import annotations

import html
import json
from functools import lru_cache

from markupsafe import Markup, escape
from pygments import lex
from pygments.lexer import Lexer
from pygments.lexers import find_lexer_class_by_name
from pygments.token import STANDARD_TYPES
from pygments.util import ClassNotFound

_MAX_LENGTH = 100_000
"""Characters of code that is highlighted."""
_CLASSES = {
    "k": "k",
    "s": "s",
    "m": "n",
    "c": "c",
    "nf": "f",
    "nc": "f",
    "nb": "b",
    "nt": "t",
    "nv": "b",
    "nn": "t",
}
"""Class in the style sheet by the beginning of the short name of a token."""


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        lexer = find_lexer_class_by_name(language)(stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
    return lexer if isinstance(lexer, Lexer) else None


@lru_cache(maxsize=1 << 13)
def highlight(code: str, language: str = "") -> Markup:
    """Return code with a `span` for each token that has a color.

    Args:
        code: Source code.
        language: Name of the language; unknown languages are not highlighted.
    """
    code = code.rstrip()
    lexer = _lexer(language.lower()) if language else None
    if lexer is None or len(code) > _MAX_LENGTH:
        return escape(code)
    parts: list[str] = []
    pending, name = "", ""
    for kind, value in lex(code, lexer):
        short = STANDARD_TYPES.get(kind, "")
        css = _CLASSES.get(short[:2]) or _CLASSES.get(short[:1], "")
        # White space takes the color of its neighbor, which saves elements.
        if css != name and not value.isspace():
            parts.append(_span(pending, name))
            pending, name = "", css
        pending += value
    parts.append(_span(pending, name))
    return Markup("".join(parts))  # noqa: S704 - escaped by `_span`


def _span(text: str, name: str) -> str:
    content = html.escape(text)
    return f'<span class="{name}">{content}</span>' if name and text else content


@lru_cache(maxsize=1 << 12)
def sample(source: str) -> Markup:
    """Highlight an example response as JSON if it is valid JSON."""
    try:
        json.loads(source)
    except (ValueError, RecursionError):
        return highlight(source)
    return highlight(source, "json")
