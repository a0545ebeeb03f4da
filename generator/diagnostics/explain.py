"""What each kind of finding means: sections of the page that documents them all."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

PAGE = Path(__file__).parent / "rules.md"
_ROW = re.compile(r"^\| \[(.+?)\]\(.*?\) \| (.+?) \| (.+) \|$", re.MULTILINE)
_SECTION = re.compile(r"^## ([a-z0-9-]+)\n", re.MULTILINE)


class UnknownCode(Exception):
    """There is no such code; the message says which is near."""


def overview() -> str:
    """All codes, a line each: the code, its severity, what it means."""
    rows = _ROW.findall(_parts()[0])
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return "".join(
        f"{code:{widths[0]}}  {severity:{widths[1]}}  {meaning}\n"
        for code, severity, meaning in rows
    )


def explain(code: str) -> str:
    """The section of a code: what it means, and an example with its report.

    Raises:
        UnknownCode: no finding has this code.
    """
    _, *parts = _parts()
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    if code not in sections:
        near = difflib.get_close_matches(code, sections, 1)
        meant = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownCode(f"no finding is called {code!r}{meant}")
    return f"## {code}\n{sections[code].rstrip()}\n"


def _parts() -> list[str]:
    return _SECTION.split(PAGE.read_text(encoding="utf-8"))
