"""Types of references."""

from __future__ import annotations

from ...model.types import (
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Key,
    Nullable,
    Scalar,
    ScalarKind,
    Type,
    Union,
)
from ...openapi.document import BrokenReference
from ...openapi.node import Referable
from ...openapi.schema import ANNOTATIONS, Schema
from ..rules import RECURSIVE_REFERENCE, UNRESOLVED_REFERENCE
from .headers import pending
from .inheritance import Family
from .nulls import is_null
from .protocol import Reader
from .type_ops import has_several_types, inherits_types
from .unions import Alternatives, build_union

_FAMILY = "~family"
"""Suffix of the key of a family's union."""


class References:
    """Builds the types of references.

    A reference to the head of a family (a schema with a discriminator that other schemas
    extend by `allOf`) becomes a reference to the union of the family.

    Args:
        reader: Declares the targets.
        families: The families, by the key of the head.
    """

    def __init__(self, reader: Reader, families: dict[object, Family]) -> None:
        self._reader = reader
        self._families = families

    def build_type(self, schema: Schema, reference: str) -> Type | None:
        """Return the type of a `$ref`, or `None` if sibling keywords constrain it."""
        siblings = schema.value.keys() - ANNOTATIONS - {"$ref", "type"}
        if any(not keyword.startswith("x-") for keyword in siblings):
            return None
        document = self._reader.context.document
        if has_several_types(schema):
            return None
        target = document.target(schema, reference)
        if isinstance(target, BrokenReference):
            return self.report(schema, target)
        final = document.resolve(target)
        if isinstance(final, BrokenReference):
            return self.report(target, final)
        if inherits_types(schema, final, document) and final.enum is not None:
            return None
        key = self._declare_family(target) or self._reader.declare(target)
        if is_null(final):
            return Scalar(ScalarKind.NULL)
        type_ = DeclarationRef(key)
        if self._reader.nulls.accepts(target):
            return Nullable(type_)
        return Nullable(type_) if schema.nullable else type_

    def extends(self, schema: Schema, part: Schema) -> bool:
        """Return whether `schema` belongs to the family that the target of `part` heads.

        In such a schema, `part` is the base object rather than the union of the family.
        """
        target = self._reader.context.document.resolve(part)
        if isinstance(target, BrokenReference):
            return False
        family = self._families.get(target.key)
        return family is not None and any(
            child.key == schema.key for child in family.children
        )

    def report(self, schema: Referable, broken: BrokenReference) -> Type:
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

    def list_unused_families(self) -> list[Union]:
        """Return the unions of the families to which no schema refers.

        Other schemas may refer to the members of such a family.
        """
        reader = self._reader
        unions: list[Union] = []
        for family in self._families.values():
            head = reader.names.canonical(family.head)
            if reader.key(head) + _FAMILY not in reader.declarations:
                definition = self._build_family(head, family.children)
                if isinstance(definition, Union):
                    unions.append(definition)
        return unions

    def list_bases(self) -> dict[Key, Key]:
        """Return the key of the nearest head for the key of each schema of a family."""
        reader = self._reader
        bases: dict[Key, Key] = {}
        # Each head that extends another one has a smaller family than the other.
        for head, children in sorted(
            self._families.values(), key=lambda family: len(family.children)
        ):
            for child in children:
                key = reader.key(reader.names.canonical(child))
                bases.setdefault(key, reader.key(reader.names.canonical(head)))
        return bases

    def _declare_family(self, head: Schema) -> Key | None:
        """Declare the union of a schema and the schemas that extend it, if there are any.

        Returns:
            The key of the union, or `None` if no schema extends `head`.
        """
        reader = self._reader
        head = reader.names.canonical(head)
        family = self._families.get(head.key)
        if family is None:
            return None
        key = reader.key(head) + _FAMILY
        if reader.reserve(key):
            reader.declarations[key] = self._build_family(head, family.children)
        return key

    def _build_family(self, head: Schema, children: list[Schema]) -> Declaration:
        reader = self._reader
        words = (*reader.names.words(head), "variant")
        header = reader.build_header(head, words, _FAMILY)
        reader.declare(head)
        alternatives = Alternatives(
            [*children, head], head.discriminator, head, head=head
        )
        definition = build_union(reader, alternatives, words, pending(header))
        if isinstance(definition, Declaration):
            return definition
        return Alias(header, definition)
