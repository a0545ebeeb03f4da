"""The command line: it parses, calls, prints, and sets the exit code."""

from __future__ import annotations

from .commands import main

__all__ = ["main"]
