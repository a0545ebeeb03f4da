"""What a CommonMark parser finds in a page that a reader could be hurt by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

_OURS = re.compile(r'<a id="[\w-]+">|</a>|<br>')
_SAFE = re.compile(r"https?://|mailto:", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:\.\./)?(?:docs/|types/)?(?:[\w-]+\.md)?(?:#[\w-]+)?")


def tokens(page: str) -> Iterator[Token]:
    """All tokens of a page, those inside others too; every link counts as one."""
    parser = MarkdownIt("commonmark").enable("table")
    # By itself the parser takes links like `javascript:` for text; others do not.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    for token in parser.parse(page):
        yield token
        yield from token.children or ()


def live_markup(page: str) -> list[str]:
    """HTML that is not ours, images, and links that lead anywhere but to the web."""
    found = []
    for token in tokens(page):
        if token.type in ("html_block", "html_inline"):
            if _OURS.sub("", token.content).strip():
                found.append(token.content)
        elif token.type == "image":
            found.append(f"image {token.attrGet('src')}")
        elif token.type == "link_open":
            target = unquote(str(token.attrGet("href")))
            if not _SAFE.match(target) and not _RELATIVE.fullmatch(target):
                found.append(f"link {target}")
    return found


def headings(page: str) -> list[str]:
    """The texts of the headings of a page, each behind its `#` signs."""
    found = []
    inline = False
    sign = ""
    for token in tokens(page):
        if token.type == "heading_open":
            inline, sign = True, "#" * int(token.tag[1:])
        elif token.type == "inline" and inline:
            found.append(f"{sign} {token.content}")
            inline = False
    return found


def rows(page: str) -> list[int]:
    """How many cells each row of the tables of a page has."""
    found: list[int] = []
    for token in tokens(page):
        if token.type == "tr_open":
            found.append(0)
        elif token.type in ("th_open", "td_open"):
            found[-1] += 1
    return found
