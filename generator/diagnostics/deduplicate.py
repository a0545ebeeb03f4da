"""Suppress duplicate diagnostics.

openapi-spec-validator and the stages check the same document. If both report one mistake,
the diagnostic of the stage is kept, because it says what is generated and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..source import JsonPointer, Location
from .core import Diagnostic, Diagnostics

_SAME_NODE = ""
_PARENT = ".."

DUPLICATES = {
    ("broken-misplaced-reference", "invalid-document"): _PARENT,
    ("double-parameter", "invalid-document"): _PARENT,
    ("double-tag", "invalid-document"): _PARENT,
    ("missing-file", "unresolved-reference"): _PARENT,
    ("newer-version", "invalid-document"): _SAME_NODE,
    ("not-a-schema", "invalid-document"): _SAME_NODE,
    ("outside-reference", "broken-misplaced-reference"): _SAME_NODE,
    ("outside-reference", "invalid-document"): _PARENT,
    ("outside-reference", "unresolved-reference"): _PARENT,
    ("parameter-place", "invalid-document"): "in",
    ("recursive-reference", "validator-failed"): _SAME_NODE,
    ("remote-reference", "unresolved-reference"): _PARENT,
    ("tag-cycle", "invalid-document"): _PARENT,
    ("unknown-style", "invalid-document"): "style",
    ("unknown-type", "invalid-document"): "type",
}
"""Pairs of codes of which the second is a duplicate at a location relative to the first.

The location is the same node, its parent, or the value of a key.
"""


def deduplicate_diagnostics(diagnostics: Diagnostics) -> None:
    """Remove duplicates, except those with a higher severity than the original."""
    originals = {
        (code, location.file.name, pointer): item
        for item in diagnostics
        if isinstance(location := item.location, Location)
        for code, pointer in _duplicates_of(item.rule.code, location.pointer)
    }
    if originals:
        diagnostics.remove(lambda item: _is_duplicate(item, originals))


def _duplicates_of(
    code: str, pointer: JsonPointer
) -> Iterator[tuple[str, JsonPointer]]:
    """Yield the codes and pointers of possible duplicates of a diagnostic."""
    for (original, duplicate), path in DUPLICATES.items():
        if original == code:
            levels = path.count(_PARENT)
            key = (path,) if path and not levels else ()
            yield duplicate, (*pointer[: len(pointer) - levels], *key)


def _is_duplicate(
    item: Diagnostic, originals: dict[tuple[str, str, JsonPointer], Diagnostic]
) -> bool:
    if not isinstance(item.location, Location):
        return False
    identity = (item.rule.code, item.location.file.name, item.location.pointer)
    original = originals.get(identity)
    return original is not None and item.severity <= original.severity
