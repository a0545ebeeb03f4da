"""Markdown pages read as readers' programs do: links, anchors, blocks of code."""

from __future__ import annotations

import re
from pathlib import Path

_BLOCK = re.compile(
    r"^(`{3,}|~{3,})([\w-]*)[^\n]*\n(.*?)^\1`*[ ]*$", re.MULTILINE | re.DOTALL
)
_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"(?<!\\)\]\(<?([^()\s<>]*)>?(?:\s+\"[^\"]*\")?\)")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
_ANCHOR = re.compile(r"<a id=\"([^\"]+)\"></a>")


def blocks(page: Path, language: str) -> list[str]:
    """The blocks of code in a language."""
    found = _BLOCK.findall(page.read_text(encoding="utf-8"))
    return [code for _, name, code in found if name == language]


def links(page: Path) -> list[str]:
    """The targets of links that lead to pages or anchors, not to other hosts."""
    text = _SPAN.sub("", _BLOCK.sub("", page.read_text(encoding="utf-8")))
    found = _LINK.findall(text)
    return [target for target in found if not re.match(r"[a-z][a-z0-9+.-]*:", target)]


def anchors(page: Path) -> list[str]:
    """The names that links can lead to: set ones, and those that headings get."""
    text = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    slugs: list[str] = []
    for heading in _HEADING.findall(text):
        plain = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        again = sum(
            slug == plain or re.fullmatch(rf"{re.escape(plain)}-\d+", slug) is not None
            for slug in slugs
        )
        slugs.append(f"{plain}-{again}" if again else plain)
    return [*_ANCHOR.findall(text), *slugs]


def broken(directory: Path) -> list[str]:
    """The relative links of all pages below a directory that lead nowhere."""
    known = {page.resolve(): set(anchors(page)) for page in directory.rglob("*.md")}
    found = []
    for page in sorted(directory.rglob("*.md")):
        for target in links(page):
            path, _, anchor = target.partition("#")
            leads = (page.parent / path).resolve() if path else page.resolve()
            if not leads.exists() or (anchor and anchor not in known.get(leads, ())):
                found.append(f"{page.relative_to(directory)}: {target}")
    return found
