"""Echoes: findings that say again what another says better, of the same thing.

openapi-spec-validator and the stages look at the same document. Where both see one
mistake, the finding that says what is generated and what to do is kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import Diagnostic, Diagnostics
from ..source import JsonPointer, Location

_SAME = ""
_ABOVE = ".."

DUPLICATES = {
    ("broken-misplaced-reference", "invalid-document"): _ABOVE,
    ("double-parameter", "invalid-document"): _ABOVE,
    ("double-tag", "invalid-document"): _ABOVE,
    ("missing-file", "unresolved-reference"): _ABOVE,
    ("newer-version", "invalid-document"): _SAME,
    ("not-a-schema", "invalid-document"): _SAME,
    ("outside-reference", "broken-misplaced-reference"): _SAME,
    ("outside-reference", "invalid-document"): _ABOVE,
    ("outside-reference", "unresolved-reference"): _ABOVE,
    ("parameter-place", "invalid-document"): "in",
    ("recursive-reference", "validator-failed"): _SAME,
    ("remote-reference", "unresolved-reference"): _ABOVE,
    ("tag-cycle", "invalid-document"): _ABOVE,
    ("unknown-style", "invalid-document"): "style",
    ("unknown-type", "invalid-document"): "type",
}
"""Where the second code only echoes the first: the way from the one to the other."""


def deduplicate_diagnostics(diagnostics: Diagnostics) -> None:
    """Removes echoes, unless one is more severe than what it echoes."""
    echoed = {
        (code, location.file.name, pointer): item
        for item in diagnostics
        if isinstance(location := item.location, Location)
        for code, pointer in _echoes(item.rule.code, location.pointer)
    }
    if echoed:
        diagnostics.remove(lambda item: _is_echo(item, echoed))


def _echoes(code: str, pointer: JsonPointer) -> Iterator[tuple[str, JsonPointer]]:
    """The codes and places of a finding's echoes."""
    for (said, echo), way in DUPLICATES.items():
        if said == code:
            up = way.count(_ABOVE)
            down = (way,) if way and not up else ()
            yield echo, (*pointer[: len(pointer) - up], *down)


def _is_echo(
    item: Diagnostic, echoed: dict[tuple[str, str, JsonPointer], Diagnostic]
) -> bool:
    if not isinstance(item.location, Location):
        return False
    place = (item.rule.code, item.location.file.name, item.location.pointer)
    said = echoed.get(place)
    return said is not None and item.severity <= said.severity
