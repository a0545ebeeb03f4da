"""The limits that keep time and memory bounded for any document, in one place."""

from __future__ import annotations

MAX_DEPTH = 200
"""Deeper nesting is refused, so that later stages may recurse."""

MAX_ALIAS_FACTOR = 10
"""YAML aliases may multiply the nodes of a file at most so many times."""

MIN_ALIAS_SIZE = 20_000
"""Nodes that a file with YAML aliases may mean in any case, however small it is."""

MAX_FILE_BYTES = 128 << 20
"""Bytes of one document or referenced file; the largest public documents have 50 MB."""

PIPE_SECONDS = 10
"""Seconds to wait for the first data of a named pipe."""

VALIDATION_SECONDS = 10
"""Seconds that openapi-spec-validator may take for any document."""

VALIDATION_SECONDS_PER_MIB = 100
"""Further seconds for each MiB of text."""

VALIDATION_MAX_SECONDS = 600
"""Seconds that openapi-spec-validator may take, however large the document is."""

VALIDATION_BYTES = 4 << 30
"""Bytes of address space of openapi-spec-validator, where the system limits it."""

MAX_FRAMES = 20_000
"""Nested calls of Python: a schema may be nested some hundred deep, at some calls each."""

STACK_BYTES = 512 << 20
"""Bytes of address space of the stack on which the stages run."""
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
