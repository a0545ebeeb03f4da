"""Shows findings to people and to programs.

A finding is printed as compilers do: what it is and where, the line of the source with
a caret under the place, a hint, and the other places that it speaks of. What stands in
a document is not trusted: control and bidirectional characters are printed as escapes.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias

from . import Diagnostic, Rule, Severity
from ..source import Location, Place, SourceFile, Span, format_pointer

CAP = 5
"""How many findings of one code are printed in full."""

GLANCE = 10
"""How many findings are seen at a glance; more are counted by code."""

WIDTH = 100
"""How many characters of a source line are printed, unless a terminal is narrower."""

_LEAST_WIDTH = 20

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


Naming: TypeAlias = Callable[[SourceFile], str]
"""How a file is called in a report."""

_Paint: TypeAlias = Callable[[str, str], str]


class _Manner(NamedTuple):
    """How things are printed: texts in a style, files, and lines on so many columns."""

    paint: _Paint
    name: Naming
    columns: int | None


def own_name(file: SourceFile) -> str:
    """The name that a file has in messages and in the manifest."""
    return file.name


def render(
    diagnostics: Iterable[Diagnostic],
    *,
    color: bool = False,
    cap: int | None = CAP,
    name: Naming = own_name,
    columns: int | None = None,
) -> str:
    """The findings as text, the worst first, ending in lines that count them.

    Args:
        diagnostics: the findings.
        color: whether to colour by ANSI escapes.
        cap: how many of each code are printed; `None` for all.
        name: how files are called.
        columns: how wide the terminal is, so that no listing goes on in a second line;
            `None`: it is none.

    Returns:
        Lines, each ended by a newline; `""` when there are no findings.
    """
    found = sorted(diagnostics, key=lambda item: -item.severity)
    if not found:
        return ""
    manner = _Manner(_paint if color else _leave, name, columns)
    blocks = []
    for code, group in _by_code(found).items():
        shown = group if cap is None else group[:cap]
        blocks += [_block(item, manner) for item in shown]
        if len(group) > len(shown):
            rest = len(group) - len(shown)
            blocks.append(f"  … and {rest} more of {manner.paint(code, '1')}\n")
    return "\n".join([*blocks, f"{summary(found)}\n{_counts(found)}"])


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many findings there are of each severity: `1 error, 2 warnings`."""
    counted = Counter(item.severity for item in diagnostics)
    parts = [
        f"{counted[severity]} {severity.name.lower()}{'s' * (counted[severity] > 1)}"
        for severity in sorted(Severity, reverse=True)
        if counted[severity]
    ]
    return ", ".join(parts) or "nothing found"


def _counts(found: list[Diagnostic]) -> str:
    """How many there are of each code, where that is not seen at a glance."""
    counted = Counter(item.rule.code for item in found)
    if len(found) <= GLANCE or len(counted) == 1:
        return ""
    width = len(str(max(counted.values())))
    return "".join(f"  {number:{width}} {code}\n" for code, number in counted.items())


def as_json(
    diagnostics: Iterable[Diagnostic], name: Naming = own_name
) -> list[dict[str, Any]]:
    """The findings as plain values, in the order in which they were made.

    `file` is `null` for what concerns no file; `pointer` is `null` for what is no node;
    `line` and `column` count characters from 1.
    """
    return [
        {
            "code": item.rule.code,
            "severity": item.severity.name.lower(),
            "message": item.message,
            **_place_as_json(item.rule, item.location, name),
            "hint": item.hint,
            "related": [
                {"message": message, **_place_as_json(item.rule, location, name)}
                for message, location in item.related
            ],
        }
        for item in diagnostics
    ]


def _place_as_json(
    rule: Rule, location: Location | Span | None, name: Naming
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


def _by_code(found: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    groups: dict[str, list[Diagnostic]] = {}
    for item in found:
        groups.setdefault(item.rule.code, []).append(item)
    return groups


def _paint(text: str, style: str) -> str:
    return f"\033[{style}m{text}\033[0m"


def _leave(text: str, style: str) -> str:
    return text


def _block(item: Diagnostic, manner: _Manner) -> str:
    """One finding with its listings."""
    paint = manner.paint
    style = _COLOURS[item.severity]
    label = f"{item.severity.name.lower()}[{item.rule.code}]"
    lines = [paint(label, style), f"  {escape(item.message)}"]
    if item.location is not None:
        file, place = item.location.file, item.rule.place(item.location)
        lines[0] += f" {paint(_where(file, place, manner), '1')}"
        lines += _listing(file, place, style, manner)
    for message, location in item.related:
        place = item.rule.place(location)
        where = _where(location.file, place, manner)
        lines.append(f"  {escape(message)}: {paint(where, '1')}")
        lines += _listing(location.file, place, "1;34", manner)
    if item.hint:
        lines.append(f"  {paint('hint:', '1;32')} {escape(item.hint)}")
    return "\n".join(lines) + "\n"


def _where(file: SourceFile, place: Place, manner: _Manner) -> str:
    return f"{escape(manner.name(file))}:{place.line}:{place.column}"


def _listing(file: SourceFile, place: Place, style: str, manner: _Manner) -> list[str]:
    """The source line with a caret under the place; nothing where it is empty."""
    text = file.line(place.line)
    if not text.strip():
        return []
    number, paint, most = str(place.line), manner.paint, WIDTH
    if manner.columns is not None:
        most = max(_LEAST_WIDTH, min(WIDTH, manner.columns - len(f"  {number} | ……")))
    shown, before, width = _cut(text, place, most)
    bar = paint("|", "1;34")
    carets = paint("^" * width, style)
    return [
        f"  {paint(number, '1;34')} {bar} {shown}",
        f"  {' ' * len(number)} {bar} {' ' * before}{carets}",
    ]


def _cut(text: str, place: Place, most: int) -> tuple[str, int, int]:
    """The part of a line around a place, the columns before the place, and its own.

    A third of the characters that fit stays before the place, so that one reads what led
    there.
    """
    at = min(place.column - 1, len(text))
    start = 0 if len(text) <= most else max(0, at - most // 3)
    cells = [_cell(character) for character in text[start : start + most]]
    inside = cells[at - start : at - start + place.length]
    before = sum(map(columns, cells[: at - start]))
    shown = "".join(cells)
    if start:
        shown, before = f"…{shown}", before + 1
    if start + most < len(text):
        shown += "…"
    return shown, before, max(1, sum(map(columns, inside)))


def _cell(character: str) -> str:
    return "    " if character == "\t" else escape(character)


def escape(text: str) -> str:
    """`text` with every character escaped that steers a terminal or hides.

    These are controls, line and paragraph separators, and format characters such as
    the bidirectional ones, which can make a line read as something else.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        (
            character
            if unicodedata.category(character) not in _STEERING
            else character.encode("unicode_escape").decode("ascii")
        )
        for character in text
    )


_STEERING = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"})


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in _ABOVE:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


_ABOVE = frozenset({"Mn", "Me"})
"""Marks that stand over the character before them, variation selectors among them."""
