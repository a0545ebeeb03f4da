"""Lines of Python, broken where black breaks them.

Everything is printed in one line where it fits. Where it does not, brackets are opened
and each item gets a line that ends in a comma, which black keeps. A few shapes that
cannot be broken this way are left too long; `needs_black` finds the files that hold any.
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
"""Columns of a line, black's own default."""

INDENT = "    "
_WIDE = re.compile(
    "[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]"
)
_NARROW = re.compile(
    "[\x20-\x7e\xa1-\xac\xae-\u02ff\u0400-\u0482\u2010-\u2027\u2190-\u21ff]*"
)
"""Characters of two columns and of one, so far as they are common."""

_STRING = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_QUOTES = re.compile(rf'"""|{_STRING}')
_UNBREAKABLE = re.compile(
    rf" *(?:(?:\w+=)?{_STRING}(?:: (?:{_STRING}|\w+))?,|\w+ as \w+,"
    r"|class \w+\(|(?:async )?def \w+\(|(?:\| )?\w+,?"
    r"|\w+: \w+,?|\) -> \w+:)"
)
"""Lines that black cannot break either."""


def width(text: str) -> int:
    """Columns that a text takes, as black counts them: wide characters take two."""
    if text.isascii():
        return len(text)
    narrow, wide = _WIDE.subn("", text)
    if _NARROW.fullmatch(narrow):
        return len(narrow) + 2 * wide
    from black.strings import str_width  # slow to import, and rarely asked

    return str_width(text)


def fits(text: str) -> bool:
    """Whether a line is short enough."""
    return 2 * len(text) <= WIDTH or width(text) <= WIDTH


def annotated(head: str, type_: TypeExpr, tail: str, indent: str) -> str:
    """`head: type tail`, as an attribute or an argument: `head` is the name alone.

    Args:
        head: what stands before the type, colon and space included.
        type_: the type.
        tail: what stands behind it: ` = None`, `,`.
        indent: the white space before the line.
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
    """`head items tail` in one line, or the items in one line, or each on its own.

    For calls, definitions and subscripts; black opens displays, such as dictionaries,
    at once.

    Args:
        head: ends in the opening bracket.
        items: their texts; further lines of an item are indented already.
        tail: begins with the closing bracket.
        indent: the white space before the line.
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
    """`head items tail`, each item on a line of its own; arguments as of `bracketed`."""
    body = "".join(f"{indent}{INDENT}{item},\n" for item in items)
    return f"{indent}{head}\n{body}{indent}{tail}"


def value(prefix: str, item: object, indent: str) -> str:
    """A value behind `prefix`, for a line of `bracketed` at `indent`."""
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
    """An import statement."""
    if not item.names:
        return f"{indent}import {item.module}"
    line = f"{indent}from {item.module} import {', '.join(item.names)}"
    if fits(line):
        return line
    names = "".join(f"{indent}{INDENT}{name},\n" for name in item.names)
    return f"{indent}from {item.module} import (\n{names}{indent})"


def needs_black(source: str) -> bool:
    """Whether a line of code is longer than it should be, so that black must see to it.

    Lines of docstrings, and a string or an imported name alone on a line, cannot be.
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
    """Whether a line ends between three double quotes; `inside` says how it begins."""
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
