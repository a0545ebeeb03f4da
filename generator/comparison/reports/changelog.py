"""The report as a section of a changelog, in the format of Keep a Changelog."""

from __future__ import annotations

from collections.abc import Sequence

from ..changes import Change, Level
from .content import Report, cause_text, printable
from .markdown import escape_markdown

_ADDED = ("-added", "-accepted", "-widened", "-optional")


def format_changelog(reports: Sequence[Report]) -> str:
    """Return sections with the changes, without places; information is left out."""
    if len(reports) == 1:
        return _format_client(reports[0])
    return "\n".join(_format_client(item, f"{item.client} ") for item in reports)


def _format_client(report: Report, client: str = "") -> str:
    version = report.version.next or "Unreleased"
    parts = [f"## {escape_markdown(client)}[{version}]"]
    for title, items in _sections(report).items():
        if items:
            selected, left = report.shorten(items)
            lines = [
                f"- {escape_markdown(_capitalize(item.message))}{cause_text(item)}."
                for item in selected
            ]
            if left:
                lines.append(f"- {left} more.")
            parts.append("\n".join([f"### {title}", "", *lines]))
    return printable("\n\n".join(parts)) + "\n"


def _capitalize(message: str) -> str:
    return message[:1].upper() + message[1:]


def _sections(report: Report) -> dict[str, list[Change]]:
    """Return the changes by title, in the order of Keep a Changelog."""
    result: dict[str, list[Change]] = {
        title: [] for title in ("Breaking", "Added", "Changed", "Deprecated")
    }
    for level, items in report.levels():
        for item in items:
            if item.rule.id.endswith("-deprecated"):
                result["Deprecated"].append(item)
            elif level is Level.BREAKING:
                result["Breaking"].append(item)
            elif level is Level.COMPATIBLE and item.rule.id.endswith(_ADDED):
                result["Added"].append(item)
            elif level is not Level.INFO:
                result["Changed"].append(item)
    return result
