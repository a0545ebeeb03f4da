"""Render diagnostics as text and as JSON.

Text follows the format of compilers: severity, code and location, the message, the source
line with carets, related locations, and a hint. Documents are untrusted, so control
characters and bidirectional characters are escaped.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from ..source import Location, Place, SourceFile, Span, format_pointer
from .core import Diagnostic, Rule, Severity

LIMIT_PER_CODE = 5
"""Diagnostics of one code that are printed; the rest is only counted."""

COUNTS_THRESHOLD = 10
"""Diagnostics from which on counts by code are printed, too."""

MAX_WIDTH = 100
"""Characters of a source line that are printed, unless the terminal is narrower."""

_MIN_WIDTH = 20

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}

FileNames: TypeAlias = Callable[[SourceFile], str]
"""Function that returns the name of a file for a report."""


class _Style(NamedTuple):
    """Output style: a function that colours text, file names, and terminal width."""

    paint: Callable[[str, str], str]
    name: FileNames
    columns: int | None


def default_name(file: SourceFile) -> str:
    """Return the name of a file relative to the settings, as in the manifest."""
    return file.name


def render(
    diagnostics: Iterable[Diagnostic],
    *,
    color: bool = False,
    limit: int | None = LIMIT_PER_CODE,
    name: FileNames = default_name,
    columns: int | None = None,
    grouped: bool = True,
) -> str:
    """Return diagnostics as text, followed by their counts.

    Args:
        diagnostics: the diagnostics.
        color: whether to use ANSI colours.
        limit: how many of each code are printed; `None` for all.
        name: function that returns the name of a file.
        columns: width of the terminal, to which source lines are cut; `None` if the
            output is not a terminal.
        grouped: whether to sort by severity and code; otherwise the order is kept.

    Returns:
        Lines that end with a newline; `""` without diagnostics.
    """
    items = list(diagnostics)
    if not items:
        return ""
    style = _Style(_paint if color else _paint_nothing, name, columns)
    if grouped:
        items.sort(key=lambda item: -item.severity)
        groups = list(_group_by_code(items).values())
    else:
        groups = [items]
    blocks = [text for group in groups for text in _format_group(group, limit, style)]
    return "\n".join([*blocks, f"{summarize(items)}\n{_format_counts(items)}"])


def in_line_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics in the order of their files and lines.

    Diagnostics without a location come first.
    """
    files: dict[str, int] = {}

    def order(item: Diagnostic) -> tuple[int, int, int]:
        if item.location is None:
            return -1, 0, 0
        place = item.rule.place(item.location)
        file = files.setdefault(item.location.file.uri, len(files))
        return file, place.line, place.column

    return sorted(diagnostics, key=order)


def json_text(value: Any) -> str:
    """Return a JSON value as indented text that ends with a newline."""
    return f"{json.dumps(value, indent=2)}\n"


def _format_group(
    items: list[Diagnostic], limit: int | None, style: _Style
) -> Iterator[str]:
    """Yield the text of diagnostics, and what is left out because of the limit."""
    counts: Counter[str] = Counter()
    for item in items:
        code = item.rule.code
        counts[code] += 1
        if limit is None or counts[code] <= limit:
            yield _format_block(item, style)
    for code, number in counts.items():
        if limit is not None and number > limit:
            yield f"  … and {number - limit} more of {style.paint(code, '1')}\n"


def summarize(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the number of diagnostics by severity: `1 error, 2 warnings`."""
    counts = Counter(item.severity for item in diagnostics)
    parts = [
        f"{counts[severity]} {severity.name.lower()}{'s' * (counts[severity] > 1)}"
        for severity in sorted(Severity, reverse=True)
        if counts[severity]
    ]
    return ", ".join(parts) or "no diagnostics"


def _format_counts(items: list[Diagnostic]) -> str:
    """Return the number of diagnostics by code, if there are many."""
    counts = Counter(item.rule.code for item in items)
    if len(items) <= COUNTS_THRESHOLD or len(counts) == 1:
        return ""
    width = len(str(max(counts.values())))
    return "".join(f"  {number:{width}} {code}\n" for code, number in counts.items())


def as_json(
    diagnostics: Iterable[Diagnostic], name: FileNames = default_name
) -> list[dict[str, Any]]:
    """Return diagnostics as JSON values, in the order of reporting.

    `file` is `null` without a file, `pointer` is `null` without a node. `line` and
    `column` are counted in characters, from 1.
    """
    return [
        {
            "code": item.rule.code,
            "severity": item.severity.name.lower(),
            "message": item.message,
            **_location_as_json(item.rule, item.location, name),
            "hint": item.hint,
            "related": [
                {"message": message, **_location_as_json(item.rule, location, name)}
                for message, location in item.related
            ],
        }
        for item in diagnostics
    ]


def _location_as_json(
    rule: Rule, location: Location | Span | None, name: FileNames
) -> dict[str, Any]:
    if location is None:
        return {"file": None, "line": None, "column": None, "pointer": None}
    place = rule.place(location)
    pointer = location.pointer if isinstance(location, Location) else None
    return {
        "file": name(location.file),
        "line": place.line,
        "column": place.column,
        "pointer": None if pointer is None else format_pointer(pointer),
    }


def _group_by_code(items: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    groups: dict[str, list[Diagnostic]] = {}
    for item in items:
        groups.setdefault(item.rule.code, []).append(item)
    return groups


def _paint(text: str, style: str) -> str:
    return f"\033[{style}m{text}\033[0m"


def _paint_nothing(text: str, style: str) -> str:
    return text


def _format_block(item: Diagnostic, style: _Style) -> str:
    """Return one diagnostic with its source lines."""
    paint = style.paint
    color = _COLORS[item.severity]
    label = f"{item.severity.name.lower()}[{item.rule.code}]"
    lines = [paint(label, color), f"  {escape(item.message)}"]
    if item.location is not None:
        file, place = item.location.file, item.rule.place(item.location)
        lines[0] += f" {paint(_format_location(file, place, style), '1')}"
        lines += _format_source(file, place, color, style)
    for message, location in item.related:
        place = item.rule.place(location)
        position = _format_location(location.file, place, style)
        lines.append(f"  {escape(message)}: {paint(position, '1')}")
        lines += _format_source(location.file, place, "1;34", style)
    if item.hint:
        lines.append(f"  {paint('hint:', '1;32')} {escape(item.hint)}")
    return "\n".join(lines) + "\n"


def _format_location(file: SourceFile, place: Place, style: _Style) -> str:
    return f"{escape(style.name(file))}:{place.line}:{place.column}"


def _format_source(
    file: SourceFile, place: Place, color: str, style: _Style
) -> list[str]:
    """Return the source line with carets below the place, nothing for a blank line."""
    text = file.line(place.line)
    if not text.strip():
        return []
    number, paint, width = str(place.line), style.paint, MAX_WIDTH
    if style.columns is not None:
        available = style.columns - len(f"  {number} | ……")
        width = max(_MIN_WIDTH, min(MAX_WIDTH, available))
    excerpt, indentation, length = _cut(text, place, width)
    bar = paint("|", "1;34")
    carets = paint("^" * length, color)
    return [
        f"  {paint(number, '1;34')} {bar} {excerpt}",
        f"  {' ' * len(number)} {bar} {' ' * indentation}{carets}",
    ]


def _cut(text: str, place: Place, width: int) -> tuple[str, int, int]:
    """Cut a source line to the part around a place.

    A third of the available characters is before the place, to show its context.

    Returns:
        The part of the line, the columns before the place, and the columns of the place.
    """
    offset = min(place.column - 1, len(text))
    start = 0 if len(text) <= width else max(0, offset - width // 3)
    cells = [_format_cell(character) for character in text[start : start + width]]
    marked = cells[offset - start : offset - start + place.length]
    indentation = sum(map(count_columns, cells[: offset - start]))
    excerpt = "".join(cells)
    if start:
        excerpt, indentation = f"…{excerpt}", indentation + 1
    if start + width < len(text):
        excerpt += "…"
    return excerpt, indentation, max(1, sum(map(count_columns, marked)))


def _format_cell(character: str) -> str:
    return "    " if character == "\t" else escape(character)


def escape(text: str) -> str:
    """Escape the characters that control a terminal or are invisible.

    These are control characters, line and paragraph separators, and format characters.
    Bidirectional format characters can change the order in which a line is displayed.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        (
            character
            if unicodedata.category(character) not in _ESCAPED_CATEGORIES
            else character.encode("unicode_escape").decode("ascii")
        )
        for character in text
    )


_ESCAPED_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"})


def count_columns(text: str) -> int:
    """Return the number of terminal columns of a text."""
    if text.isascii():
        return len(text)
    return sum(map(_character_columns, text))


def _character_columns(character: str) -> int:
    if unicodedata.category(character) in _COMBINING_CATEGORIES:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


_COMBINING_CATEGORIES = frozenset({"Mn", "Me"})
"""Combining marks and variation selectors, which take no column."""
