"""Types of references."""

from __future__ import annotations

from typing import Protocol

from ...model.types import (
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Key,
    Nullable,
    Type,
)
from ...openapi.document import BrokenReference
from ...openapi.schema import ANNOTATIONS, Schema
from ..rules import RECURSIVE_REFERENCE, UNRESOLVED_REFERENCE
from .protocol import Reader
from .type_ops import accepts_null
from .unions import Alternatives, build_union


class _ReservingReader(Reader, Protocol):
    """A reader whose keys can be reserved."""

    def reserve(self, key: Key) -> bool:
        """Mark a key as declared; return `False` if it already is."""
        ...


class References:
    """Builds the types of references.

    A reference to the head of a family (a schema with a discriminator that other schemas
    extend by `allOf`) becomes a reference to the union of the family.

    Args:
        reader: Declares the targets.
        families: Schemas that extend each head, by the key of the head.
    """

    def __init__(
        self, reader: _ReservingReader, families: dict[object, list[Schema]]
    ) -> None:
        self._reader = reader
        self._families = families

    def build_type(self, schema: Schema, reference: str) -> Type | None:
        """Return the type of a `$ref`, or `None` if sibling keywords constrain it."""
        siblings = schema.value.keys() - ANNOTATIONS - {"$ref", "type"}
        if any(not keyword.startswith("x-") for keyword in siblings):
            return None
        document = self._reader.context.document
        target = document.target(schema, reference)
        if isinstance(target, BrokenReference):
            return self.report(schema, target)
        if target.reference is not None:
            final = document.resolve(target)
            if isinstance(final, BrokenReference):
                return self.report(target, final)
        else:
            final = target
        key = self._declare_family(target) or self._reader.declare(target)
        type_ = DeclarationRef(key)
        if isinstance(final.value, dict) and accepts_null(final.value):
            return Nullable(type_)
        return Nullable(type_) if schema.nullable else type_

    def extends(self, schema: Schema, part: Schema) -> bool:
        """Return whether `schema` belongs to the family that the target of `part` heads.

        In such a schema, `part` is the base object rather than the union of the family.
        """
        target = self._reader.context.document.resolve(part)
        if isinstance(target, BrokenReference):
            return False
        children = self._families.get(target.key, ())
        return any(child.key == schema.key for child in children)

    def report(self, schema: Schema, broken: BrokenReference) -> Type:
        """Report a broken reference and return its replacement, any JSON value."""
        self._reader.context.diagnostics.add(
            RECURSIVE_REFERENCE if broken.circular else UNRESOLVED_REFERENCE,
            broken.reason,
            schema.location,
            hint=(
                "" if broken.circular else "declare the target or correct the reference"
            ),
        )
        return Anything(degraded=True)

    def _declare_family(self, head: Schema) -> Key | None:
        """Declare the union of a schema and the schemas that extend it, if there are any.

        Returns:
            The key of the union, or `None` if no schema extends `head`.
        """
        reader = self._reader
        head = reader.names.canonical(head)
        children = self._families.get(head.key)
        if not children:
            return None
        key = reader.key(head) + "~family"
        if reader.reserve(key):
            words = (*reader.names.words(head), "variant")
            header = reader.build_header(head, words, "~family")
            reader.declare(head)
            alternatives = Alternatives(
                [*children, head], head.discriminator, head, declare=True
            )
            definition = build_union(reader, alternatives, words, header)
            if not isinstance(definition, Declaration):
                definition = Alias(header, definition)
            reader.declarations[key] = definition
        return key
