"""References where the standard has none, which published documents have all the same.

OpenAPI lets a `$ref` stand for a path item, a parameter, a response, a schema and the
like (3.1, section 4.8.23). Documents put operations, whole maps, lists and texts behind
one too. What such a reference leads to is put in its place, with the place in the text
that it comes from, so that nothing after the loader needs to know.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..diagnostics import Diagnostics, Rule, Severity
from .references import NAMED
from ..openapi.document import BrokenReference, Document
from ..openapi.node import Moved, Node, Referable
from ..openapi.operation import METHODS
from ..source import JsonPointer, Location, SourceFile

MISPLACED_REFERENCE = Rule(
    "misplaced-reference",
    Severity.NOTE,
    "A `$ref` stands where the standard has none: for an operation, a whole map, a list"
    " or a text. What it leads to is read in its place.",
)
BROKEN_MISPLACED_REFERENCE = Rule(
    "broken-misplaced-reference",
    Severity.WARNING,
    "A `$ref` stands where the standard has none, and leads to nothing that could stand"
    " there. It is passed over.",
)

_TEXTS = frozenset({"description", "summary", "title"})
_KEYS = (
    _TEXTS
    | {*METHODS}
    | {
        "allOf",
        "anyOf",
        "components",
        "content",
        "encoding",
        "enum",
        "examples",
        "externalDocs",
        "headers",
        "info",
        "oneOf",
        "parameters",
        "paths",
        "properties",
        "required",
        "responses",
        "security",
        "securitySchemes",
        "servers",
        "tags",
        "variables",
    }
)
"""Keywords whose values are no Reference Objects."""


class _Anything(Referable):
    """Whatever a misplaced reference leads to."""

    __slots__ = ()
    kind = "value"


def is_misplaced(pointer: JsonPointer) -> bool:
    """Whether a reference at a place stands for what the standard wants written there."""
    if not pointer or pointer[-1] not in _KEYS:
        return False
    named = False
    for token in pointer[:-1]:
        named = not named and token in NAMED
    return not named


def is_text(pointer: JsonPointer) -> bool:
    """Whether a text belongs at the place of a misplaced reference."""
    return pointer[-1] in _TEXTS


def put_in_place(
    document: Document,
    places: Iterable[tuple[SourceFile, JsonPointer]],
    diagnostics: Diagnostics,
) -> None:
    """Replaces misplaced references by what they lead to, in the trees of a document.

    Args:
        document: whose trees nobody has read yet.
        places: of the references, in the order in which they were found; the trees that
            they lead to come later, and so are complete when they are needed.
        diagnostics: takes a note of each.
    """
    for source, pointer in reversed(list(places)):
        parent: Any = document.files[source.uri].value
        for token in pointer[:-1]:
            parent = _child(parent, token)
        written = _child(parent, pointer[-1])
        where = Location(source, (*pointer, "$ref"))
        found = document.resolve(_Anything(written, source, pointer))
        if isinstance(found, BrokenReference):
            diagnostics.add(BROKEN_MISPLACED_REFERENCE, found.reason, where)
        elif _holds(found.value, parent):
            diagnostics.add(
                BROKEN_MISPLACED_REFERENCE,
                f"{written['$ref']!r} leads to what it stands in",
                where,
            )
        elif is_text(pointer) != isinstance(found.value, str):
            diagnostics.add(
                BROKEN_MISPLACED_REFERENCE,
                f"{written['$ref']!r} leads to no {pointer[-1]}",
                where,
            )
        else:
            parent[pointer[-1]] = _moved(found)
            diagnostics.add(
                MISPLACED_REFERENCE,
                f"{pointer[-1]!r} is no place for a reference",
                where,
            )


def _holds(value: Any, wanted: Any) -> bool:
    """Whether a value is, or holds, a certain object: it would then hold itself."""
    waiting, seen = [value], set[int]()
    while waiting:
        item = waiting.pop()
        if item is wanted:
            return True
        if isinstance(item, dict | list) and id(item) not in seen:
            seen.add(id(item))
            waiting += item.values() if isinstance(item, dict) else item
    return False


def _moved(found: Node) -> Any:
    """The value of a node, which knows where it comes from."""
    if isinstance(found.value, dict):
        return Moved(found.pointer, found.value, found.file)
    if isinstance(found.value, list):
        return [
            (
                Moved((*found.pointer, str(index)), item, found.file)
                if isinstance(item, dict)
                else item
            )
            for index, item in enumerate(found.value)
        ]
    return found.value


def _child(value: Any, token: str) -> Any:
    if isinstance(value, dict):
        return value.get(token)
    if isinstance(value, list) and token.isdigit() and int(token) < len(value):
        return value[int(token)]
    return None
