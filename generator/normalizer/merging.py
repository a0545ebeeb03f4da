"""`allOf`: schemas that hold together, as one.

The parts of a schema are itself and, behind references, everything in its `allOf`. They
are put together property by property: a later part has the last word on a property,
unless it says nothing about its value; what any part requires is required.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.diagnostics import Diagnostics, Rule, Severity
from generator.normalizer.naming import SchemaNames
from generator.normalizer.rules import RECURSIVE_REFERENCE, UNRESOLVED_REFERENCE
from generator.openapi.document import BrokenReference, Document
from generator.openapi.schema import Schema

CONFLICTING_ALL_OF = Rule(
    "conflicting-all-of",
    Severity.WARNING,
    "The schemas of an `allOf` ask for values of different types, so that none can "
    "match. The type that is named last is generated.",
)


@dataclass(slots=True)
class Merged:
    """The parts of a schema as one.

    Args:
        properties: by name, each with the words of the schema that it stands in.
        required: the names that any part requires.
        extra: the schema of undeclared properties, with its words.
        patterns: the schemas of names that match a pattern, with their words.
        unions: the alternatives of each `anyOf` and `oneOf` among the parts.
        values: the last part that names values, types or items, if any does.
        values_words: the words of the schema that it stands in.
        types: the JSON types that are allowed; empty when no part names any.
        nullable: whether all parts that speak of it allow null.
    """

    properties: dict[str, tuple[Schema, tuple[str, ...]]] = field(default_factory=dict)
    required: dict[str, Schema] = field(default_factory=dict)
    extra: tuple[Schema, tuple[str, ...]] | None = None
    patterns: list[tuple[Schema, tuple[str, ...]]] = field(default_factory=list)
    unions: list[tuple[Schema, list[Schema]]] = field(default_factory=list)
    values: Schema | None = None
    values_words: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    nullable: bool = False


class Merger:
    """Puts the parts of schemas together."""

    def __init__(
        self, document: Document, names: SchemaNames, diagnostics: Diagnostics
    ) -> None:
        self._document = document
        self._names = names
        self._diagnostics = diagnostics

    def merge(self, schema: Schema, words: tuple[str, ...], *more: Schema) -> Merged:
        """The schema, with all that its `allOf` adds, and `more` schemas, as one."""
        merged = Merged()
        for part, owner in self.parts(schema, words):
            self._add(merged, part, owner)
        for other in more:
            for part, owner in self.parts(other, words):
                self._add(merged, part, owner)
        return merged

    def parts(
        self, schema: Schema, words: tuple[str, ...]
    ) -> list[tuple[Schema, tuple[str, ...]]]:
        """The schemas that hold together, references followed, bases first."""
        found: list[tuple[Schema, tuple[str, ...]]] = []
        self._collect(schema, words, found, [])
        return found

    def _collect(
        self,
        schema: Schema,
        words: tuple[str, ...],
        found: list[tuple[Schema, tuple[str, ...]]],
        trail: list[object],
    ) -> None:
        if schema.key in trail:
            self._diagnostics.add(
                RECURSIVE_REFERENCE,
                "this schema is part of itself by way of allOf",
                schema.location,
            )
            return
        trail.append(schema.key)
        if (reference := schema.reference) is not None:
            target = self._document.target(schema, reference)
            if isinstance(target, BrokenReference):
                self._diagnostics.add(
                    UNRESOLVED_REFERENCE, target.reason, schema.location
                )
            else:
                name = self._names.declared(target)
                self._collect(target, (name,) if name else words, found, trail)
        for part in schema.all_of:
            self._collect(part, words, found, trail)
        if isinstance(schema.value, dict):
            found.append((schema, words))
        trail.pop()

    def _add(self, merged: Merged, part: Schema, words: tuple[str, ...]) -> None:
        for name, schema in part.properties.items():
            known = merged.properties.get(name)
            if known is None or not schema.is_annotated_only:
                merged.properties[name] = (schema, words)
        for name in part.required:
            merged.required.setdefault(name, part)
        extra = part.additional_properties
        if extra is not None and not (extra.value is False and merged.extra):
            merged.extra = (extra, words)
        merged.patterns += [
            (schema, words) for schema in part.pattern_properties.values()
        ]
        for alternatives in (part.any_of, part.one_of):
            if alternatives:
                merged.unions.append((part, alternatives))
        self._add_types(merged, part)
        if part.enum is not None or part.items is not None or part.format:
            merged.values, merged.values_words = part, words
        elif merged.values is None and part.types:
            merged.values, merged.values_words = part, words

    def _add_types(self, merged: Merged, part: Schema) -> None:
        types = part.types
        if not types:
            merged.nullable = merged.nullable or part.nullable
            return
        if "null" in types:
            merged.nullable = merged.nullable or not merged.types
            types = tuple(item for item in types if item != "null")
        elif merged.types:
            merged.nullable = False
        both = tuple(item for item in types if item in merged.types)
        if merged.types and types and not both:
            if {*merged.types, *types} == {"integer", "number"}:
                both = ("integer",)
            else:
                self._diagnostics.add(
                    CONFLICTING_ALL_OF,
                    f"one part asks for {' or '.join(merged.types)}, another for "
                    f"{' or '.join(types)}",
                    part.location,
                )
        merged.types = both or types or merged.types
