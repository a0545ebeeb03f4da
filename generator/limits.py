"""The limits that keep time and memory bounded for any document, in one place."""

from __future__ import annotations

MAX_DEPTH = 200
"""Deeper nesting is refused, so that later stages may recurse."""

MAX_SIZE = 10_000_000
"""More nodes than this are refused when YAML aliases multiply them."""

# Samples that are made of types: those of the mock.

MAX_SAMPLE_VALUES = 2_000
"""Objects, arrays and values in one sample, each counted as often as it is printed."""

MAX_SAMPLE_DEPTH = 100
"""Levels of objects and arrays in one sample."""

# Schemas.

MAX_CIRCLE_MEMBERS = 100_000
"""Members of unions that are looked at to cut references that lead back to themselves."""

MAX_REFERENCE_DETOURS = 100
"""References that stand on the way of one `$ref`; more mean that they run in a circle."""

# Names.

MAX_RESOURCE_DEPTH = 16
"""Levels of resources that a path makes; further static segments are left out."""

MAX_SAMPLE_NAMES = 20
"""Names that Python samples give one operation; the others are reported only."""
