"""The width of help in a terminal, and text without control characters."""

from __future__ import annotations

import os
import sys
from typing import IO, Final

_MIN: Final = 50
_MAX: Final = 100
_DEFAULT: Final = 80


def help_width() -> int:
    """Return the number of columns of help: those of the terminal, within limits.

    Click finds it, too, but imports all formats of archives for that.
    """
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() else 0
    return max(min(width or _terminal_width(), _MAX) - 2, _MIN)


def _terminal_width() -> int:
    """Return the columns of the terminal, or 80 where standard output is a file."""
    if sys.__stdout__ is None:
        return _DEFAULT
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _DEFAULT
    except (OSError, ValueError):
        return _DEFAULT


def printable(text: str) -> str:
    """Return a text without the characters that a terminal would interpret.

    Texts of a document, and messages that quote them, can contain escape sequences, which
    change what is displayed. Line feeds and tabs remain.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(char for char in text if char.isprintable() or char in "\n\t")


def is_unicode(stream: IO[str]) -> bool:
    """Return whether a stream, which can be `None` if it is closed, writes all characters."""
    encoding: str | None = getattr(stream, "encoding", None)
    return (encoding or "utf-8").lower().startswith("utf")
