"""Prose of documents in Markdown pages, without anything that a browser would act on.

Raw HTML shows as text, headings become bold lines (a page's own headings are in order),
and links lead to http, https or mail addresses only: paths of somebody else's site would
lead nowhere from here, and scripts are nobody's business. Code spans keep what is in
them; so that every parser sees the same ones, each stands on one line, and a run of
backticks that begins none is escaped.
"""

from __future__ import annotations

import re

from ...python.literals import escape_unseen

_CONTAINERS = r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t][ \t>]*)*"
_HEADING = re.compile(rf"({_CONTAINERS})#{{1,6}}(?=[ \t]|$)")
_UNDERLINE = re.compile(rf"{_CONTAINERS}(?:=+|-+)[ \t]*")
_TILDES = re.compile(rf"^({_CONTAINERS})(~~~)")
_DELIMITERS = frozenset(" \t>|:-")
"""What the row below the head of a table is made of."""

_BAR = re.compile(r"(?<!\\)\|")
_BLOCK_START = re.compile(r"\n[ \t]*(?:[-*+#>|~=]|\d+[.)])")
_FAR = 2000
"""Characters in which a code span must end: so that looking for its end stays cheap."""
_TARGET = r"[^\s()<>\[\]\\`|\"']*(?:\([^\s()<>\[\]\\`|\"']*\)[^\s()<>\[\]\\`|\"']*)*"
_TOKEN = re.compile(
    r"(?P<escaped>\\[!-/:-@\[-`{-~])"
    rf"|(?P<code>(?P<run>`+)(?!`)(?P<inside>.{{1,{_FAR}}}?)(?<!`)(?P=run)(?!`))"
    r"|(?P<ticks>`+)"
    r"|!?\[(?P<words>(?:[^\[\]\\`<&]|&(?=\s)|`[^`\[\]\n|<&]+`){0,400})\]"
    rf"\(\s*<?(?P<target>{_TARGET})>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    r"|<(?P<address>https?://[^\s<>\\`|]+)>"
    r"|(?P<entity>&(?:amp|lt|gt|quot|nbsp);)"
    r"|(?P<live>[<&\[])",
    re.DOTALL,
)
_MARKS = re.compile(r"[\\`&<\[#=~\n-]")
_SAFE_SCHEMES = ("http://", "https://", "mailto:")
_SHOWN = {"<": "&lt;", "&": "&amp;", "[": "\\["}


def harmless(paragraph: str) -> str:
    """Lines of CommonMark without blank ones among them, made harmless."""
    if not _MARKS.search(paragraph):
        return visible(paragraph)
    table = any(_DELIMITERS.issuperset(line) for line in paragraph.split("\n"))
    lines = _inline(paragraph, table).split("\n")
    return "\n".join(_line(visible(line)) for line in lines).strip("\n")


def visible(line: str) -> str:
    """Text with unseen characters spelled out; tabs and ends of lines stay."""
    if line.isascii() and line.isprintable():
        return line
    return "\n".join(
        "\t".join(map(escape_unseen, part.split("\t"))) for part in line.split("\n")
    )


def _inline(source: str, table: bool) -> str:
    found: list[str] = []
    position = 0
    while match := _TOKEN.search(source, position):
        found.append(source[position : match.start()])
        shown, position = _token(match, table)
        found.append(shown)
    found.append(source[position:])
    return "".join(found)


def _token(found: re.Match[str], table: bool) -> tuple[str, int]:
    """What is printed for what was found, and where to go on."""
    end = found.end()
    match found.lastgroup:
        case "escaped" | "entity" | "address":
            return found.group(), end
        case "code" if not _BLOCK_START.search(found["inside"]):
            return _code_span(found["run"], found["inside"], table), end
        case "code":
            return "\\`" * len(found["run"]), found.end("run")
        case "ticks":
            return "\\`" * len(found["ticks"]), end
        case "target":
            return _link(*found.group("words", "target")), end
        case _:
            return _SHOWN[found.group()], end


def _code_span(run: str, inside: str, table: bool) -> str:
    inside = inside.replace("\n", " ")
    if table:
        inside = _BAR.sub(r"\\|", inside)
    return f"{run}{inside}{run}"


def _link(words: str, target: str) -> str:
    if target.lower().startswith(_SAFE_SCHEMES):
        return f"[{words}]({target})"
    # Backticks without the brackets must not join those beside them.
    return f" {words} " if "`" in words else words


def _line(line: str) -> str:
    """A line that is no heading, does not make one, and opens no block of code."""
    if found := _HEADING.match(line):
        words = line[found.end() :].strip().rstrip("#").rstrip().replace("**", "")
        shown = f"{found[1]}**{words}**" if words else found[1]
        return shown if found[1].strip() else f"\n{shown}\n"
    if _UNDERLINE.fullmatch(line):
        return ""
    return _TILDES.sub(r"\1\\\2", line, count=1)
