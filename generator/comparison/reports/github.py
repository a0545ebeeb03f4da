"""The report as commands of GitHub Actions, which annotate lines of the new document.

Source: GitHub Docs, "Workflow commands for GitHub Actions", "Setting an error message".
"""

from __future__ import annotations

from collections.abc import Sequence

from ..changes import Change, Level
from .content import Report, cause_text, printable

_COMMANDS = {
    Level.BREAKING: "error",
    Level.WARNING: "warning",
    Level.COMPATIBLE: "notice",
    Level.INFO: "notice",
}


def format_github(reports: Sequence[Report]) -> str:
    """Return one command for each change, and one for the version that is due."""
    lines = []
    for report in reports:
        prefix = f"{report.client}: " if report.client else ""
        for _, changes in report.levels():
            lines += [_command(item, prefix) for item in changes]
        title = _property(f"{prefix}next version")
        lines.append(f"::notice title={title}::{_data(report.version.sentence)}")
    return "\n".join(lines) + "\n"


def _command(item: Change, prefix: str) -> str:
    properties = {"title": f"{prefix}{item.rule.id}"}
    # An old place is not a line of a file that the pull request contains.
    if item.new is not None:
        place = item.new.place
        properties = {
            "file": item.new.file.name,
            "line": str(place.line),
            "col": str(place.column),
            **properties,
        }
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return (
        f"::{_COMMANDS[item.level]} {listed}::{_data(item.message + cause_text(item))}"
    )


def _data(text: str) -> str:
    text = printable(text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
