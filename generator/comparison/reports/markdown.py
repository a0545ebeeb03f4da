"""The report for comments on pull requests."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..changes import Level
from .content import Report, cause_text, printable, subjects, uses_text
from .text import TITLES


def format_markdown(reports: Sequence[Report]) -> str:
    """Return the changes by level as lists, with the witnesses of breaking changes."""
    return "\n".join(map(_format_client, reports))


def _format_client(report: Report) -> str:
    parts = [f"# {escape_markdown(report.title)}\n"]
    for level, changes in report.levels():
        parts.append(f"## {TITLES[level]} ({len(changes)})\n")
        selected, left = report.shorten(changes)
        for _, items in subjects(selected):
            for item in items:
                places = [report.place(item, side) for side in ("old", "new")]
                where = ", ".join(f"`{place}`" for place in places if place)
                parts.append(
                    f"- {escape_markdown(item.message)}{cause_text(item)} ({item.rule.id})"
                    + (f"  \n  {where}" if where else "")
                )
                if uses := uses_text(item):
                    parts.append(f"  \n  {escape_markdown(uses)}")
                if item.witness and level is Level.BREAKING:
                    code = printable(item.witness).replace("\n", "\n  ")
                    parts.append(f"\n  ```python\n  {code}\n  ```\n")
        if left:
            parts.append(f"- {left} more")
        parts.append("")
    parts.append(f"{report.version.sentence.capitalize()}.")
    return printable("\n".join(parts)) + "\n"


def escape_markdown(text: str) -> str:
    """Escape what Markdown interprets outside of code spans."""
    spans = re.split(r"(`[^`\n]*`)", text)
    return "".join(
        part if part.startswith("`") else re.sub(r"([\\<>*_\[\]#|])", r"\\\1", part)
        for part in spans
    )
