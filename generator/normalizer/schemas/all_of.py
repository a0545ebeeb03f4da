"""`allOf`: schemas that hold together, as one.

The parts of a schema are itself and, behind references, everything in its `allOf`. They
are put together property by property: a later part has the last word on a property,
unless it says nothing about its value; what any part requires is required.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...diagnostics import Diagnostics, Rule, Severity
from .names import SchemaNames
from ..rules import RECURSIVE_REFERENCE, UNRESOLVED_REFERENCE
from ...openapi.document import BrokenReference, Document
from ...openapi.schema import Schema

CONFLICTING_ALL_OF = Rule(
    "conflicting-all-of",
    Severity.WARNING,
    "The schemas of an `allOf` ask for values of different types, so that none can "
    "match. The type that is named last is generated.",
)


_Kind = tuple[tuple[str, ...], bool]
"""The JSON types of a part, and whether it says `nullable`."""


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


@dataclass(slots=True)
class _Sum:
    """Parts put together, to which more can be added: `Merged` before its end.

    A sum can be added to another, with the same result as adding its parts one by one.
    So a base is put together once, however many schemas build on it, and by however many
    paths they reach it.

    Args:
        properties, required, extra: as those of `Merged`.
        patterns, unions: as those of `Merged`, by their place.
        values: as that of `Merged`, with its words.
        decisive: whether the values name values, items or a format, and not only types.
        kinds: the first and the last part of each kind that parts have, in order.
    """

    properties: dict[str, tuple[Schema, tuple[str, ...]]] = field(default_factory=dict)
    required: dict[str, Schema] = field(default_factory=dict)
    extra: tuple[Schema, tuple[str, ...]] | None = None
    patterns: dict[object, tuple[Schema, tuple[str, ...]]] = field(default_factory=dict)
    unions: dict[object, tuple[Schema, list[Schema]]] = field(default_factory=dict)
    values: tuple[Schema, tuple[str, ...]] | None = None
    decisive: bool = False
    kinds: list[tuple[_Kind, Schema]] = field(default_factory=list)

    def add_part(self, part: Schema, words: tuple[str, ...]) -> None:
        """Add one schema, without its `allOf` and its reference."""
        for name, schema in part.properties.items():
            self._add_property(name, (schema, words))
        for name in part.required:
            self.required.setdefault(name, part)
        extra = part.additional_properties
        if extra is not None:
            self._add_extra((extra, words))
        for schema in part.pattern_properties.values():
            self.patterns.setdefault(schema.key, (schema, words))
        for place, alternatives in enumerate((part.any_of, part.one_of)):
            if alternatives:
                self.unions.setdefault((part.key, place), (part, alternatives))
        types = part.types
        if types or part.nullable:
            self._add_kind(((types, part.nullable), part))
        decisive = part.enum is not None or part.items is not None or bool(part.format)
        if decisive or types:
            self._add_values((part, words), decisive)

    def add(self, other: _Sum) -> None:
        """Add all parts of another sum."""
        for name, property_ in other.properties.items():
            self._add_property(name, property_)
        for name, part in other.required.items():
            self.required.setdefault(name, part)
        if other.extra is not None:
            self._add_extra(other.extra)
        for key, pattern in other.patterns.items():
            self.patterns.setdefault(key, pattern)
        for key, union in other.unions.items():
            self.unions.setdefault(key, union)
        for kind in other.kinds:
            self._add_kind(kind)
        if other.values is not None:
            self._add_values(other.values, other.decisive)

    def _add_property(
        self, name: str, property_: tuple[Schema, tuple[str, ...]]
    ) -> None:
        if name not in self.properties or not property_[0].is_annotated_only:
            self.properties[name] = property_

    def _add_extra(self, extra: tuple[Schema, tuple[str, ...]]) -> None:
        if not (extra[0].value is False and self.extra):
            self.extra = extra

    def _add_values(
        self, values: tuple[Schema, tuple[str, ...]], decisive: bool
    ) -> None:
        if decisive or self.values is None:
            self.values = values
        self.decisive = self.decisive or decisive

    def _add_kind(self, kind: tuple[_Kind, Schema]) -> None:
        # What is equal to the kind before it changes nothing. Of many that are equal, the
        # first and the last decide, so that layers of parts do not multiply them.
        if self.kinds and self.kinds[-1][0] == kind[0]:
            return
        same = [place for place, each in enumerate(self.kinds) if each[0] == kind[0]]
        if len(same) > 1:
            del self.kinds[same[-1]]
        self.kinds.append(kind)


class _Circular(Exception):
    """A schema is part of itself."""


class Merger:
    """Puts the parts of schemas together."""

    def __init__(
        self, document: Document, names: SchemaNames, diagnostics: Diagnostics
    ) -> None:
        self._document = document
        self._names = names
        self._diagnostics = diagnostics
        self._sums: dict[object, _Sum] = {}
        self._alone: dict[object, _Sum] = {}

    def merge(self, schema: Schema, words: tuple[str, ...], *more: Schema) -> Merged:
        """The schema, with all that its `allOf` adds, and `more` schemas, as one."""
        whole = _Sum()
        for each in (schema, *more):
            whole.add(self._sum(each, words))
        merged = Merged(
            whole.properties,
            whole.required,
            whole.extra,
            list(whole.patterns.values()),
            list(whole.unions.values()),
        )
        if whole.values is not None:
            merged.values, merged.values_words = whole.values
        for (types, nullable), part in whole.kinds:
            self._add_types(merged, types, nullable, part)
        return merged

    def _sum(self, schema: Schema, words: tuple[str, ...]) -> _Sum:
        """All parts of a schema; not to be changed."""
        try:
            return self._added(schema, words, set())
        except _Circular:
            whole = _Sum()
            for part, owner in self._parts(schema, words):
                whole.add(self._own(part, owner))
            return whole

    def _own(self, part: Schema, words: tuple[str, ...]) -> _Sum:
        """A part of a circle alone, which all schemas of the circle have."""
        known = self._alone.get((part.key, words))
        if known is None:
            known = self._alone[part.key, words] = _Sum()
            known.add_part(part, words)
        return known

    def _added(
        self, schema: Schema, words: tuple[str, ...], trail: set[object]
    ) -> _Sum:
        """All parts of a schema: its bases first, each put together once.

        Raises:
            _Circular: it is part of itself.
        """
        key = schema.key
        named = words == (self._names.declared(schema),)
        if named and (known := self._sums.get(key)) is not None:
            return known
        if key in trail:
            raise _Circular
        trail.add(key)
        whole = _Sum()
        for part, owner in self._bases(schema, words):
            whole.add(self._added(part, owner, trail))
        if isinstance(schema.value, dict):
            whole.add_part(schema, words)
        trail.discard(key)
        if named:
            self._sums[key] = whole
        return whole

    def _bases(
        self, schema: Schema, words: tuple[str, ...]
    ) -> list[tuple[Schema, tuple[str, ...]]]:
        """What a schema refers to, and the schemas of its `allOf`, with their words."""
        found: list[tuple[Schema, tuple[str, ...]]] = []
        if (reference := schema.reference) is not None:
            target = self._document.target(schema, reference)
            if isinstance(target, BrokenReference):
                self._diagnostics.add(
                    UNRESOLVED_REFERENCE, target.reason, schema.location
                )
            else:
                name = self._names.declared(target)
                found.append((target, (name,) if name else words))
        found += [(part, words) for part in schema.all_of]
        return found

    def _parts(
        self, schema: Schema, words: tuple[str, ...]
    ) -> list[tuple[Schema, tuple[str, ...]]]:
        """The schemas that hold together, bases first, each once; circles are cut."""
        found: list[tuple[Schema, tuple[str, ...]]] = []
        seen: set[object] = set()
        trail: set[object] = set()
        waiting: list[tuple[Schema, tuple[str, ...], bool]] = [(schema, words, False)]
        while waiting:
            part, owner, done = waiting.pop()
            if done:
                trail.discard(part.key)
                if isinstance(part.value, dict):
                    found.append((part, owner))
            elif part.key in trail:
                self._diagnostics.add(
                    RECURSIVE_REFERENCE,
                    "this schema is part of itself by way of allOf",
                    part.location,
                )
            elif part.key not in seen:
                seen.add(part.key)
                trail.add(part.key)
                waiting.append((part, owner, True))
                bases = reversed(self._bases(part, owner))
                waiting += [(base, name, False) for base, name in bases]
        return found

    def _add_types(
        self, merged: Merged, types: tuple[str, ...], nullable: bool, part: Schema
    ) -> None:
        if not types:
            merged.nullable = merged.nullable or nullable
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
