"""Line breaks of Python source at the places where black breaks lines.

Code is printed on one line if it fits. Otherwise brackets are opened and each item gets a
line that ends with a comma, which black keeps. Some code cannot be broken this way and
stays too long; `needs_black` detects it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ...python.expressions import (
    Import,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    union_members,
)
from ...python.literals import literal_text, string_literal
from .annotations import argument_sources, plain_value, type_source

WIDTH = 88
"""Maximum columns of a line; the default of black."""

INDENT = "    "
_WIDE = re.compile(
    "[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]"
)
_NARROW = re.compile(
    "[\x20-\x7e\xa1-\xac\xae-\u02ff\u0400-\u0482\u2010-\u2027\u2190-\u21ff]*"
)
"""Common characters that take two columns, and those that take one."""

_STRING = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_QUOTES = re.compile(rf'"""|{_STRING}')
_UNBREAKABLE = re.compile(
    rf" *(?:(?:\w+=)?{_STRING}(?:: (?:{_STRING}|\w+))?,|\w+ as \w+,"
    r"|class \w+\(|(?:async )?def \w+\(|(?:\| )?\w+,?"
    r"|\w+: \w+,?|\) -> \w+:)"
)
"""Lines that black cannot break."""


def width(text: str) -> int:
    """Return the columns of a string as black counts them; wide characters take two."""
    if text.isascii():
        return len(text)
    narrow, wide = _WIDE.subn("", text)
    if _NARROW.fullmatch(narrow):
        return len(narrow) + 2 * wide
    from black.strings import str_width  # slow to import and rarely needed

    return str_width(text)


def fits(text: str) -> bool:
    """Return whether a line is at most `WIDTH` columns wide."""
    return 2 * len(text) <= WIDTH or width(text) <= WIDTH


def annotated(head: str, type_: TypeExpr, tail: str, indent: str) -> str:
    """Return an annotated attribute, argument or alias, or the end of a signature.

    Args:
        head: Source before the type, such as `name: `.
        type_: The type.
        tail: Source after the type, such as ` = None` or `,`.
        indent: White space before the line.
    """
    source = type_source(type_)
    line = f"{indent}{head}{source}{tail}"
    if fits(line):
        return line
    if tail == " = None" and fits(f"{indent}{head}{source} = ("):
        # Black splits the right side first where that is enough.
        return f"{indent}{head}{source} = (\n{indent}{INDENT}None\n{indent})"
    if isinstance(type_, Subscript | Literal):
        return f"{indent}{head}{_opened_type(type_, indent)}{tail}"
    if isinstance(type_, Name) and not fits(f"{indent}{INDENT}{source}"):
        return line  # a name that is too long by itself
    inner = _union(type_, indent + INDENT)
    return f"{indent}{head}(\n{inner}\n{indent}){tail}"


def _union(type_: TypeExpr, indent: str) -> str:
    """Return a type inside brackets: on one line, or one line for each member."""
    line = f"{indent}{type_source(type_)}"
    if fits(line):
        return line
    lines = []
    for position, member in enumerate(union_members(type_)):
        start = f"{indent}{'| ' if position else ''}"
        line = f"{start}{type_source(member)}"
        lines.append(line if fits(line) else f"{start}{_opened_type(member, indent)}")
    return "\n".join(lines)


def _opened_type(type_: TypeExpr, indent: str) -> str:
    """Return `Name[…]` with its brackets opened, or a type without brackets as it is."""
    match type_:
        case Literal(values):
            base, items = "Literal", len(values)
        case Subscript(base, arguments) if base:
            items = len(arguments)
        case _:
            return type_source(type_)
    inner_indent = indent + INDENT
    sources = argument_sources(type_)
    inner = f"{inner_indent}{', '.join(sources)}"
    if not fits(inner):
        if isinstance(type_, Subscript):
            lines = [_union(item, inner_indent) for item in type_.arguments]
        else:
            lines = [f"{inner_indent}{source}" for source in sources]
        inner = ",\n".join(lines) + ("," if items > 1 else "")
    return f"{base}[\n{inner}\n{indent}]"


def bracketed(head: str, items: Sequence[str], tail: str, indent: str) -> str:
    """Return `head items tail` on one line, the items on one line, or each on its own.

    This is for calls, definitions and subscripts. Black puts each item of a display, such
    as a dictionary, on a line of its own if the display does not fit.

    Args:
        head: Source that ends with the opening bracket.
        items: Source of the items; continuation lines are already indented.
        tail: Source that starts with the closing bracket.
        indent: White space before the line.
    """
    line = f"{indent}{head}{', '.join(items)}{tail}"
    if "\n" in line:
        return opened(head, items, tail, indent)
    if fits(line):
        return line
    inner = f"{indent}{INDENT}{', '.join(items)}"
    # The one argument of a definition gets a comma.
    alone = len(items) == 1 and head.startswith(("def ", "async def "))
    if fits(inner) and not alone:
        return f"{indent}{head}\n{inner}\n{indent}{tail}"
    return opened(head, items, tail, indent)


def opened(head: str, items: Iterable[str], tail: str, indent: str) -> str:
    """Return `head items tail` with each item on a line of its own; see `bracketed`."""
    body = "".join(f"{indent}{INDENT}{item},\n" for item in items)
    return f"{indent}{head}\n{body}{indent}{tail}"


def value(prefix: str, item: object, indent: str) -> str:
    """Return a value after `prefix` as an item of `bracketed` at `indent`."""
    item = plain_value(item)
    flat = f"{prefix}{literal_text(item)}"
    if fits(f"{indent}{flat},"):
        return flat
    if isinstance(item, tuple):
        parts = [value("", part, indent + INDENT) for part in item]
        return opened(f"{prefix}(", parts, ")", indent)[len(indent) :]
    if isinstance(item, Mapping):
        parts = [
            value(f"{string_literal(key)}: ", part, indent + INDENT)
            for key, part in item.items()
        ]
        return opened(f"{prefix}{{", parts, "}", indent)[len(indent) :]
    return flat


def import_line(item: Import, indent: str = "") -> str:
    """Return an import statement."""
    if not item.names:
        return f"{indent}import {item.module}"
    line = f"{indent}from {item.module} import {', '.join(item.names)}"
    if fits(line):
        return line
    names = "".join(f"{indent}{INDENT}{name},\n" for name in item.names)
    return f"{indent}from {item.module} import (\n{names}{indent})"


def needs_black(source: str) -> bool:
    """Return whether a line of code is too long and black can break it.

    Black cannot break lines of docstrings, nor a line with only a string or a name.
    """
    inside = False
    for line in source.split("\n"):
        if '"""' in line:
            before, inside = inside, ends_inside(line, inside)
            if before or inside or line.lstrip().startswith('"""'):
                continue
        if len(line) <= WIDTH and line.isascii() or inside:
            continue
        if not fits(line) and not _UNBREAKABLE.fullmatch(line):
            return True
    return False


def ends_inside(line: str, inside: bool) -> bool:
    """Return whether a line ends inside a triple-quoted string; `inside`: starts in one."""
    position = 0
    while True:
        if inside:
            position = line.find('"""', position) + 3
            if position < 3:
                return True
            inside = False
        else:
            match = _QUOTES.search(line, position)
            if match is None:
                return False
            position, inside = match.end(), match.group() == '"""'
