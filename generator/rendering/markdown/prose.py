"""Escaping of CommonMark from documents, so that a browser finds no active content.

Raw HTML is shown as text. Headings become bold lines, because a page has headings of its
own. Links are kept only if they have the scheme `http`, `https` or `mailto`. Relative links
have no target here, so their target is shown as code. Other schemes may run scripts.

Code spans keep their content. To make all parsers find the same code spans, each one is
put on one line, and backticks that start no code span are escaped.
"""

from __future__ import annotations

import re

from ...python.literals import escape_unseen

_CONTAINERS = r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t][ \t>]*)*"
_HEADING = re.compile(rf"({_CONTAINERS})#{{1,6}}(?=[ \t]|$)")
_UNDERLINE = re.compile(rf"{_CONTAINERS}(?:=+|-+)[ \t]*")
_TILDES = re.compile(rf"({_CONTAINERS})(~~~)")
_DELIMITERS = frozenset(" \t>|:-")
"""Characters of the delimiter row of a table."""

_BAR = re.compile(r"\|(?<!\\\|)")
_BLOCK_START = re.compile(r"\n[ \t]*(?:[-*+#>|~=]|\d+[.)])")
_MAX_CODE_SPAN = 2000
"""Characters of a code span; the limit bounds the search for the closing backticks."""
_TARGET = r"[^\s()<>\[\]\\`|\"']*(?:\([^\s()<>\[\]\\`|\"']*\)[^\s()<>\[\]\\`|\"']*)*"
_TOKEN = re.compile(
    r"(?P<escaped>\\[!-/:-@\[-`{-~])"
    rf"|(?P<code>(?P<run>`+)(?!`)(?P<content>.{{1,{_MAX_CODE_SPAN}}}?)(?<!`)(?P=run)(?!`))"
    r"|(?P<ticks>`+)"
    r"|!?\[(?P<label>(?:[^\[\]\\`<&]|&(?=\s)|`[^`\[\]\n|<&]+`){0,400})\]"
    rf"\(\s*<?(?P<target>{_TARGET})>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    r"|<(?P<address>https?://[^\s<>\\`|]+)>"
    r"|(?P<entity>&(?:amp|lt|gt|quot|nbsp);)"
    r"|(?P<active>[<&\[])",
    re.DOTALL,
)
_TOKEN_START = re.compile(r"[\\`!\[<&]")
_SPECIAL = re.compile(r"[\\`&<\[#=~\n-]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES = ("http://", "https://", "mailto:")
_ESCAPES = {"<": "&lt;", "&": "&amp;", "[": "\\["}


def escape_prose(paragraph: str) -> str:
    """Escape active content in lines of CommonMark that contain no blank line."""
    if not _SPECIAL.search(paragraph):
        return escape_invisible(paragraph)
    is_table = any(_DELIMITERS.issuperset(line) for line in paragraph.split("\n"))
    lines = _escape_inline(paragraph, is_table).split("\n")
    return "\n".join(_escape_line(escape_invisible(line)) for line in lines).strip("\n")


def escape_invisible(text: str) -> str:
    """Replace invisible characters by escape sequences, except tabs and newlines."""
    if text.isascii() and text.isprintable():
        return text
    return "\n".join(
        "\t".join(map(escape_unseen, part.split("\t"))) for part in text.split("\n")
    )


def _escape_inline(source: str, is_table: bool) -> str:
    parts: list[str] = []
    position = 0
    while match := _next_token(source, position):
        parts.append(source[position : match.start()])
        escaped, position = _escape_token(match, is_table)
        parts.append(escaped)
    parts.append(source[position:])
    return "".join(parts)


def _next_token(source: str, position: int) -> re.Match[str] | None:
    """Return the next token. `_TOKEN` is tried only where a token can start."""
    starts = _TOKEN_START.finditer(source, position)
    return next(
        (token for start in starts if (token := _TOKEN.match(source, start.start()))),
        None,
    )


def _escape_token(match: re.Match[str], is_table: bool) -> tuple[str, int]:
    """Return the replacement of a token, and the position where the search continues."""
    end = match.end()
    match match.lastgroup:
        case "escaped" | "entity" | "address":
            return match.group(), end
        case "code" if not _BLOCK_START.search(match["content"]):
            return _code_span(match["run"], match["content"], is_table), end
        case "code":
            return "\\`" * len(match["run"]), match.end("run")
        case "ticks":
            return "\\`" * len(match["ticks"]), end
        case "target":
            return _link(match["label"], match["target"]), end
        case _:
            return _ESCAPES[match.group()], end


def _code_span(run: str, content: str, is_table: bool) -> str:
    content = content.replace("\n", " ")
    if is_table:
        content = _BAR.sub(r"\\|", content)
    return f"{run}{content}{run}"


def _link(label: str, target: str) -> str:
    if target.lower().startswith(_SAFE_SCHEMES):
        return f"[{label}]({target})"
    # Without the brackets, the backticks of the label could join adjacent backticks.
    text = f" {label} " if "`" in label else label
    if not target or _SCHEME.match(target):
        return text
    return f"{text.rstrip()} (`{target}`)" if text.strip() else f"`{target}`"


def is_safe_link(url: str) -> bool:
    """Return whether a URL can be the target of a link."""
    is_absolute = url.lower().startswith(_SAFE_SCHEMES)
    return is_absolute and re.fullmatch(_TARGET, url) is not None


def _escape_line(line: str) -> str:
    """Escape a line that would be a heading, underline a heading, or open a fence."""
    if "#" in line and (heading := _HEADING.match(line)):
        title = line[heading.end() :].strip().rstrip("#").rstrip().replace("**", "")
        bold = f"{heading[1]}**{title}**" if title else heading[1]
        return bold if heading[1].strip() else f"\n{bold}\n"
    if _UNDERLINE.fullmatch(line):
        return ""
    if tildes := _TILDES.match(line):
        return f"{tildes[1]}\\{line[tildes.end(1) :]}"
    return line
