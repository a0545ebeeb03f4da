"""Faster lookups of values for openapi-spec-validator.

The library looks up each value from the root of the document and with a slow check of
the type of each parent. It reads each value several times, and mostly after its parent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jsonschema_path.accessors import SchemaAccessor
from jsonschema_path.paths import SchemaPath


def schema_path(
    value: Mapping[str, Any],
    base_uri: str,
    handlers: Mapping[str, Callable[[str], Any]],
) -> SchemaPath:
    """Return the path of the root of a document.

    Args:
        value: Root of the document.
        base_uri: URI of the document.
        handlers: Functions that return the content of files, by URI scheme.
    """
    accessor: Any = _Accessor
    root = accessor.from_schema(value, base_uri=base_uri, handlers=handlers)
    return SchemaPath(root, separator="#")


class _Accessor(SchemaAccessor):
    """Reads a value from its parent; the library resolves references."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        self._values: dict[tuple[Any, ...], Any] = {}

    def __getitem__(self, parts: Sequence[Any]) -> Any:
        key = tuple(parts)
        if key not in self._values:
            self._values[key] = self._find(key)
        return self._values[key]

    def _find(self, key: tuple[Any, ...]) -> Any:
        if key:
            parent = self[key[:-1]]
            try:
                value = parent[key[-1]] if isinstance(parent, dict | list) else None
            except (KeyError, IndexError, TypeError):
                value = None
            if value is not None and not (isinstance(value, dict) and "$ref" in value):
                return value
        # Also raises the exceptions of the library.
        return super().__getitem__(key)
