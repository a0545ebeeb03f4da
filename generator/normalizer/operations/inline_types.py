"""Types of inline schemas that a document repeats for several media types."""

from __future__ import annotations

from ...model.types import Type
from ...openapi.schema import Schema
from ..schemas.reader import SchemaReader


class InlineTypes:
    """Builds types such that equal schemas, as of several media types, have one type.

    Args:
        reader: Reads the schemas.
    """

    def __init__(self, reader: SchemaReader) -> None:
        self._reader = reader
        self._types: list[tuple[Schema, Type]] = []

    def build(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """Return the type of a schema, which is that of an equal schema if there is one.

        Args:
            schema: The schema.
            words: Parts of the name of its declaration, if it needs one.
        """
        for known, type_ in self._types:
            # Relative references have the same targets in one file only.
            if known.value == schema.value and known.file.uri == schema.file.uri:
                return type_
        type_ = self._reader.build_type(schema, words)
        self._types.append((schema, type_))
        return type_
