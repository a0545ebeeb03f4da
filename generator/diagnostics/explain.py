"""Explanations of rules, read from the page of all rules."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

PAGE = Path(__file__).parent / "rules.md"
_ROW = re.compile(r"^\| \[(.+?)\]\(.*?\) \| (.+?) \| (.+) \|$", re.MULTILINE)
_SECTION = re.compile(r"^## ([a-z0-9-]+)\n", re.MULTILINE)


class UnknownCodeError(Exception):
    """No rule has this code; the message suggests a similar one."""


def list_codes(columns: int | None = None) -> str:
    """Return a line for each rule: code, severity, meaning.

    Args:
        columns: width of the terminal, to which lines are cut; `None` for no limit.
    """
    rows = _ROW.findall(_split_page()[0])
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = (
        f"{code:{widths[0]}}  {severity:{widths[1]}}  {meaning}"
        for code, severity, meaning in rows
    )
    return "".join(f"{_cut(line, columns)}\n" for line in lines)


def _cut(line: str, columns: int | None) -> str:
    if columns is None or len(line) <= columns:
        return line
    return f"{line[: columns - 1]}…"


def known_codes() -> frozenset[str]:
    """Return the codes of all rules."""
    return frozenset(row[0] for row in _ROW.findall(_split_page()[0]))


def explain_code(code: str) -> str:
    """Return the section of a rule: its meaning, and an example with its report.

    Raises:
        UnknownCodeError: no rule has this code.
    """
    _, *parts = _split_page()
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    if code not in sections:
        similar = difflib.get_close_matches(code, sections, 1)
        suggestion = f"; did you mean {similar[0]!r}?" if similar else ""
        raise UnknownCodeError(f"there is no diagnostic {code!r}{suggestion}")
    return f"## {code}\n{sections[code].rstrip()}\n"


def all_codes() -> list[str]:
    """Return the codes of all diagnostics."""
    return _split_page()[1::2]


def _split_page() -> list[str]:
    """Return the text before the first section, then each code and its section."""
    return _SECTION.split(PAGE.read_text(encoding="utf-8"))
