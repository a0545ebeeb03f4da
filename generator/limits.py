"""The limits that keep time and memory bounded for any document, in one place."""

from __future__ import annotations

MAX_DEPTH = 200
"""Deeper nesting is refused, so that later stages may recurse."""

MAX_SIZE = 10_000_000
"""More nodes than this are refused when YAML aliases multiply them."""
