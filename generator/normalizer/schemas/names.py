"""Names of schemas.

A name depends on the location of the schema only, not on the order in which schemas are
read. A schema in a separate file that a document declares by a reference has the name
under which the document declares it.
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from ...openapi.document import BrokenReference, Document
from ...openapi.node import Node
from ...openapi.root import SchemaMap
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
"""Keys of maps whose entries are declarations."""

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
"""Keys that are not part of a name."""

_WORDS = {
    "items": "item",
    "unevaluatedItems": "item",
    "propertyNames": "key",
    "additionalProperties": "value",
    "unevaluatedProperties": "value",
    "requestBody": "request",
}
"""Words of a name for keys that are not used as they are."""


def find_declared_name(node: Node) -> str:
    """Return the name under which a schema is declared; `""` if it is inline.

    The name of a schema that is a whole file is that of the file.
    """
    pointer = node.pointer
    if not pointer:
        return _get_stem(node.file.uri)
    if len(pointer) == 3 and pointer[0] == "components":
        return pointer[2]
    if len(pointer) == 2 and pointer[0] in _NAMESPACES:
        return pointer[1]
    if len(pointer) == 1 and pointer[0] not in _STRUCTURE:
        return pointer[0]
    return ""


def _strip_namespace(pointer: JsonPointer) -> JsonPointer:
    """Return a pointer without the namespace at its beginning."""
    if pointer[0] == "components":
        return pointer[2:]
    if pointer[0] in _NAMESPACES or pointer[0] in ("paths", "webhooks"):
        return pointer[1:]
    return pointer


def _get_stem(uri: str) -> str:
    name = posixpath.basename(unquote(uri).rstrip("/"))
    return name.split(".")[0] or "document"


class SchemaNames:
    """Names of the schemas in all files.

    Args:
        document: The document that declares the schemas.
    """

    def __init__(self, document: Document) -> None:
        self._roots = {root.file.uri for root in document.roots}
        self._targets: dict[object, Schema] = {}
        names: dict[object, list[str]] = {}
        for root in document.roots:
            for name, schema in list_declared_schemas(document, root.schemas):
                target = self._find_external_target(document, schema)
                if target is not None:
                    self._targets[schema.key] = target
                    names.setdefault(target.key, []).append(name)
        self._names = {
            target.key: _select_name(names[target.key], target)
            for target in self._targets.values()
        }

    def _find_external_target(
        self, document: Document, schema: Schema
    ) -> Schema | None:
        """Return the target of a plain reference to a file that is not an entry document."""
        if schema.reference is None or schema.value.keys() - ANNOTATIONS - {"$ref"}:
            return None
        target = document.resolve(schema)
        if isinstance(target, BrokenReference) or target.file.uri in self._roots:
            return None
        return target

    def canonical(self, schema: Schema) -> Schema:
        """Return the external schema that `schema` declares, or `schema` itself."""
        target = self._targets.get(schema.key)
        if target is None or self._names[target.key] != find_declared_name(schema):
            return schema
        return target

    def declared(self, node: Node) -> str:
        """Return the name under which a node is declared; `""` if it is inline."""
        return self._names.get(node.key) or find_declared_name(node)

    def part(
        self, owner: Node, words: tuple[str, ...], node: Node, suffix: str
    ) -> tuple[str, ...]:
        """Return the name parts of a schema in a part of an operation.

        The name of an inline part begins with that of the operation. A shared part has
        a separate name, because several operations may use it.

        Args:
            owner: The operation.
            words: Parts of the operation's name.
            node: The part: a parameter, a request body, a response.
            suffix: Role of the part in the operation.
        """
        if is_inside(node, owner):
            return (*words, suffix)
        own, last = self.words(node), split_words(suffix)
        ends_with_suffix = split_words(own[-1])[-len(last) :] == last
        return own if ends_with_suffix else (*own, suffix)

    def words(self, node: Node) -> tuple[str, ...]:
        """Return the parts of a node's name: its declared name, or its path of keys."""
        name = self.declared(node)
        if name:
            return (name,)
        words = [
            _WORDS.get(token, token)
            for token in _strip_namespace(node.pointer)
            if token not in _STRUCTURE and not token.isdigit()
        ]
        return tuple(words) or (_get_stem(node.file.uri),)


def is_inside(node: Node, owner: Node) -> bool:
    """Return whether a node is written inside another node."""
    within = node.pointer[: len(owner.pointer)] == owner.pointer
    return within and node.file.uri == owner.file.uri


def list_declared_schemas(
    document: Document, schemas: SchemaMap | None
) -> list[tuple[str, Schema]]:
    """Return the entries of a `schemas` map, which may itself be a reference."""
    resolved = document.resolve(schemas) if schemas is not None else None
    if resolved is None or isinstance(resolved, BrokenReference):
        return []
    return list(resolved.members(Schema))


def _select_name(names: list[str], schema: Schema) -> str:
    """Return the name that matches the schema's location, else the first in the alphabet."""
    own = split_words(find_declared_name(schema))
    return min(names, key=lambda name: (split_words(name) != own, name))
