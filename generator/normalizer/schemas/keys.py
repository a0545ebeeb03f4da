"""Keys of declarations."""

from __future__ import annotations

from ...model.types import Key
from ...openapi.schema import Schema
from ...source import format_pointer


class DeclarationKeys:
    """Assigns a key to each schema: the name of its file and its JSON pointer."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._merged: dict[Key, Key] = {}

    def key(self, schema: Schema) -> Key:
        """Return the key of the declaration that a schema defines."""
        file = schema.file
        name = self._files.get(file.uri)
        if name is None:
            count = sum(known == file.name for known in self._files.values())
            name = file.name if not count else f"{file.name}~{count + 1}"
            self._files[file.uri] = name
        key = f"{name}#{format_pointer(schema.pointer)}"
        return self._merged.get(key, key)

    def merge(self, schema: Schema, first: Schema) -> None:
        """Make `schema` use the key of `first`."""
        self._merged[self.key(schema)] = self.key(first)
