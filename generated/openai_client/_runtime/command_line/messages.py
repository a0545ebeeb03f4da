"""Error messages: sentences on a terminal, otherwise JSON."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from .terminal import is_unicode, printable


def show(error: click.ClickException) -> None:
    """Print an error of a command to standard error.

    It is an object with the member `error` unless standard output is a terminal.
    """
    if sys.stdout.isatty() or isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    members: dict[str, Any] = {"message": printable(error.format_message())}
    if isinstance(error, click.UsageError) and error.ctx is not None:
        members["hint"] = f"see {error.ctx.command_path} --help"
    print_members(members)


def print_members(members: dict[str, Any]) -> None:
    """Print the members of an error as JSON in one line to standard error."""
    ascii_only = not is_unicode(sys.stderr)
    text = json.dumps({"error": members}, ensure_ascii=ascii_only, default=str)
    click.echo(text, err=True)
