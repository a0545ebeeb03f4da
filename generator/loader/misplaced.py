"""Replace references where the standard allows none, which published documents use.

OpenAPI allows a `$ref` in place of a path item, a parameter, a response, a schema and some
other objects (3.1, section 4.8.23). Some documents also use it in place of operations, maps,
lists and strings. The loader replaces such a reference with a copy of its target that keeps
the location of the target, so that later stages do not need to handle it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..diagnostics import Diagnostics, Rule, Severity
from ..openapi.document import BrokenReference, Document
from ..openapi.node import AnyNode, Moved, Node
from ..openapi.operation import METHODS
from ..source import JsonPointer, Location, SourceFile
from .references import NAMED

MISPLACED_REFERENCE = Rule(
    "misplaced-reference",
    Severity.NOTE,
    "A `$ref` is used where the standard does not allow one: for an operation, a map, a"
    " list or a string. It is replaced by its target.",
    hint="write the target in its place",
)
BROKEN_MISPLACED_REFERENCE = Rule(
    "broken-misplaced-reference",
    Severity.WARNING,
    "A `$ref` is used where the standard does not allow one, and its target does not exist"
    " or has the wrong type. It is ignored.",
    hint="remove the reference, or write its target in its place",
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
"""Keywords whose values cannot be Reference Objects."""


def is_misplaced(pointer: JsonPointer) -> bool:
    """Return whether the standard does not allow a reference at a location."""
    if not pointer or pointer[-1] not in _KEYS:
        return False
    named = False
    for token in pointer[:-1]:
        named = not named and token in NAMED
    return not named


def is_string_location(pointer: JsonPointer) -> bool:
    """Return whether the value at the location of a misplaced reference is a string."""
    return pointer[-1] in _TEXTS


def replace_misplaced(
    document: Document,
    places: Iterable[tuple[SourceFile, JsonPointer]],
    diagnostics: Diagnostics,
) -> None:
    """Replace misplaced references in the trees of a document with their targets.

    Args:
        document: Document whose trees no later stage has read.
        places: Locations of the references in the order in which they were found. They
            are processed in reverse, so that targets are complete when they are copied.
        diagnostics: Receives a note or a warning for each reference.
    """
    for source, pointer in reversed(list(places)):
        parent: Any = document.files[source.uri].value
        for token in pointer[:-1]:
            parent = _child(parent, token)
        reference = _child(parent, pointer[-1])
        where = Location(source, (*pointer, "$ref"))
        target = document.resolve(AnyNode(reference, source, pointer))
        if isinstance(target, BrokenReference):
            diagnostics.add(BROKEN_MISPLACED_REFERENCE, target.reason, where)
        elif _contains(target.value, parent):
            diagnostics.add(
                BROKEN_MISPLACED_REFERENCE,
                f"{reference['$ref']!r} refers to a parent of the reference",
                where,
            )
        elif is_string_location(pointer) != isinstance(target.value, str):
            diagnostics.add(
                BROKEN_MISPLACED_REFERENCE,
                f"the target of {reference['$ref']!r} is not a valid {pointer[-1]}",
                where,
            )
        else:
            parent[pointer[-1]] = _moved(target)
            diagnostics.add(
                MISPLACED_REFERENCE,
                f"{pointer[-1]!r} cannot be a reference",
                where,
            )


def _contains(value: Any, searched: Any) -> bool:
    """Return whether a value is or contains an object, which would make it cyclic."""
    stack, seen = [value], set[int]()
    while stack:
        item = stack.pop()
        if item is searched:
            return True
        if isinstance(item, dict | list) and id(item) not in seen:
            seen.add(id(item))
            stack += item.values() if isinstance(item, dict) else item
    return False


def _moved(target: Node) -> Any:
    """Return the value of a node with its location."""
    if isinstance(target.value, dict):
        return Moved(target.pointer, target.value, target.file)
    if isinstance(target.value, list):
        return [
            (
                Moved((*target.pointer, str(index)), item, target.file)
                if isinstance(item, dict)
                else item
            )
            for index, item in enumerate(target.value)
        ]
    return target.value


def _child(value: Any, token: str) -> Any:
    if isinstance(value, dict):
        return value.get(token)
    if isinstance(value, list) and token.isdigit() and int(token) < len(value):
        return value[int(token)]
    return None
