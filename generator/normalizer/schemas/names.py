"""What schemas are called: from where they stand, never from who comes by first.

A schema in a file of its own, which a document declares by a reference, is called as the
document declares it.
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from ...openapi.document import BrokenReference, Document
from ...openapi.node import Node
from ...openapi.schema import ANNOTATIONS, Schema
from ...source import JsonPointer
from ...words import split_words

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


class SchemaNames:
    """The names of schemas in all files of a description."""

    def __init__(self, document: Document) -> None:
        self._files = {root.file.uri for root in document.roots}
        self._ends: dict[object, Schema] = {}
        wanted: dict[object, list[str]] = {}
        for root in document.roots:
            for name, schema in declared_schemas(document, root.schemas):
                end = self._declared_elsewhere(document, schema)
                if end is not None:
                    self._ends[schema.key] = end
                    wanted.setdefault(end.key, []).append(name)
        self._given = {
            end.key: _best(wanted[end.key], end) for end in self._ends.values()
        }

    def _declared_elsewhere(self, document: Document, schema: Schema) -> Schema | None:
        """What stands in a file that is no document, and is declared by `schema`."""
        if schema.reference is None or schema.value.keys() - ANNOTATIONS - {"$ref"}:
            return None
        end = document.resolve(schema)
        if isinstance(end, BrokenReference) or end.file.uri in self._files:
            return None
        return end

    def end(self, schema: Schema) -> Schema:
        """The schema itself, or what it does nothing but declare."""
        end = self._ends.get(schema.key)
        if end is None or self._given[end.key] != declared_name(schema):
            return schema
        return end

    def declared(self, node: Node) -> str:
        """The name that the document gives a node, `""` when it gives none."""
        return self._given.get(node.key) or declared_name(node)

    def part(
        self, owner: Node, words: tuple[str, ...], node: Node, suffix: str
    ) -> tuple[str, ...]:
        """What a schema in a part of an operation is called.

        A part that stands in its owner is called by it. Others may have several owners,
        of which none comes first: they are called by their own names.

        Args:
            owner: the operation.
            words: how it is called.
            node: the part: a parameter, a body, an answer.
            suffix: what it is to the operation.
        """
        if stands_in(node, owner):
            return (*words, suffix)
        own, last = self.words(node), split_words(suffix)
        said = split_words(own[-1])[-len(last) :] == last
        return own if said else (*own, suffix)

    def words(self, node: Node) -> tuple[str, ...]:
        """The name of what `node` stands in, and the way from there."""
        name = self.declared(node)
        if name:
            return (name,)
        words = [
            _WORDS.get(token, token)
            for token in _inside(node.pointer)
            if token not in _STRUCTURE and not token.isdigit()
        ]
        return tuple(words) or (_stem(node.file.uri),)


def stands_in(node: Node, owner: Node) -> bool:
    """Whether a node is part of another where it is written."""
    within = node.pointer[: len(owner.pointer)] == owner.pointer
    return within and node.file.uri == owner.file.uri


def declared_schemas(
    document: Document, schemas: Schema | None
) -> list[tuple[str, Schema]]:
    """The entries of a `schemas` map, which may itself be a reference."""
    resolved = document.resolve(schemas) if schemas is not None else None
    if resolved is None or isinstance(resolved, BrokenReference):
        return []
    return list(resolved.members(Schema))


def _best(names: list[str], schema: Schema) -> str:
    """Of several names of one schema, that of its place, else the first by alphabet."""
    own = split_words(declared_name(schema))
    return min(names, key=lambda name: (split_words(name) != own, name))
