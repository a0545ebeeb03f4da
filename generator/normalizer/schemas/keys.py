"""Keys of declarations."""

from __future__ import annotations

from ...model.types import Key
from ...openapi.schema import Schema
from ...source import SourceFile, format_pointer


class DeclarationKeys:
    """Assigns a key to each schema: the name of its file and its JSON pointer."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._merged: dict[Key, Key] = {}

    def key(self, schema: Schema) -> Key:
        """Return the key of the declaration that a schema defines."""
        key = f"{self.name_file(schema.file)}#{format_pointer(schema.pointer)}"
        return self._merged.get(key, key)

    def name_file(self, file: SourceFile) -> str:
        """Return the name of a file; files of the same name are numbered as read."""
        name = self._files.get(file.uri)
        if name is None:
            count = sum(known == file.name for known in self._files.values())
            name = file.name if not count else f"{file.name}~{count + 1}"
            self._files[file.uri] = name
        return name

    def merge(self, schema: Schema, first: Schema) -> None:
        """Make `schema` use the key of `first`."""
        self._merged[self.key(schema)] = self.key(first)
