"""Limits that bound time and memory for any document."""

from __future__ import annotations

# Files.

MAX_DEPTH = 200
"""Levels of nested objects and arrays in a file; later stages may rely on recursion."""

MAX_ALIAS_FACTOR = 10
"""Nodes of a file with its YAML aliases expanded, per node that is written."""

MIN_ALIAS_SIZE = 20_000
"""Nodes that a file with YAML aliases may always expand to, regardless of its size."""

MAX_FILE_BYTES = 128 << 20
"""Bytes of a document or a referenced file. The largest public documents have 50 MB."""

MAX_SETTINGS_BYTES = 8 << 20
"""Bytes of a settings file."""

PIPE_SECONDS = 10
"""Seconds to wait for the first data of a named pipe."""

# Validation.

VALIDATION_SECONDS = 10
"""Seconds that openapi-spec-validator may take for any document."""

VALIDATION_SECONDS_PER_MIB = 100
"""Additional seconds for each MiB of text."""

VALIDATION_MAX_SECONDS = 600
"""Maximum of the time limit of openapi-spec-validator in seconds."""

VALIDATION_BYTES = 4 << 30
"""Bytes of address space for openapi-spec-validator, if the system supports a limit."""

# Stages.

MAX_FRAMES = 20_000
"""Recursion limit. A few hundred levels of schemas take several frames each."""

STACK_BYTES = 512 << 20
"""Bytes of address space for the stack of the thread that runs the stages."""

# Samples that are generated from types, for the mock.

MAX_SAMPLE_VALUES = 2_000
"""Objects, arrays and scalars in one sample, counted each time they are printed."""

MAX_SAMPLE_DEPTH = 100
"""Levels of objects and arrays in one sample."""

# Schemas.

MAX_CYCLE_MEMBERS = 100_000
"""Members of unions that are visited to remove circular references."""

MAX_REFERENCE_DETOURS = 100
"""Intermediate references of one `$ref`; more than these are considered a cycle."""

# Names.

MAX_RESOURCE_DEPTH = 16
"""Levels of resources derived from a path; further static segments are ignored."""

MAX_SAMPLE_NAMES = 20
"""Names that one operation takes from Python samples; others are only reported."""
