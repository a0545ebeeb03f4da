"""Diagnostics: what the stages report about documents."""

from __future__ import annotations

from .core import (
    Diagnostic,
    Diagnostics,
    Related,
    Rule,
    Severity,
    GenerationError,
)

__all__ = [
    "Diagnostic",
    "Diagnostics",
    "Related",
    "Rule",
    "Severity",
    "GenerationError",
]
