"""Text of documents in Markdown pages: what is CommonMark stays so, what is live does not.

Blocks of code stay as they are, and are closed; `prose` has the rules for the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...python.expressions import Literal, TypeExpr
from ...python.literals import escape_unseen, literal_text
from ...reference.site import Link, Row
from ..python.annotations import type_source
from .prose import harmless, visible

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FENCE = re.compile(r"( *)(`{3,}(?=[^`]*$)|~{3,})([^\n]*)")
_ITEM = re.compile(r"([-*+]|\d{1,3}[.)]) ")
_BAR = re.compile(r"(?<!\\)\|")
_PARAGRAPH = "<br><br>"
_MARKUP = re.compile(r"[<>&]")
# An underscore between letters is never markup (CommonMark 0.31, section 6.2).
_SPECIAL = re.compile(r"[\\`*{}\[\]<>()#|~$&]|(?<!\w)_+|_++(?!\w)")
_NAME = re.compile(r"[^\W\d]\w*")
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")


class _Code(tuple[str, ...]):
    """The lines of a block of code, its fences first and last."""

    __slots__ = ()


def text(source: str) -> str:
    """CommonMark of a document as a block of a page."""
    found: list[str] = []
    for block in _blocks(source):
        if isinstance(block, _Code):
            # A deep fence cannot end a paragraph; without a blank line, it would be
            # part of one.
            if block[0].startswith("    ") and found and found[-1]:
                found.append("")
            found += block
        else:
            found.append(block)
    return "\n".join(found).strip("\n")


@lru_cache(maxsize=1 << 14)  # The same is said of a type on each page that shows it.
def cell(source: str) -> str:
    """CommonMark of a document inside a cell of a table: one line, no bars."""
    shown = ""
    for block in _blocks(source):
        if isinstance(block, _Code):
            lines = [code(line.strip()) for line in block[1:-1] if line.strip()]
            shown += "".join(f"<br>{line}" for line in lines)
            continue
        for line in block.split("\n"):
            stripped = line.strip()
            if not stripped:
                shown += _PARAGRAPH if not shown.endswith(_PARAGRAPH) else ""
            else:
                shown += f"<br>{stripped}" if _ITEM.match(stripped) else f" {stripped}"
    shown = _BAR.sub(r"\\|", shown).replace("<br><br><br>", _PARAGRAPH).strip()
    while shown.startswith("<br>") or shown.endswith("<br>"):
        shown = shown.removeprefix("<br>").removesuffix("<br>").strip()
    return shown


def _blocks(source: str) -> Iterator[str | _Code]:
    """Paragraphs and blank lines, made harmless, and blocks of code.

    The fences of a block of code and all between them are indented alike, so that they
    are in one block for every parser, be it inside an item of a list or not.
    """
    prose: list[str] = []
    lines = iter(_BREAKS.sub("\n", source).replace("\xa0", " ").split("\n"))
    for line in lines:
        match = _FENCE.fullmatch(line.expandtabs(4))
        if match is not None or not line.strip():
            if prose:
                yield harmless("\n".join(prose))
                prose = []
            yield "" if match is None else _code(match, lines)
        else:
            prose.append(line)
    if prose:
        yield harmless("\n".join(prose))


def _code(opening: re.Match[str], lines: Iterator[str]) -> _Code:
    """The block of code that begins with a fence; takes its lines from `lines`."""
    indent, fence, info = opening.groups()
    found = [f"{indent}{fence}{_MARKUP.sub('', visible(info))}".rstrip()]
    for line in lines:
        stripped = line.strip()
        if stripped.startswith(fence) and not stripped.strip(fence[0]):
            break
        if indent and stripped:
            line = line.expandtabs(4)
            line = indent[len(line) - len(line.lstrip(" ")) :] + line
        found.append(visible(line) if stripped else "")
    return _Code((*found, f"{indent}{fence}"))


@lru_cache(maxsize=1 << 12)  # Names of fields are few.
def plain(source: str) -> str:
    """Text that shows as it is, in one line: nothing of it is markup."""
    shown = escape_unseen(" ".join(source.split()))
    return _SPECIAL.sub(lambda match: "".join(f"\\{sign}" for sign in match[0]), shown)


def code(source: str) -> str:
    """A code span of one line, whatever it holds."""
    shown = escape_unseen(source) or " "
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{space}{shown}{space}{fence}"


def code_block(source: str, language: str = "") -> str:
    """A fenced block, whatever it holds, in a language that editors know."""
    shown = visible(_BREAKS.sub("\n", source).strip("\n"))
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{shown}\n{fence}"


def sample_block(source: str) -> str:
    """A fenced block of what is sent or answered; said to be JSON where it is."""
    try:
        json.loads(source)
    except (ValueError, RecursionError):
        return code_block(source)
    return code_block(source, "json")


def code_cell(source: str) -> str:
    """A code span inside a cell of a table."""
    return code(source).replace("|", "\\|")


def type_text(type_: TypeExpr, links: Mapping[str, Link], up: str) -> str:
    """A type inside a cell of a table, each name of a type a link to it.

    Args:
        type_: the type.
        links: where types are described.
        up: the way from the page to the top of the site, `""` or `../`.
    """
    return _linked(type_source(type_), links, up)


def definition_text(type_: TypeExpr, links: Mapping[str, Link], up: str) -> str:
    """Return what a name stands for: as `type_text`, or the values of a literal."""
    if isinstance(type_, Literal):
        return ", ".join(code_cell(literal_text(value)) for value in type_.values)
    return type_text(type_, links, up)


def row_name(row: Row) -> str:
    """The name of a row, behind the way to it."""
    return (
        plain(row.name) if row.choice else f"{plain(row.inside)}**{plain(row.name)}**"
    )


def row_type(row: Row, links: Mapping[str, Link], up: str) -> str:
    """The type of a row: what the document calls it, and then what Python does."""
    shown = type_text(row.type, links, up)
    return f"{plain(row.label)}: {shown}" if row.label else shown


def notes(row: Row) -> str:
    """What is said of a parameter or field besides its description."""
    if row.choice:
        return "one of these"
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
