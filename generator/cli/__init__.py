"""Command line interface: parse arguments, run the pipeline, print, set the exit code."""

from __future__ import annotations

from .commands import main

__all__ = ["main"]
