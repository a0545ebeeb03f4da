"""Python source with the line breaks of black.

An expression that fits is printed on one line. Otherwise its brackets are opened and each
item is printed on a line that ends in a comma, which black keeps. A few constructs that
cannot be broken in this way stay too long; `needs_black` detects them.
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
    spelled,
    union_members,
)
from ...python.literals import literal_text, string_literal
from .annotations import format_type, format_type_arguments, plain_value

WIDTH = 88
"""Maximum line length in columns, the default of black."""

INDENT = "    "
_WIDE = re.compile(
    "[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]"
)
_NARROW = re.compile(
    "[\x20-\x7e\xa1-\xac\xae-\u02ff\u0400-\u0482\u2010-\u2027\u2190-\u21ff]*"
)
"""Common characters that are two columns and one column wide."""

_STRING = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_QUOTES = re.compile(rf'"""|{_STRING}')
_UNBREAKABLE = re.compile(
    rf" *(?:(?:\w+=)?{_STRING}(?:: (?:{_STRING}|\w+))?,|\w+ as \w+,"
    r"|class \w+\(|(?:async )?def \w+\(|(?:\| )?\w+,?"
    r"|\w+: \w+,?|\) -> \w+:|\w+: .+  # type: ignore\[.+)"
)
"""Lines that black cannot break, or does not because of a comment."""


def width(text: str) -> int:
    """Return the width of a text in columns, as black computes it."""
    if text.isascii():
        return len(text)
    narrow, wide = _WIDE.subn("", text)
    if _NARROW.fullmatch(narrow):
        return len(narrow) + 2 * wide
    from black.strings import str_width  # slow to import and rarely used

    return str_width(text)


def fits(text: str) -> bool:
    """Return whether a line is within the maximum length."""
    return 2 * len(text) <= WIDTH or width(text) <= WIDTH


def format_annotated(head: str, type_: TypeExpr, tail: str, indent: str) -> str:
    """Format an annotated attribute or argument.

    Args:
        head: Source before the type, including the colon and the space.
        type_: Type.
        tail: Source after the type, such as ` = None` or `,`.
        indent: White space before the line.
    """
    type_ = spelled(type_)
    source = format_type(type_)
    line = f"{indent}{head}{source}{tail}"
    if fits(line):
        return line
    if tail == " = None" and fits(f"{indent}{head}{source} = ("):
        # Black splits the right side first if that is sufficient.
        return f"{indent}{head}{source} = (\n{indent}{INDENT}None\n{indent})"
    if isinstance(type_, Subscript | Literal):
        return f"{indent}{head}{_opened_type(type_, indent)}{tail}"
    if isinstance(type_, Name) and not fits(f"{indent}{INDENT}{source}"):
        return line  # a name that is too long by itself
    inner = _union(type_, indent + INDENT)
    return f"{indent}{head}(\n{inner}\n{indent}){tail}"


def _union(type_: TypeExpr, indent: str) -> str:
    """Return a type inside brackets: on one line, or one line for each member."""
    line = f"{indent}{format_type(type_)}"
    if fits(line):
        return line
    type_ = spelled(type_)
    lines = []
    for position, member in enumerate(union_members(type_)):
        start = f"{indent}{'| ' if position else ''}"
        line = f"{start}{format_type(member)}"
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
            return format_type(type_)
    inner_indent = indent + INDENT
    sources = format_type_arguments(type_)
    inner = f"{inner_indent}{', '.join(sources)}"
    if not fits(inner):
        if isinstance(type_, Subscript):
            lines = [_union(item, inner_indent) for item in type_.arguments]
        else:
            lines = [f"{inner_indent}{source}" for source in sources]
        inner = ",\n".join(lines) + ("," if items > 1 else "")
    return f"{base}[\n{inner}\n{indent}]"


def format_bracketed(head: str, items: Sequence[str], tail: str, indent: str) -> str:
    """Format items in brackets on one line, with the items on one line, or one per line.

    The layout is that of calls, definitions and subscripts; black prints the items of
    displays, such as dictionaries, one per line immediately.

    Args:
        head: Source that ends with the opening bracket.
        items: Source of each item; the second and later lines are already indented.
        tail: Source that begins with the closing bracket.
        indent: White space before the line.
    """
    line = f"{indent}{head}{', '.join(items)}{tail}"
    if "\n" in line:
        return format_expanded(head, items, tail, indent)
    if fits(line):
        return line
    inner = f"{indent}{INDENT}{', '.join(items)}"
    # The only argument of a definition is followed by a comma.
    alone = len(items) == 1 and head.startswith(("def ", "async def "))
    if fits(inner) and not alone:
        return f"{indent}{head}\n{inner}\n{indent}{tail}"
    return format_expanded(head, items, tail, indent)


def format_generic(
    base: str, arguments: Sequence[str], indent: str, tail: str = ""
) -> str:
    """Format a generic class with its type arguments, as an item of `format_bracketed`.

    Args:
        base: Name of the class.
        arguments: Source of each type argument.
        indent: White space before the item, which the result does not begin with.
        tail: Source after the item, which the result does not end with: a comma unless it
            is the only item.
    """
    items = ", ".join(arguments)
    flat = f"{base}[{items}]"
    if fits(f"{indent}{flat}{tail}"):
        return flat
    inner = indent + INDENT
    # A comma after the only argument would make it a tuple.
    if len(arguments) == 1 or fits(f"{inner}{items}"):
        return f"{base}[\n{inner}{items}\n{indent}]"
    return format_expanded(f"{base}[", arguments, "]", indent)[len(indent) :]


def format_type_alias(name: str, type_: TypeExpr, indent: str) -> str:
    """Format the definition of an alias of a type."""
    head = f"{indent}{name}: TypeAlias = "
    opens = isinstance(type_, Subscript) and not fits(f"{head}{type_.base}[")
    if opens and fits(f"{head}("):
        return f"{head}(\n{_union(type_, indent + INDENT)}\n{indent})"
    return format_annotated(head[len(indent) :], type_, "", indent)


def format_expanded(head: str, items: Iterable[str], tail: str, indent: str) -> str:
    """Format items in brackets, one per line; the arguments are those of `format_bracketed`."""
    body = "".join(f"{indent}{INDENT}{item},\n" for item in items)
    return f"{indent}{head}\n{body}{indent}{tail}"


def format_item(head: str, items: Sequence[str], tail: str, indent: str) -> str:
    """Format items in brackets that are an argument of a call with one argument per line.

    Args:
        head: Source that ends with the opening bracket.
        items: Source of each item; the second and later lines are already indented.
        tail: Source that begins with the closing bracket, without the comma after it.
        indent: White space before the line, which the result does not begin with.
    """
    flat = f"{head}{', '.join(items)}{tail}"
    if "\n" not in flat and fits(f"{indent}{flat},"):
        return flat
    return format_bracketed(head, items, f"{tail},", indent)[len(indent) : -1]


def format_value(prefix: str, item: object, indent: str) -> str:
    """Format a value after `prefix`, as an item of `format_bracketed` at `indent`."""
    item = plain_value(item)
    flat = f"{prefix}{literal_text(item)}"
    if fits(f"{indent}{flat},"):
        return flat
    if isinstance(item, tuple):
        parts = [format_value("", part, indent + INDENT) for part in item]
        return format_expanded(f"{prefix}(", parts, ")", indent)[len(indent) :]
    if isinstance(item, Mapping):
        parts = [
            format_value(f"{string_literal(key)}: ", part, indent + INDENT)
            for key, part in item.items()
        ]
        return format_expanded(f"{prefix}{{", parts, "}", indent)[len(indent) :]
    return flat


def format_import(item: Import, indent: str = "") -> str:
    """Format an import statement."""
    if not item.names:
        return f"{indent}import {item.module}"
    line = f"{indent}from {item.module} import {', '.join(item.names)}"
    if fits(line):
        return line
    names = "".join(f"{indent}{INDENT}{name},\n" for name in item.names)
    return f"{indent}from {item.module} import (\n{names}{indent})"


def format_import_as(module: str, name: str, alias: str, indent: str = "") -> str:
    """Format the import of one name under another one."""
    return format_import(Import(module, (f"{name} as {alias}",)), indent)


def needs_black(source: str) -> bool:
    """Return whether a line of code is too long, so that black must format it.

    Lines that black cannot break are ignored: lines of docstrings, and a string or an
    imported name alone on a line.
    """
    lines = source.split("\n")
    if source.isascii() and len(max(lines, key=len)) <= WIDTH:
        return False
    inside = False
    for line in lines:
        if '"""' in line:
            before, inside = inside, ends_inside(line, inside)
            if before or inside or line.lstrip().startswith('"""'):
                continue
        if (len(line) <= WIDTH and line.isascii()) or inside:
            continue
        if not fits(line) and not _UNBREAKABLE.fullmatch(line):
            return True
    return False


def ends_inside(line: str, inside: bool) -> bool:
    """Return whether a line ends inside a string in triple double quotes.

    Args:
        line: Line of source.
        inside: Whether the line begins inside such a string.
    """
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
