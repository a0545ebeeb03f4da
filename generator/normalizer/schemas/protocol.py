"""The interface through which the builders of types read nested schemas."""

from __future__ import annotations

from typing import Protocol, TypeAlias

from ...model.types import Declaration, Header, Key, Type
from ...openapi.schema import Schema
from ..context import Context
from .all_of import Merger
from .documentation import PropertyTexts
from .headers import PendingHeader
from .merged import MergedSchema
from .names import SchemaNames
from .nulls import Nulls

Definition: TypeAlias = Declaration | Type
"""The definition of a schema: a declaration, or a type that needs no name."""


class Reader(Protocol):
    """The interface of `SchemaReader`, without an import of its module."""

    context: Context
    names: SchemaNames
    merger: Merger
    nulls: Nulls
    declarations: dict[Key, Declaration]
    decoded: set[object]
    texts: PropertyTexts

    def key(self, schema: Schema) -> Key:
        """Return the key of the declaration that a schema defines."""
        ...

    def declare(self, schema: Schema) -> Key:
        """Declare a schema and return its key."""
        ...

    def reserve(self, key: Key) -> bool:
        """Mark a key as declared; return `False` if it already is."""
        ...

    def build_type(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """Return the type of a schema, registering the declarations that it needs."""
        ...

    def build_header(
        self, schema: Schema, words: tuple[str, ...], suffix: str = ""
    ) -> Header:
        """Return the header of the declaration that a schema defines."""
        ...

    def register(self, definition: Definition) -> Type:
        """Register a declaration and return a reference to it; return types as is."""
        ...

    def build_merged(
        self,
        merged: MergedSchema,
        schema: Schema,
        words: tuple[str, ...],
        header: PendingHeader,
    ) -> Definition:
        """Return the definition of merged parts, ignoring their unions."""
        ...
