"""Queries of Markdown pages through a CommonMark parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

_GENERATED = re.compile(r'<a id="[\w-]+">|</a>|<br>')
_SAFE_URL = re.compile(r"https?://|mailto:", re.IGNORECASE)
_RELATIVE_URL = re.compile(r"(?:\.\./)?(?:docs/|types/)?(?:[\w-]+\.md)?(?:#[\w-]+)?")


def tokens(page: str) -> Iterator[Token]:
    """Yield all tokens of a page, including nested tokens and unsafe links."""
    parser = MarkdownIt("commonmark").enable("table")
    # By default, this parser shows unsafe links as text; other parsers do not.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    for token in parser.parse(page):
        yield token
        yield from token.children or ()


def active_markup(page: str) -> list[str]:
    """Return HTML from the document, images, and links with other targets than URLs."""
    problems = []
    for token in tokens(page):
        if token.type in ("html_block", "html_inline"):
            if _GENERATED.sub("", token.content).strip():
                problems.append(token.content)
        elif token.type == "image":
            problems.append(f"image {token.attrGet('src')}")
        elif token.type == "link_open":
            target = unquote(str(token.attrGet("href")))
            if not _SAFE_URL.match(target) and not _RELATIVE_URL.fullmatch(target):
                problems.append(f"link {target}")
    return problems


def headings(page: str) -> list[str]:
    """Return the headings of a page, with their `#` markers."""
    result = []
    in_heading = False
    marker = ""
    for token in tokens(page):
        if token.type == "heading_open":
            in_heading, marker = True, "#" * int(token.tag[1:])
        elif token.type == "inline" and in_heading:
            result.append(f"{marker} {token.content}")
            in_heading = False
    return result


def cell_counts(page: str) -> list[int]:
    """Return the number of cells of each table row of a page."""
    counts: list[int] = []
    for token in tokens(page):
        if token.type == "tr_open":
            counts.append(0)
        elif token.type in ("th_open", "td_open"):
            counts[-1] += 1
    return counts
