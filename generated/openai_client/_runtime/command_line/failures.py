"""Messages about calls that failed, and their exit codes."""

from __future__ import annotations

import sys
from typing import Any

import click

from ..responses.errors import APIError, APIStatusError
from .messages import print_members
from .output import plain


def exit_code(error: APIError) -> int:
    """Return 3, 4 or 5 for a response with such a status code, otherwise 1."""
    status = getattr(error, "status_code", 0)
    return status // 100 if 300 <= status < 600 else 1


def report(error: APIError, hint: str = "") -> None:
    """Print a failed call to standard error: as JSON unless standard output is a terminal.

    Args:
        error: The error.
        hint: What to do; `""` if it is not known.
    """
    status = error.status_code if isinstance(error, APIStatusError) else None
    if sys.stdout.isatty():
        click.echo(f"Error: {describe(error)}", err=True)
        if hint:
            click.echo(f"Hint: {hint}", err=True)
        return
    members: dict[str, Any] = {
        "status": status,
        "message": error.message,
        "code": error.code,
        "request_id": error.request_id,
        "hint": hint or None,
        "body": plain(error.body),
    }
    present = {name: value for name, value in members.items() if value is not None}
    print_members(present)


def describe(error: APIError) -> str:
    """Return an error as one line with its status and the ID of the request."""
    text = "".join(char if char.isprintable() else " " for char in error.message)
    if error.request_id and error.request_id not in text:
        text = f"{text} (request {error.request_id})"
    return text
