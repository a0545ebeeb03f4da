"""What schemas are called: from where they stand, never from who comes by first."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from generator.openapi.node import Node
from generator.source import JsonPointer

_NAMESPACES = frozenset(
    {
        "schemas",
        "definitions",
        "$defs",
        "responses",
        "parameters",
        "requestBodies",
        "headers",
        "callbacks",
        "mediaTypes",
        "pathItems",
    }
)
_STRUCTURE = frozenset(
    {
        "properties",
        "patternProperties",
        "allOf",
        "anyOf",
        "oneOf",
        "prefixItems",
        "schema",
        "content",
        "components",
        "itemSchema",
        "contentSchema",
    }
)
_WORDS = {
    "items": "item",
    "additionalProperties": "value",
    "unevaluatedProperties": "value",
    "requestBody": "request",
}


def declared_name(node: Node) -> str:
    """The name that the document gives the schema, `""` when it stands inside another.

    A file that is one schema is called by its own name.
    """
    pointer = node.pointer
    if not pointer:
        return _stem(node.file.uri)
    if len(pointer) == 3 and pointer[0] == "components":
        return pointer[2]
    if len(pointer) == 2 and pointer[0] in _NAMESPACES:
        return pointer[1]
    if len(pointer) == 1 and pointer[0] not in _STRUCTURE:
        return pointer[0]
    return ""


def words_at(node: Node) -> tuple[str, ...]:
    """The name of the schema that `node` stands in, and the way from there to it."""
    name = declared_name(node)
    if name:
        return (name,)
    pointer = _inside(node.pointer)
    words = [
        _WORDS.get(token, token)
        for token in pointer
        if token not in _STRUCTURE and not token.isdigit()
    ]
    return tuple(words) or (_stem(node.file.uri),)


def _inside(pointer: JsonPointer) -> JsonPointer:
    """The pointer without the namespaces that it begins with."""
    if pointer[0] == "components":
        return pointer[2:]
    if pointer[0] in _NAMESPACES or pointer[0] in ("paths", "webhooks"):
        return pointer[1:]
    return pointer


def _stem(uri: str) -> str:
    name = posixpath.basename(unquote(uri).rstrip("/"))
    return name.split(".")[0] or "document"
