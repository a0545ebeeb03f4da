"""Diagnostics: problems and decisions that stages report about documents."""

from __future__ import annotations

from .core import (
    Diagnostic,
    Diagnostics,
    GenerationError,
    Related,
    Rule,
    Severity,
)

__all__ = [
    "Diagnostic",
    "Diagnostics",
    "GenerationError",
    "Related",
    "Rule",
    "Severity",
]
