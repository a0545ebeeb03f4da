"""Merging of `allOf`.

The parts of a schema are the schema itself, the targets of its references, and all
schemas in its `allOf`. They are merged property by property: all schemas of a
property apply to it (see `repeated`). A property is required if any part requires it.
"""

from __future__ import annotations

from ...diagnostics import Rule, Severity
from ...openapi.document import BrokenReference
from ...openapi.schema import Schema
from ..context import Context
from ..rules import RECURSIVE_REFERENCE, UNRESOLVED_REFERENCE
from .conditional import add_conditional_properties
from .conditional_parts import ConditionalParts
from .merged import MergedSchema, NamedSchema, PartialMerge
from .names import SchemaNames

CONFLICTING_ALL_OF = Rule(
    "conflicting-all-of",
    Severity.WARNING,
    "The schemas of an `allOf` require values of different types, so no value is valid. "
    "The type of the last schema is generated.",
    hint="correct the type in one of the schemas",
)


class _CircularError(Exception):
    """Raised if a schema is part of itself."""


class Merger:
    """Merges the parts of schemas.

    Args:
        context: The document and its diagnostics.
        names: Names of the schemas.
    """

    def __init__(self, context: Context, names: SchemaNames) -> None:
        self._context = context
        self._names = names
        self._declared: dict[object, PartialMerge] = {}
        self._single: dict[object, PartialMerge] = {}

    def merge(
        self, schema: Schema, words: tuple[str, ...], *others: Schema
    ) -> MergedSchema:
        """Merge a schema and other schemas, each with its `allOf`, into one.

        Args:
            schema: The first schema.
            words: Parts of its name.
            others: Schemas that apply as well.
        """
        total = self._merge_parts(schema, words)
        if others:
            parts = total, *(self._merge_parts(item, words) for item in others)
            total = PartialMerge()
            for each in parts:
                total.add(each)
        merged = MergedSchema(
            total.properties,
            total.required,
            total.extra,
            list(total.extras.values()),
            list(total.patterns.values()),
            list(total.unions.values()),
        )
        merged.enums = list(total.enums.values())
        merged.items = list(total.items.values())
        merged.presence = tuple(total.presence)
        if total.values is not None:
            merged.values, merged.values_words = total.values
        for (types, nullable), part in total.kinds:
            self._intersect_types(merged, types, nullable, part)
        if total.conditional is not None:
            self._add_conditional(merged, total.conditional)
        return merged

    def _add_conditional(self, merged: MergedSchema, parts: ConditionalParts) -> None:
        merged.names = list(parts.names.values())
        merged.dependents = parts.dependents
        schemas, conditions = parts.schemas.values(), parts.conditions.values()
        add_conditional_properties(merged, self._merge_parts, schemas, conditions)

    def add_optional(self, merged: MergedSchema, schemas: list[NamedSchema]) -> None:
        """Add the properties of schemas that apply to some values only."""
        add_conditional_properties(merged, self._merge_parts, schemas, ())

    def _merge_parts(self, schema: Schema, words: tuple[str, ...]) -> PartialMerge:
        """Merge all parts of a schema. The result is shared and must not be modified."""
        try:
            return self._merge_bases(schema, words, set())
        except _CircularError:
            merged = PartialMerge()
            for part, owner in self._list_parts(schema, words):
                merged.add(self._merge_single(part, owner))
            return merged

    def _merge_single(self, part: Schema, words: tuple[str, ...]) -> PartialMerge:
        """Return one part of a cycle by itself; all schemas of the cycle share it."""
        known = self._single.get((part.key, words))
        if known is None:
            known = self._single[part.key, words] = PartialMerge()
            known.add_part(part, words)
        return known

    def _merge_bases(
        self, schema: Schema, words: tuple[str, ...], trail: set[object]
    ) -> PartialMerge:
        """Merge the bases of a schema, then the schema; declared schemas are cached.

        Args:
            schema: The schema.
            words: Parts of its name.
            trail: Keys of the schemas that are being merged.

        Raises:
            _Circular: The schema is part of itself.
        """
        key = schema.key
        is_declared = words == (self._names.declared(schema),)
        if is_declared and (known := self._declared.get(key)) is not None:
            return known
        if key in trail:
            raise _CircularError
        trail.add(key)
        merged = PartialMerge()
        for part, owner in self._list_bases(schema, words):
            merged.add(self._merge_bases(part, owner, trail))
        if isinstance(schema.value, dict):
            merged.add_part(schema, words)
        trail.discard(key)
        if is_declared:
            self._declared[key] = merged
        return merged

    def _list_bases(self, schema: Schema, words: tuple[str, ...]) -> list[NamedSchema]:
        """Return the target of the schema's reference and the members of its `allOf`."""
        bases: list[NamedSchema] = []
        if (reference := schema.reference) is not None:
            target = self._context.document.target(schema, reference)
            if isinstance(target, BrokenReference):
                self._context.diagnostics.add(
                    UNRESOLVED_REFERENCE, target.reason, schema.location
                )
            else:
                name = self._names.declared(target)
                bases.append((target, (name,) if name else words))
        bases += [(part, words) for part in schema.all_of]
        return bases

    def _list_parts(self, schema: Schema, words: tuple[str, ...]) -> list[NamedSchema]:
        """Return the parts of a schema, bases first, each once; cycles are reported."""
        parts: list[NamedSchema] = []
        seen: set[object] = set()
        trail: set[object] = set()
        stack: list[tuple[Schema, tuple[str, ...], bool]] = [(schema, words, False)]
        while stack:
            part, owner, done = stack.pop()
            if done:
                trail.discard(part.key)
                if isinstance(part.value, dict):
                    parts.append((part, owner))
            elif part.key in trail:
                self._context.diagnostics.add(
                    RECURSIVE_REFERENCE,
                    "this schema includes itself through allOf",
                    part.location,
                )
            elif part.key not in seen:
                seen.add(part.key)
                trail.add(part.key)
                stack.append((part, owner, True))
                bases = reversed(self._list_bases(part, owner))
                stack += [(base, name, False) for base, name in bases]
        return parts

    def _intersect_types(
        self,
        merged: MergedSchema,
        types: tuple[str, ...],
        nullable: bool,
        part: Schema,
    ) -> None:
        """Restrict the types of a merged schema to those of one more part.

        Args:
            merged: Changed in place.
            types: JSON types of the part.
            nullable: Whether the part has `nullable: true`.
            part: Location of a reported conflict.
        """
        if not types:
            merged.nullable = merged.nullable or nullable
            return
        if "null" in types:
            merged.nullable = merged.nullable or not merged.types
            types = tuple(item for item in types if item != "null")
        elif merged.types:
            merged.nullable = False
        common = tuple(item for item in types if item in merged.types)
        if merged.types and types and not common:
            if {*merged.types, *types} == {"integer", "number"}:
                common = ("integer",)
            else:
                self._context.diagnostics.add(
                    CONFLICTING_ALL_OF,
                    f"one part requires type {' or '.join(merged.types)}, another "
                    f"requires {' or '.join(types)}",
                    part.location,
                )
        merged.types = common or types or merged.types
