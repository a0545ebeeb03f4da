"""The report for terminals."""

from __future__ import annotations

from collections.abc import Sequence

from ..changes import Change, Level
from .content import Report, cause_text, printable, subjects, uses_text

TITLES = {
    Level.BREAKING: "Breaking",
    Level.WARNING: "Behaviour",
    Level.COMPATIBLE: "Compatible",
    Level.INFO: "Information",
}
"""Titles of the levels."""


def format_text(reports: Sequence[Report]) -> str:
    """Return the changes by level, then by call or type, and the version that is due."""
    if len(reports) == 1:
        return _format_client(reports[0])
    parts = (f"{item.client}:\n\n{_format_client(item)}" for item in reports)
    return "\n".join(parts)


def _format_client(report: Report) -> str:
    lines: list[str] = []
    for level, changes in report.levels():
        lines += [f"{TITLES[level]} ({len(changes)})", ""]
        selected, left = report.shorten(changes)
        for subject, items in subjects(selected):
            lines.append(f"  {subject}")
            for item in items:
                lines += _lines(report, item)
        if left:
            lines.append(f"  {left} more; show them with --all")
        lines.append("")
    lines.append(report.version.sentence)
    return printable("\n".join(lines)) + "\n"


def _lines(report: Report, change: Change) -> list[str]:
    places = [report.place(change, side) for side in ("old", "new")]
    where = " -> ".join(place for place in places if place)
    end = f" {where}" if where else ""
    uses = [f"      {text}"] if (text := uses_text(change)) else []
    return [
        f"    {change.message}{cause_text(change)}",
        f"      [{change.rule.id} {change.fingerprint}]{end}",
        *uses,
    ]
