"""Emission: write files atomically, remove stale files, detect drift and edits."""

from __future__ import annotations

from .drift import Drift, Reason, find_causes, find_drift
from .errors import EditedFilesError, EmissionError
from .manifest import Manifest, digest, with_line_feeds
from .ownership import find_user_files, read_manifest
from .writing import Written, write_tree

__all__ = [
    "Drift",
    "EditedFilesError",
    "EmissionError",
    "Manifest",
    "Reason",
    "Written",
    "digest",
    "find_causes",
    "find_drift",
    "find_user_files",
    "read_manifest",
    "with_line_feeds",
    "write_tree",
]
