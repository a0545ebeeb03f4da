"""Static resolution of `$recursiveRef` (JSON Schema 2019-09, section 8.2.4.2).

A `$recursiveRef: '#'` refers to the root of the resource that contains it. Documents
embed such schemas, mostly without `$id`. The resource is then the nearest enclosing schema
with `$recursiveAnchor: true` or with `$id`, else the outermost schema: the declared one,
the one of a `schema` keyword, or the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from ..openapi.document import Document
from ..source import JsonPointer, format_pointer
from .references import DATA

_KEYWORD = "$recursiveRef"
_ROOT = "#"
_DECLARING = {"components": 3, "definitions": 2, "$defs": 2}
"""Length of the pointer of a declared schema, by the first key."""
_CONTAINING = frozenset({"schema", "itemSchema"})
_DOCUMENT_KEYS = frozenset({"openapi", "swagger", "paths", "components"})


def replace_recursive_references(document: Document) -> None:
    """Replace recursive references in the trees of a document by static ones.

    A reference beside a `$ref`, or to another target than `#`, is kept.
    """
    for loaded in document.files.values():
        if _KEYWORD not in loaded.source.text:
            continue
        for node, pointer, ancestors in _list_references(loaded.value):
            reference = _find_resource(pointer, ancestors)
            if reference is not None and "$ref" not in node:
                del node[_KEYWORD]
                node["$ref"] = reference


def _list_references(
    root: Any,
) -> Iterator[tuple[dict[str, Any], JsonPointer, list[Any]]]:
    """Yield objects with a recursive reference, and the values around them."""
    stack: list[tuple[Any, JsonPointer, list[Any]]] = [(root, (), [])]
    while stack:
        node, pointer, ancestors = stack.pop()
        path = [*ancestors, node]
        if isinstance(node, dict):
            if node.get(_KEYWORD) == _ROOT:
                yield node, pointer, path
            members = [(key, item) for key, item in node.items() if key not in DATA]
        else:
            members = [(str(index), item) for index, item in enumerate(node)]
        stack += [
            (item, (*pointer, key), path)
            for key, item in members
            if isinstance(item, dict | list)
        ]


def _find_resource(pointer: JsonPointer, path: list[Any]) -> str | None:
    """Return a reference to the root of a resource; `None` if there is none.

    Args:
        pointer: Pointer of the object with the recursive reference.
        path: The values from the root of the file to that object.
    """
    for length in range(len(pointer), -1, -1):
        value = path[length]
        if not isinstance(value, dict):
            continue
        if isinstance(value.get("$id"), str):
            return _ROOT
        if value.get("$recursiveAnchor") is True:
            return _refer(pointer[:length])
    length = _DECLARING.get(pointer[0], 0) if pointer else 0
    if 0 < length <= len(pointer):
        return _refer(pointer[:length])
    index = next((i for i, key in enumerate(pointer) if key in _CONTAINING), None)
    if index is not None:
        return _refer(pointer[: index + 1])
    is_schema = isinstance(path[0], dict) and _DOCUMENT_KEYS.isdisjoint(path[0])
    return _ROOT if is_schema else None


def _refer(pointer: JsonPointer) -> str:
    return f"#{quote(format_pointer(pointer), safe='/~')}"
