"""Text of documents in Markdown pages: what is CommonMark stays so, what is live does not.

Raw HTML shows as text, headings become bold lines (the page's own headings are in order),
and links lead to http, https or mail addresses only: paths of somebody else's site would
lead nowhere from here, and scripts are nobody's business.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.python.expressions import LiteralExpr, TypeExpr
from generator.python.literals import escape_unseen, literal_text
from generator.reference.site import Link, Row

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"([-*+]|\d{1,3}[.)]) ")
_PARAGRAPH = "<br><br>"
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(\s*<?([^()\s<>]*)>?[^()]*\)")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]]+)\]:", re.MULTILINE)
_MARKUP = re.compile(r"[<>&]")
_HEADING = re.compile(r"^ {0,3}#{1,6} +(.*?)[ #]*$", re.MULTILINE)
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+) *$", re.MULTILINE)
_LIVE = re.compile(r"[&<\[#\n=-]")
_SAFE_SCHEMES = ("http://", "https://", "mailto:")
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#|~$&]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")


def text(source: str) -> str:
    """CommonMark of a document as a block of a page."""
    source = _BREAKS.sub("\n", source)
    found: list[str] = []
    prose: list[str] = []
    fence = ""
    for line in source.split("\n"):
        match = _FENCE.match(line)
        if fence:
            found.append(escape_unseen_lines(line))
            if match and match[1].startswith(fence) and line.strip() == match[1]:
                fence = ""
        elif match:
            found.append(_prose("\n".join(prose)))
            prose = []
            fence = match[1]
            found.append(_MARKUP.sub("", escape_unseen_lines(line)))
        else:
            prose.append(line)
    found.append(_prose("\n".join(prose)))
    if fence:
        found.append(fence)
    return "\n".join(found).strip("\n")


def escape_unseen_lines(line: str) -> str:
    """A line with unseen characters spelled out; tabs stay."""
    return "\t".join(map(escape_unseen, line.split("\t")))


def cell(source: str) -> str:
    """CommonMark of a document inside a cell of a table: one line, no bars."""
    shown = ""
    for line in text(source).split("\n"):
        stripped = line.strip()
        if not stripped:
            shown += _PARAGRAPH if not shown.endswith(_PARAGRAPH) else ""
        elif _FENCE.match(line):
            shown += " "
        elif _ITEM.match(stripped):
            shown += f"<br>{stripped}"
        else:
            shown += f" {stripped}"
    return shown.replace("|", "\\|").replace("<br><br><br>", "<br>").strip()


def plain(source: str) -> str:
    """Text that shows as it is, in one line: nothing of it is markup."""
    return _SPECIAL.sub(r"\\\g<0>", escape_unseen(" ".join(source.split())))


def code(source: str) -> str:
    """A code span of one line, whatever it holds."""
    shown = escape_unseen(source)
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{space}{shown}{space}{fence}"


def code_cell(source: str) -> str:
    """A code span inside a cell of a table."""
    return code(source).replace("|", "\\|")


def type_text(type_: TypeExpr | LiteralExpr, links: Mapping[str, Link], up: str) -> str:
    """A type inside a cell of a table, each name of a type a link to it.

    Args:
        type_: the type.
        links: where types are described.
        up: the way from the page to the top of the site, `""` or `../`.
    """
    if isinstance(type_, LiteralExpr):
        return ", ".join(code_cell(literal_text(value)) for value in type_.values)
    return _linked(type_.text, links, up)


def notes(row: Row) -> str:
    """What is said of a parameter or field besides its description."""
    found = ["required" if row.required else "optional"]
    if row.place:
        found.append(f"in {row.place}")
    if row.key:
        found.append(f"sent as {code_cell(row.key)}")
    if row.limits:
        found.append(row.limits)
    if row.default:
        found.append(f"default: {code_cell(row.default)}")
    return ", ".join(found)


def _linked(source: str, links: Mapping[str, Link], up: str) -> str:
    found: list[str] = []
    position = 0
    for match in _STRING.finditer(source):
        found.append(_names(source[position : match.start()], links, up))
        found.append(code_cell(match.group()))
        position = match.end()
    found.append(_names(source[position:], links, up))
    return "".join(found)


def _names(source: str, links: Mapping[str, Link], up: str) -> str:
    found: list[str] = []
    position = 0
    for match in _NAME.finditer(source):
        link = links.get(match.group())
        if link is not None:
            found.append(_SPECIAL.sub(r"\\\g<0>", source[position : match.start()]))
            found.append(f"[{link.text}]({up}{link.page}#{link.anchor})")
            position = match.end()
    found.append(_SPECIAL.sub(r"\\\g<0>", source[position:]))
    return "".join(found)


def _prose(source: str) -> str:
    """Markdown without fences: code spans stay, the rest is made harmless."""
    if not source.strip():
        return source
    found: list[str] = []
    position = 0
    for match in _CODE.finditer(source):
        found.append(_harmless(source[position : match.start()]))
        found.append(escape_unseen_lines(match.group().replace("\n", " ")))
        position = match.end()
    found.append(_harmless(source[position:]))
    return "".join(found)


def _harmless(source: str) -> str:
    if source.isascii() and source.isprintable() and not _LIVE.search(source):
        return source
    source = source.replace("&", "&amp;").replace("<", "&lt;")
    source = _LINK.sub(_link, source)
    source = _DEFINITION.sub(r"\\[\1]:", source)
    source = _HEADING.sub(r"**\1**", source)
    source = _UNDERLINE.sub("", source)
    return "\n".join(map(escape_unseen_lines, source.split("\n")))


def _link(match: re.Match[str]) -> str:
    words, target = match.groups()
    if target.lower().startswith(_SAFE_SCHEMES):
        return f"[{words}]({target})"
    return str(words)
