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
    ("default-outside-enum", "invalid-value"): "default",
    ("double-parameter", "invalid-document"): _PARENT,
    ("double-tag", "invalid-document"): _PARENT,
    ("invalid-name", "invalid-document"): "name",
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


_ONE_PER_LOCATION = frozenset({"invalid-value"})
"""Codes that the validator reports for each keyword that a value violates."""


def deduplicate_diagnostics(diagnostics: Diagnostics) -> None:
    """Remove repetitions and duplicates.

    Duplicates with a higher severity than the original are kept.
    """
    _remove_repetitions(diagnostics)
    originals = {
        (code, location.file.name, pointer): item
        for item in diagnostics
        if isinstance(location := item.location, Location)
        for code, pointer in _duplicates_of(item.rule.code, location.pointer)
    }
    if originals:
        diagnostics.remove(lambda item: _is_duplicate(item, originals))


def _remove_repetitions(diagnostics: Diagnostics) -> None:
    """Remove the diagnostics that an earlier one at the same location already reports."""
    seen: set[object] = set()

    def is_repetition(item: Diagnostic) -> bool:
        if not isinstance(item.location, Location):
            return False
        code, place = item.rule.code, item.location
        message = "" if code in _ONE_PER_LOCATION else item.message
        identity = (code, place.file.uri, place.file.name, place.pointer, message)
        is_known = identity in seen
        seen.add(identity)
        return is_known

    diagnostics.remove(is_repetition)


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
