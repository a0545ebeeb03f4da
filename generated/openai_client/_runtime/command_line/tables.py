"""Values as JSON, in one line, and as tables."""

from __future__ import annotations

import json
import unicodedata
from typing import Any, Final

from ..requests.encoding import is_list, is_object

_MAX_CELL: Final = 40


def dump_json(
    value: Any, indent: int | None = None, *, ascii_only: bool = False
) -> str:
    """Return a value as JSON, in one line unless `indent` is set."""
    separators = None if indent else (",", ":")
    return json.dumps(
        value,
        ensure_ascii=ascii_only,
        indent=indent,
        separators=separators,
        default=str,
    )


def to_line(value: Any) -> str:
    """Return a value in one line: the members of an object are separated by tabs."""
    if is_object(value):
        return "\t".join(map(_cell, value.values()))
    if is_list(value):
        return "\t".join(map(_cell, value))
    return _cell(value)


def _cell(value: Any) -> str:
    text = value if isinstance(value, str) else dump_json(value)
    text = text.replace("\\", "\\\\").replace("\t", "\\t")
    return text.replace("\r", "\\r").replace("\n", "\\n")


def table(value: Any, width: int | None = None) -> tuple[str, list[str]]:
    """Return objects as a table whose columns are members with scalar values.

    Args:
        value: An object, whose members become rows, or a list of objects.
        width: Columns of the terminal, which limits the table and its cells; `None` for no
            limits.

    Returns:
        The table, and the names of the members that it leaves out: those with nested
        values, and those that exceed the width.
    """
    if is_object(value):
        rows = [[name, _cell(item)] for name, item in value.items()]
        return _align(rows, _widths(rows, width)), []
    if not is_list(value):
        return f"{_cell(value)}\n", []
    items = list(value)
    if not all(isinstance(item, dict) for item in items):
        return "".join(f"{to_line(item)}\n" for item in items), []
    members = list(dict.fromkeys(name for item in items for name in item))
    names = [
        name
        for name in members
        if not any(isinstance(item.get(name), (dict, list)) for item in items)
    ]
    rows = [
        [_cell(item[name]) if name in item else "" for name in names] for item in items
    ]
    rows = [[_cell(name).upper() for name in names], *rows]
    widths = _widths(rows, width)
    visible = set(names[: len(widths)])
    return _align(rows, widths), [name for name in members if name not in visible]


def _widths(rows: list[list[str]], width: int | None) -> list[int]:
    """Return the widths of the columns that fit into the width of a terminal."""
    if not rows:
        return []
    widths = [
        max(_columns(row[index]) for row in rows) for index in range(len(rows[0]))
    ]
    return widths if width is None else _within(widths, width)


def _align(rows: list[list[str]], widths: list[int]) -> str:
    """Return rows whose first columns have these widths; others are left out."""
    if not widths:
        return ""
    lines = (
        "  ".join(_fit(cell, size) for cell, size in zip(row, widths, strict=False))
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _within(widths: list[int], width: int) -> list[int]:
    """Return the widths of the first columns, which fit into the width of a terminal."""
    fitting: list[int] = []
    total = 0
    for size in widths:
        limited = min(size, _MAX_CELL, width)
        total += limited + 2
        if fitting and total - 2 > width:
            break
        fitting.append(limited)
    return fitting


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_character_columns, text))


def _character_columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _fit(text: str, size: int) -> str:
    """Return a text of a width: padded, or shortened."""
    columns = _columns(text)
    if columns <= size:
        return text + " " * (size - columns)
    kept, used = "", 1
    for char in text:
        used += _character_columns(char)
        if used > size:
            break
        kept += char
    return f"{kept}…" + " " * (size - _columns(kept) - 1)
