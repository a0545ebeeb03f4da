"""Whether schemas accept null, with the schemas that they combine."""

from __future__ import annotations

from ...openapi.document import BrokenReference, Document
from ...openapi.exclusions import excludes_null
from ...openapi.schema import COMPOSITION, Schema
from .type_ops import accepts_null

_TYPED = COMPOSITION | {"const", "enum", "type"}
"""Keywords that can exclude null."""


class Nulls:
    """Decides whether schemas accept null. Each schema is read once.

    Args:
        document: Resolves references.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[object, bool] = {}

    def accepts(self, schema: Schema) -> bool:
        """Return whether a schema, or one that it combines, states that it accepts null.

        A schema without a type accepts null, too, but rarely intends to.
        """
        value = schema.value
        if not isinstance(value, dict):
            return False
        if accepts_null(value):
            return True
        if COMPOSITION.isdisjoint(value):
            return is_null(schema)
        key = schema.key
        if key not in self._known:
            self._read(schema)
        return self._known[key]

    def _read(self, schema: Schema) -> None:
        """Read a schema after those that it combines, without recursion: chains are long."""
        opened: dict[object, list[list[Schema]]] = {}
        pending = [schema]
        while pending:
            current = pending[-1]
            key = current.key
            if key not in self._known:
                self._known[key] = False  # of a schema that includes itself
                opened[key] = combined = self._combined(current)
                pending += [
                    part
                    for parts in combined
                    for part in parts
                    if isinstance(part.value, dict) and part.value.keys() & COMPOSITION
                ]
                continue
            pending.pop()
            if key in opened:
                self._known[key] = self._combines_null(opened.pop(key))

    def _combined(self, schema: Schema) -> list[list[Schema]]:
        """Return the alternatives of each keyword that combines schemas.

        There are none if the schema itself excludes null, or refers to nothing.
        """
        value = schema.value
        if not isinstance(value, dict) or excludes_null(value):
            return []
        if schema.types and "null" not in schema.types:
            return []
        combined = [[part] for part in schema.all_of]
        combined += [[*members] for members in (schema.any_of, schema.one_of)]
        if schema.reference is not None:
            target = self._document.target(schema, schema.reference)
            if isinstance(target, BrokenReference):
                return []
            combined.append([target])
        return combined

    def _combines_null(self, combined: list[list[Schema]]) -> bool:
        """Return whether some of the combined schemas state null, and none excludes it."""
        stating = [any(map(self.accepts, members)) for members in combined]
        return any(stating) and all(
            states or all(map(_is_untyped, members))
            for states, members in zip(stating, combined, strict=True)
        )


def is_null(schema: Schema) -> bool:
    """Return whether null is the only value of a schema that combines no others."""
    value = schema.value
    if not isinstance(value, dict):
        return False
    states_null = (
        value.get("type") in ("null", ["null"])
        or value.get("const", 0) is None
        or value.get("enum") == [None]
    )
    return states_null and not schema.is_composed


def _is_untyped(schema: Schema) -> bool:
    """Return whether no keyword of a schema excludes null."""
    value = schema.value
    return not isinstance(value, dict) or (
        _TYPED.isdisjoint(value) and not excludes_null(value)
    )
