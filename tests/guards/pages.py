"""Links, anchors and code blocks of Markdown pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_BLOCK = re.compile(
    r"^(`{3,}|~{3,})([\w-]*)[^\n]*\n(.*?)^\1`*[ ]*$", re.MULTILINE | re.DOTALL
)
_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"(?<!\\)\]\(<?([^()\s<>]*)>?(?:\s+\"[^\"]*\")?\)")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
_ANCHOR = re.compile(r"<a id=\"([^\"]+)\"></a>")


def blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a page in one language."""
    matches = _BLOCK.findall(page.read_text(encoding="utf-8"))
    return [code for _, name, code in matches if name == language]


def prose(text: str) -> str:
    """Return Markdown without code blocks and code spans."""
    return _SPAN.sub("", _BLOCK.sub("", text))


def links(page: Path) -> list[str]:
    """Return the targets of the links to pages and anchors, not to other hosts."""
    targets = _LINK.findall(prose(page.read_text(encoding="utf-8")))
    return [item for item in targets if not re.match(r"[a-z][a-z0-9+.-]*:", item)]


def anchors(page: Path) -> list[str]:
    """Return the anchors of a page: explicit ones, and those of its headings."""
    text = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    slugs: list[str] = []
    for heading in _HEADING.findall(text):
        slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        repetitions = sum(
            other == slug or re.fullmatch(rf"{re.escape(slug)}-\d+", other) is not None
            for other in slugs
        )
        slugs.append(f"{slug}-{repetitions}" if repetitions else slug)
    return [*_ANCHOR.findall(text), *slugs]


def broken_links(directory: Path, pages: Iterable[Path] | None = None) -> list[str]:
    """Return the relative links of pages whose target does not exist.

    Args:
        directory: directory to which the pages in the result are relative.
        pages: the pages. Default: all below the directory.
    """
    pages = sorted(directory.rglob("*.md") if pages is None else pages)
    known: dict[Path, set[str]] = {}
    broken = []
    for page in pages:
        for link in links(page):
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page.resolve()
            if target.suffix == ".md" and target.is_file() and target not in known:
                known[target] = set(anchors(target))
            if not target.exists() or (anchor and anchor not in known.get(target, ())):
                broken.append(f"{page.relative_to(directory)}: {link}")
    return broken
