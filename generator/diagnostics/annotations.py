"""Diagnostics as commands of GitHub Actions, which annotate lines of a pull request.

Source: GitHub Docs, "Workflow commands for GitHub Actions", "Setting an error message".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .core import Diagnostic, Severity
from .render import FileNames, default_name, escape

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def github_annotations(
    diagnostics: Iterable[Diagnostic], name: FileNames = default_name
) -> str:
    """Return one command for each diagnostic, each on its own line.

    Args:
        diagnostics: The diagnostics.
        name: Function that returns the name of a file.
    """
    return "".join(_command(item, name) for item in diagnostics)


def _command(item: Diagnostic, name: FileNames) -> str:
    properties = {"title": item.rule.code}
    if item.location is not None:
        place = item.rule.place(item.location)
        properties = {
            "file": name(item.location.file),
            "line": str(place.line),
            "col": str(place.column),
            **properties,
        }
    text = f"{item.message}; {item.hint}" if item.hint else item.message
    return annotation(_COMMANDS[item.severity], properties, text)


def annotation(command: str, properties: Mapping[str, str], text: str) -> str:
    """Return the line of a workflow command.

    Args:
        command: `error`, `warning` or `notice`.
        properties: `file`, `line`, `col` and `title`.
        text: Message.
    """
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{command} {listed}::{_data(escape(text))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(escape(text)).replace(":", "%3A").replace(",", "%2C")
