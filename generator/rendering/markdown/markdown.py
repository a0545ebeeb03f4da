"""Formatting of values and CommonMark from documents for Markdown pages.

CommonMark keeps its meaning; active content is escaped. Code blocks keep their content
and are always closed. The module `prose` escapes everything else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...python.expressions import (
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    documented_name,
)
from ...python.literals import escape_unseen, literal_text
from ...reference.links import ExternalLink, Link
from ...reference.rows import EnumeratedValue, HeaderRow, Row, ValueNotes
from ...reference.site import TypeSection
from ...reference.text import Text
from .prose import escape_invisible, escape_prose, is_safe_link

# `re` is fast for patterns that begin with a set of characters, or with one character.
_LINE_BREAKS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")
_FENCE = re.compile(r"( *)(`{3,}(?=[^`]*$)|~{3,})([^\n]*)")
_LIST_ITEM = re.compile(r"([-*+]|\d{1,3}[.)]) ")
_BAR = re.compile(r"\|(?<!\\\|)")
_BACKTICKS = re.compile("`+")
_PARAGRAPH_BREAK = "<br><br>"
_MARKUP = re.compile(r"[<>&]")
# An underscore between letters is never markup (CommonMark 0.31, section 6.2).
_SPECIAL = re.compile(r"[\\`*{}\[\]<>()#|~$&]|(?<!\w)_+|_++(?!\w)")


class _CodeBlock(tuple[str, ...]):
    """The lines of a code block, including its fences."""

    __slots__ = ()


@lru_cache(maxsize=1 << 14)  # Many pages contain the description of the same type.
def markdown(source: str) -> str:
    """Format CommonMark from a document as a block of a page."""
    lines: list[str] = []
    for block in _blocks(source):
        if isinstance(block, _CodeBlock):
            # A fence that is indented by four spaces or more cannot interrupt a
            # paragraph. Without a blank line, it would be part of the paragraph.
            if block[0].startswith("    ") and lines and lines[-1]:
                lines.append("")
            lines += block
        else:
            lines.append(block)
    return "\n".join(lines).strip("\n")


@lru_cache(maxsize=1 << 14)
def cell(source: str) -> str:
    """Format CommonMark from a document as a table cell: one line without bars."""
    result = ""
    for block in _blocks(source):
        if isinstance(block, _CodeBlock):
            spans = [code(line.strip()) for line in block[1:-1] if line.strip()]
            result += "".join(f"<br>{span}" for span in spans)
            continue
        for line in map(str.strip, block.split("\n")):
            if not line:
                is_repeated = result.endswith(_PARAGRAPH_BREAK)
                result += "" if is_repeated else _PARAGRAPH_BREAK
            else:
                result += f"<br>{line}" if _LIST_ITEM.match(line) else f" {line}"
    result = _BAR.sub(lambda _: "\\|", result)
    result = result.replace("<br><br><br>", _PARAGRAPH_BREAK).strip()
    while result.startswith("<br>") or result.endswith("<br>"):
        result = result.removeprefix("<br>").removesuffix("<br>").strip()
    return result


def _blocks(source: str) -> Iterator[str | _CodeBlock]:
    """Yield escaped paragraphs, blank lines as `""`, and code blocks.

    All lines of a code block, including the fences, get the same indentation, so that
    all parsers put them into one block, whether or not it is part of a list item.
    """
    paragraph: list[str] = []
    lines = iter(_lines(source))
    for line in lines:
        fence = _FENCE.fullmatch(line.expandtabs(4))
        if fence is not None or not line.strip():
            if paragraph:
                yield escape_prose("\n".join(paragraph))
                paragraph = []
            yield "" if fence is None else _read_code_block(fence, lines)
        else:
            paragraph.append(line)
    if paragraph:
        yield escape_prose("\n".join(paragraph))


def _lines(source: str) -> list[str]:
    if source.isprintable():  # There are no line breaks.
        return [source]
    return _LINE_BREAKS.sub("\n", source).replace("\xa0", " ").split("\n")


def _read_code_block(opening: re.Match[str], lines: Iterator[str]) -> _CodeBlock:
    """Read a code block after its opening fence; consumes its lines from `lines`."""
    indent, fence, info = opening.groups()
    head = f"{indent}{fence}{_MARKUP.sub('', escape_invisible(info))}".rstrip()
    block = [head]
    for line in lines:
        stripped = line.strip()
        if stripped.startswith(fence) and not stripped.strip(fence[0]):
            break
        if indent and stripped:
            expanded = line.expandtabs(4)
            missing = indent[len(expanded) - len(expanded.lstrip(" ")) :]
            block.append(escape_invisible(missing + expanded))
        else:
            block.append(escape_invisible(line) if stripped else "")
    return _CodeBlock((*block, f"{indent}{fence}"))


@lru_cache(maxsize=1 << 12)  # Few distinct field names occur, and they occur often.
def plain(source: str) -> str:
    """Escape text so that it is shown literally, on one line."""
    line = escape_unseen(" ".join(source.split()))
    return _SPECIAL.sub(lambda match: "".join(f"\\{sign}" for sign in match[0]), line)


def code(source: str) -> str:
    """Format text as a code span on one line."""
    content = escape_unseen(source) or " "
    fence = "`" * (_longest_backtick_run(content) + 1)
    padding = " " if content.startswith("`") or content.endswith("`") else ""
    return f"{fence}{padding}{content}{padding}{fence}"


def code_block(source: str, language: str = "") -> str:
    """Format text as a fenced code block."""
    content = escape_invisible(_LINE_BREAKS.sub("\n", source).strip("\n"))
    fence = "`" * max(3, _longest_backtick_run(content) + 1)
    return f"{fence}{language}\n{content}\n{fence}"


def _longest_backtick_run(text: str) -> int:
    return max(map(len, _BACKTICKS.findall(text))) if "`" in text else 0


def sample_block(source: str) -> str:
    """Format an example as a fenced code block, marked as JSON if it is valid JSON."""
    try:
        json.loads(source)
    except (ValueError, RecursionError):
        return code_block(source)
    return code_block(source, "json")


def code_cell(source: str) -> str:
    """Format text as a code span in a table cell."""
    return code(source).replace("|", "\\|")


def linked_type(type_: TypeExpr, links: Mapping[str, Link], root: str) -> str:
    """Format a type for a table cell, with a link for each type name.

    Args:
        type_: Type to format.
        links: Link to the section of each type, by type name.
        root: Relative path from the page to the root of the site: `""` or `../`.
    """
    match type_:
        case Name():
            return _name(type_.name, links, root)
        case Subscript():
            inner = [linked_type(item, links, root) for item in type_.arguments]
            return f"{_name(type_.base, links, root)}\\[{', '.join(inner)}\\]"
        case Union():
            inner = [linked_type(item, links, root) for item in type_.members]
            return " \\| ".join(inner)
        case Literal():
            return f"Literal\\[{', '.join(map(_literal, type_.values))}\\]"


def _name(name: str, links: Mapping[str, Link], root: str) -> str:
    link = links.get(name)
    return (
        f"[{link.text}]({root}{link.page}.md#{link.anchor})"
        if link
        else plain(documented_name(name))
    )


def _literal(value: object) -> str:
    source = literal_text(value)
    return code_cell(source) if isinstance(value, str) else plain(source)


def linked_definition(type_: TypeExpr, links: Mapping[str, Link], root: str) -> str:
    """Format the value of an alias: the values of a literal, else as `linked_type`."""
    if isinstance(type_, Literal):
        return ", ".join(code_cell(literal_text(value)) for value in type_.values)
    return linked_type(type_, links, root)


def row_name(row: Row) -> str:
    """Format the name of a row, preceded by the path of the enclosing rows."""
    if row.is_alternative:
        return plain(row.name)
    style = "*" if row.is_extra else "**"
    return f"{plain(row.prefix)}{style}{plain(row.name)}{style}"


def text(spans: Text) -> str:
    """Format a text of the generator as a paragraph."""
    return "".join(
        escape_prose(span) if isinstance(span, str) else code(span.source)
        for span in spans
    )


def row_description(row: Row) -> str:
    """Format the description of a row, with its enumerated values, as a table cell."""
    description = f"{text(row.usage)} {row.description}".strip()
    return cell(_with_values(description, row.values))


def header_description(row: HeaderRow) -> str:
    """Format the description of a header, with its enumerated values, as a cell."""
    return cell(_with_values(row.description, row.values))


def type_description(type_: TypeSection) -> str:
    """Format the description of a type, with its enumerated values, as a block."""
    if type_.usage:
        return text(type_.usage)
    return markdown(_with_values(type_.description, type_.values))


def indentation(depth: int) -> str:
    """Return the indentation of an entry in a list."""
    return "  " * depth


def _with_values(description: str, values: tuple[EnumeratedValue, ...]) -> str:
    """Append a list of the enumerated values to a description in CommonMark."""
    if not values:
        return description
    lines = (
        f"- `{item.source}`{f' ({item.name})' if item.name else ''}"
        f"{f': {item.description}' if item.description else ''}"
        for item in values
    )
    return "\n".join((description or "One of:", "", *lines))


def table_row(row: Row, links: Mapping[str, Link], root: str) -> str:
    """Format a row of a table: name, type, description and notes.

    Args:
        row: Row to format.
        links: Link to the section of each type, by type name.
        root: Relative path from the page to the root of the site: `""` or `../`.
    """
    name, type_ = row_name(row), row_type(row, links, root)
    return f"| {name} | {type_} | {row_description(row)} | {row_notes(row)} |"


def row_type(row: Row, links: Mapping[str, Link], root: str) -> str:
    """Format the type of a row, preceded by its label in the document."""
    type_ = linked_type(row.type, links, root)
    return f"{plain(row.label)}: {type_}" if row.label else type_


def row_notes(row: Row) -> str:
    """Format the properties of a parameter or field other than its description."""
    if row.is_alternative:
        return "possible type"
    parts = ["required" if row.required else "optional"]
    if row.location:
        parts.append(f"in {row.location}")
    if row.key:
        parts.append(f"API name: {code_cell(row.key)}")
    return ", ".join((*parts, *_value_notes(row.notes)))


def header_notes(row: HeaderRow) -> str:
    """Format the properties of a response header other than its description."""
    return ", ".join(
        ("required" if row.required else "optional", *_value_notes(row.notes))
    )


def value_notes(notes: ValueNotes) -> str:
    """Format the properties of a value on one line, which has no bars."""
    return ", ".join(_value_notes(notes))


def _value_notes(notes: ValueNotes) -> Iterator[str]:
    if notes.deprecated:
        yield "**deprecated**"
    if notes.access:
        yield notes.access
    if notes.format:
        yield f"format: {code_cell(notes.format)}"
    if notes.limits:
        yield notes.limits
    if notes.pattern:
        yield f"pattern: {code_cell(notes.pattern)}"
    if notes.statements:
        yield "; ".join(map(text, notes.statements)).replace("|", "\\|")
    if notes.default:
        yield f"default: {code_cell(notes.default)}"
    if notes.examples:
        label = "example" if len(notes.examples) == 1 else "examples"
        yield f"{label}: {', '.join(map(code_cell, notes.examples))}"
    if notes.link is not None:
        yield external_link(notes.link)


def external_link(link: ExternalLink) -> str:
    """Format a link to another site; a URL that cannot be a link is shown as code."""
    text = plain(link.text) or "more information"
    if is_safe_link(link.url):
        return f"[{text}]({link.url})".replace("|", "\\|")
    return f"{text}: {code_cell(link.url)}"
