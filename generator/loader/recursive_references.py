"""Static resolution of `$recursiveRef` (JSON Schema 2019-09, section 8.2.4.2).

A `$recursiveRef: '#'` refers to the root of the resource that contains it. Documents
embed such schemas, mostly without `$id`. The resource is then the nearest enclosing schema
with `$recursiveAnchor: true` or with `$id`, else the outermost schema: the declared one,
the one of a `schema` keyword, or the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from ..openapi.document import Document
from ..source import JsonPointer, SourceFile, format_pointer

_ROOT = "#"
_DECLARING = {"components": 3, "definitions": 2, "$defs": 2}
"""Length of the pointer of a declared schema, by the first key."""
_CONTAINING = frozenset({"schema", "itemSchema"})
_DOCUMENT_KEYS = frozenset({"openapi", "swagger", "paths", "components"})


def replace_recursive_references(
    document: Document, places: Iterable[tuple[SourceFile, JsonPointer]]
) -> None:
    """Replace recursive references in the trees of a document by static ones.

    A reference beside a `$ref` is kept.

    Args:
        document: Document whose trees no later stage has read.
        places: Locations of the objects with `$recursiveRef: '#'`.
    """
    for source, pointer in places:
        path = _path(document.files[source.uri].value, pointer)
        reference = _find_resource(pointer, path)
        node = path[-1]
        if reference is not None and "$ref" not in node:
            del node["$recursiveRef"]
            node["$ref"] = reference


def _path(root: Any, pointer: JsonPointer) -> list[Any]:
    """Return the values from the root of a file to a node of it."""
    path = [root]
    for token in pointer:
        node = path[-1]
        path.append(node[int(token) if isinstance(node, list) else token])
    return path


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
