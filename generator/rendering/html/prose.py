"""CommonMark from documents as HTML without active content.

Raw HTML is shown as text. Links are kept only for the schemes `http`, `https` and `mailto`.
A relative link has no target in the site: its text stays, and its target is the tooltip.
An image would be a request to another host, and becomes a link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

from ...python.literals import escape_unseen
from ...reference.text import Text
from .highlighting import highlight

_SAFE_URL = re.compile(r"(?:https?://|mailto:)[^\s\"'<>`\\]+", re.IGNORECASE)
_MAX_LENGTH = 200_000
"""Characters of a text that is parsed; a longer one is shown as it is."""
_TITLE = re.compile(r"\A\s*# [^\n]*(?:\n|\Z)")
_MARKUP = re.compile(r"[*_`\[\]<>#&\\~|\n!:-]|\d[.)]")


def is_safe_url(url: str) -> bool:
    """Return whether a URL can be the target of a link."""
    return _SAFE_URL.fullmatch(url) is not None


class _Renderer(RendererHTML):
    """Renderer of tokens, with links, images and headings as described above."""

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """Render the start of a link."""
        href = str(tokens[idx].attrs.get("href", ""))
        if is_safe_url(href):
            return f'<a href="{escape(href)}" rel="noopener noreferrer">'
        return f'<span class="no-target" title="{escape(href)}">'

    def link_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """Render the end of a link. Links do not contain links."""
        opening = next(
            token for token in reversed(tokens[:idx]) if token.type == "link_open"
        )
        safe = is_safe_url(str(opening.attrs.get("href", "")))
        return "</a>" if safe else "</span>"

    def image(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """Render an image as a link to it, unless it is inside of a link."""
        url = str(tokens[idx].attrs.get("src", ""))
        text = escape(tokens[idx].content or "image")
        is_nested = any(token.type == "link_open" for token in tokens[:idx])
        if is_nested or not is_safe_url(url):
            return f'<span class="no-target" title="{escape(url)}">{text}</span>'
        return f'<a href="{escape(url)}" rel="noopener noreferrer">{text}</a>'

    def fence(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """Render a code block."""
        token = tokens[idx]
        language = token.info.split()[0] if token.info.split() else ""
        code = highlight(token.content, language)
        return f'<pre class="code" tabindex="0"><code>{code}</code></pre>\n'

    def code_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """Render an indented code block."""
        return self.fence(tokens, idx, options, env)

    def table_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """Render the start of a table, which can be scrolled."""
        return '<div class="table" tabindex="0"><table>\n'

    def table_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """Render the end of a table."""
        return "</table></div>\n"

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """Render the start of a heading."""
        tag = _heading_tag(tokens, idx, env["level"])
        return f'<{tag} class="heading">'

    def heading_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """Render the end of a heading."""
        return f"</{_heading_tag(tokens, idx, env['level'])}>\n"


def _heading_tag(tokens: Sequence[Token], index: int, level: int) -> str:
    """Return the tag of a heading below a heading of the page; `p` for level 0.

    The headings of a text use one level, because texts skip levels. Those of a document,
    which has the level -1, have their own level.
    """
    if level < 0:
        return max("h2", tokens[index].tag)
    return f"h{level + 1}" if level else "p"


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer)
    parser.enable("table")
    # Links are checked when they are rendered, so that their text stays.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # as the library documents
    return parser


@lru_cache(maxsize=1 << 14)  # many rows have the same description
def prose(source: str, level: int = 0) -> Markup:
    """Format CommonMark as blocks.

    Args:
        source: Text of a document.
        level: Level of the heading above the text; 0 if headings become paragraphs.
    """
    source = _visible(source.strip())
    if not source:
        return Markup()
    if len(source) > _MAX_LENGTH:
        return Markup("<pre>{}</pre>").format(source)
    if not _MARKUP.search(source):
        return Markup("<p>{}</p>").format(source)
    # The renderer escapes text; other markup is written above.
    return Markup(_parser().render(source, {"level": level}))  # noqa: S704  # escaped


def document(source: str) -> Markup:
    """Format a whole document in CommonMark below the heading of its page."""
    source = _TITLE.sub("", _visible(source))
    if len(source) > _MAX_LENGTH:
        return Markup("<pre>{}</pre>").format(source)
    # The renderer escapes text; other markup is written above.
    return Markup(_parser().render(source, {"level": -1}))  # noqa: S704  # escaped


@lru_cache(maxsize=1 << 12)
def inline(source: str) -> Markup:
    """Format CommonMark on one line, without blocks."""
    source = _visible(" ".join(source.split()))
    if not _MARKUP.search(source) or len(source) > _MAX_LENGTH:
        return escape(source)
    return Markup(_parser().renderInline(source, {"level": 0}))  # noqa: S704  # escaped


@lru_cache(maxsize=1 << 12)
def plain_text(source: str) -> str:
    """Return CommonMark as text on one line, without markup."""
    text = "".join(
        child.content if child.type in ("text", "code_inline") else " "
        for token in _parser().parse(source[:_MAX_LENGTH], {"level": 0})
        for child in (token.children or ())
    )
    return " ".join(_visible(text).split())


def spans(text: Text) -> Markup:
    """Format a text of the generator."""
    return Markup().join(
        span if isinstance(span, str) else Markup("<code>{}</code>").format(span.source)
        for span in text
    )


def _visible(text: str) -> str:
    """Replace invisible characters by escape sequences, except tabs and newlines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "\n".join(
        "\t".join(map(escape_unseen, part.split("\t"))) for part in text.split("\n")
    )
