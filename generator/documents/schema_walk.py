"""Change the schemas of a document, and keep everything else as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..loader.references import DATA, NAMED

Change = Callable[[dict[str, Any]], dict[str, Any]]
"""Function that returns a schema with changes, or the same object."""

_SCHEMAS = frozenset(
    {
        "additionalProperties",
        "allOf",
        "anyOf",
        "items",
        "itemSchema",
        "not",
        "oneOf",
        "prefixItems",
        "schema",
    }
)
"""Keys whose value is a schema or a list of schemas."""

_SCHEMA_MAPS = frozenset({"definitions", "properties", "patternProperties", "schemas"})
"""Keys whose value is a map of schemas."""


def change_schemas(root: Any, change: Change, origins: dict[int, Any]) -> Any:
    """Return a tree with changed schemas; unchanged nodes are the same objects.

    Args:
        root: Value of a document.
        change: Called with each schema after its inner schemas.
        origins: Nodes from which the text of nodes is taken, by id. A changed node gets
            that of the node that it replaces.
    """
    return _Walk(change, origins).value(root, is_schema=False, is_map=False)


class _Walk:
    """One walk, in which each shared node is changed once."""

    def __init__(self, change: Change, origins: dict[int, Any]) -> None:
        self._change = change
        self._origins = origins
        self._results: dict[tuple[int, bool, bool], Any] = {}

    def value(self, node: Any, *, is_schema: bool, is_map: bool) -> Any:
        """Return a node with changed schemas.

        Args:
            node: The node.
            is_schema: Whether it is a schema, a list of schemas or a map of schemas.
            is_map: Whether its keys are names.
        """
        if not isinstance(node, dict | list):
            return node
        identity = id(node), is_schema, is_map
        if identity not in self._results:
            result = self._changed(node, is_schema, is_map)
            self._results[identity] = result
            if result is not node:
                self._origins[id(result)] = self._origins.get(id(node), node)
        return self._results[identity]

    def _changed(self, node: Any, is_schema: bool, is_map: bool) -> Any:
        if isinstance(node, list):
            items = [
                self.value(item, is_schema=is_schema, is_map=False) for item in node
            ]
            same = all(new is old for new, old in zip(items, node, strict=True))
            return node if same else items
        members = {
            key: self._member(key, value, is_schema, is_map)
            for key, value in node.items()
        }
        if all(members[key] is node[key] for key in node):
            members = node
        return self._change(members) if is_schema and not is_map else members

    def _member(self, key: str, value: Any, is_schema: bool, is_map: bool) -> Any:
        if is_map:
            return self.value(value, is_schema=is_schema, is_map=False)
        if key in DATA or key.startswith("x-") or (is_schema and key == "examples"):
            return value
        if key in _SCHEMA_MAPS:
            return self.value(value, is_schema=True, is_map=isinstance(value, dict))
        is_inner = key in _SCHEMAS
        is_names = key in NAMED and isinstance(value, dict)
        return self.value(value, is_schema=is_inner, is_map=is_names)
