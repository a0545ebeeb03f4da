"""Text becomes files that can be trusted: atomic, owned, pruned, checked for drift."""

from __future__ import annotations

from generator.emission.drift import Drift, find_drift
from generator.emission.errors import EditedFiles, EmissionError
from generator.emission.manifest import Manifest, digest
from generator.emission.ownership import find_theirs
from generator.emission.writing import Written, write_tree

__all__ = [
    "Drift",
    "EditedFiles",
    "EmissionError",
    "Manifest",
    "Written",
    "digest",
    "find_drift",
    "find_theirs",
    "write_tree",
]
