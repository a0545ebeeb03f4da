"""The combined keywords of schemas that apply together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model.presence import PresenceRule
from ...openapi.schema import Schema
from .conditional_parts import CONDITIONAL_KEYWORDS, ConditionalParts, NamedSchema
from .enums import intersect_enums
from .presence import PRESENCE_KEYWORDS, list_presence_rules

__all__ = ["MergedSchema", "NamedSchema", "PartialMerge"]

_UNIONS = frozenset({"anyOf", "oneOf"})

_Kind = tuple[tuple[str, ...], bool]
"""The JSON types of a part, and whether it has `nullable: true`."""


@dataclass(slots=True)
class MergedSchema:
    """The parts of a schema, merged into one.

    Args:
        properties: The schemas of each property, by name.
        required: The names of required properties, each with the part that requires it.
        extra: Schema of additional properties; the last one that declares a type, if any.
        extras: All schemas of additional properties that declare a type.
        patterns: Schemas of `patternProperties`.
        unions: Members of each `anyOf` and `oneOf`, with the part that contains it.
        values: The last part with an enum, items, a format or types, if there is one.
        values_words: Name parts of the schema that contains `values`.
        enums: The parts with an enumeration.
        items: Schemas of the items of an array.
        types: JSON types that all parts accept; empty if no part has `type`.
        nullable: Whether all parts with types accept null.
        conditional: For each property that schemas such as `then` declare, the schemas
            that each of them applies to it.
        tested: Enumerations of properties that only conditions (`if`) mention.
        names: Schemas of `propertyNames`.
        dependents: Properties that a property requires, by its name.
        presence: Rules about properties that are present together.
    """

    properties: dict[str, tuple[NamedSchema, ...]] = field(default_factory=dict)
    required: dict[str, Schema] = field(default_factory=dict)
    extra: NamedSchema | None = None
    extras: list[NamedSchema] = field(default_factory=list)
    patterns: list[NamedSchema] = field(default_factory=list)
    unions: list[tuple[Schema, Sequence[Schema]]] = field(default_factory=list)
    values: Schema | None = None
    values_words: tuple[str, ...] = ()
    enums: list[NamedSchema] = field(default_factory=list)
    items: list[NamedSchema] = field(default_factory=list)
    types: tuple[str, ...] = ()
    nullable: bool = False
    conditional: dict[str, list[tuple[NamedSchema, ...]]] = field(default_factory=dict)
    tested: dict[str, list[NamedSchema]] = field(default_factory=dict)
    names: list[NamedSchema] = field(default_factory=list)
    dependents: dict[str, tuple[str, ...]] = field(default_factory=dict)
    presence: tuple[PresenceRule, ...] = ()

    @property
    def enum(self) -> list[object] | None:
        """The values that all enumerations contain; `None` if there is none."""
        lists = [part.list_enum(self.types) for part, _ in self.enums]
        values = [item for item in lists if item is not None]
        return intersect_enums(values) if values else None


@dataclass(slots=True)
class PartialMerge:
    """An incomplete merge, to which parts can be added.

    Adding one partial merge to another has the same result as adding its parts one by
    one. Therefore a base is merged once, regardless of how many schemas extend it and
    through how many paths they reach it.

    Args:
        properties: As in `MergedSchema`.
        required: As in `MergedSchema`.
        extra: As in `MergedSchema`.
        extras: As in `MergedSchema`, by the key of the schema.
        patterns: As in `MergedSchema`, by the key of the schema.
        unions: As in `MergedSchema`, by the key of the part and the keyword.
        enums: As in `MergedSchema`, by the key of the part.
        items: As in `MergedSchema`, by the key of the schema.
        values: As `values` and `values_words` in `MergedSchema`.
        specific: Whether `values` has an enum, items or a format, not only types.
        kinds: The first and the last part of each kind, in order.
        conditional: Keywords by which some properties depend on others, if there are any.
        presence: As in `MergedSchema`, in order.
    """

    properties: dict[str, tuple[NamedSchema, ...]] = field(default_factory=dict)
    required: dict[str, Schema] = field(default_factory=dict)
    extra: NamedSchema | None = None
    extras: dict[object, NamedSchema] = field(default_factory=dict)
    patterns: dict[object, NamedSchema] = field(default_factory=dict)
    unions: dict[object, tuple[Schema, Sequence[Schema]]] = field(default_factory=dict)
    enums: dict[object, NamedSchema] = field(default_factory=dict)
    items: dict[object, NamedSchema] = field(default_factory=dict)
    values: NamedSchema | None = None
    specific: bool = False
    kinds: list[tuple[_Kind, Schema]] = field(default_factory=list)
    conditional: ConditionalParts | None = None
    presence: dict[PresenceRule, None] = field(default_factory=dict)

    def add_part(self, part: Schema, words: tuple[str, ...]) -> None:
        """Add one schema, ignoring its `allOf` and its `$ref`."""
        for name, schema in part.properties.items():
            self._add_property(name, (schema, (*words, name)))
        for name in part.required:
            self.required.setdefault(name, part)
        extra = part.additional_properties
        if extra is not None:
            self._add_extra((extra, words))
        for schema in part.pattern_properties.values():
            self.patterns.setdefault(schema.key, (schema, words))
        for keyword in filter(_UNIONS.__contains__, part.value):
            if members := part.any_of if keyword == "anyOf" else part.one_of:
                self.unions.setdefault((part.key, keyword), (part, members))
        types, nullable = part.types, part.nullable
        if types or nullable:
            self._add_kind(((types, nullable), part))
        specific = self._add_items(part, words) or bool(part.format)
        if part.enum is not None:
            self.enums.setdefault(part.key, (part, words))
            specific = True
        if specific or types:
            self._add_values((part, words), specific)
        self._add_rules(part, words)

    def _add_items(self, part: Schema, words: tuple[str, ...]) -> bool:
        """Add the schema of the items of an array; return whether there are any."""
        items, positions = part.items, part.prefix_items
        if items is not None and not positions:
            self.items.setdefault(items.key, (items, (*words, "item")))
        return items is not None or bool(positions)

    def _add_rules(self, part: Schema, words: tuple[str, ...]) -> None:
        """Add the keywords by which some properties depend on others."""
        if not CONDITIONAL_KEYWORDS.isdisjoint(part.value):
            self._get_conditional().add_part(part, words)
        if not PRESENCE_KEYWORDS.isdisjoint(part.value):
            self.presence.update(dict.fromkeys(list_presence_rules(part)))

    def add(self, other: PartialMerge) -> None:
        """Add all parts of another partial merge."""
        for name, schemas in other.properties.items():
            for schema in schemas:
                self._add_property(name, schema)
        for name, part in other.required.items():
            self.required.setdefault(name, part)
        for extra in other.extras.values():
            self._add_extra(extra)
        if other.extra is not None:
            self._add_extra(other.extra)
        for key, pattern in other.patterns.items():
            self.patterns.setdefault(key, pattern)
        for key, union in other.unions.items():
            self.unions.setdefault(key, union)
        for key, enum in other.enums.items():
            self.enums.setdefault(key, enum)
        for key, items in other.items.items():
            self.items.setdefault(key, items)
        for kind in other.kinds:
            self._add_kind(kind)
        if other.values is not None:
            self._add_values(other.values, other.specific)
        self._add_conditional(other.conditional)
        self.presence.update(other.presence)

    def _add_conditional(self, parts: ConditionalParts | None) -> None:
        if parts is not None:
            self._get_conditional().add(parts)

    def _get_conditional(self) -> ConditionalParts:
        if self.conditional is None:
            self.conditional = ConditionalParts()
        return self.conditional

    def _add_property(self, name: str, property_: NamedSchema) -> None:
        known = self.properties.get(name)
        if known is None:
            self.properties[name] = (property_,)
        elif all(item[0].key != property_[0].key for item in known):
            self.properties[name] = (*known, property_)

    def _add_extra(self, extra: NamedSchema) -> None:
        """Add a schema of undeclared properties; `true`, `{}` and `false` yield to types."""
        value = extra[0].value
        has_type = bool(value) and value is not True
        if has_type:
            self.extras.setdefault(extra[0].key, extra)
        if has_type or self.extra is None or self.extra[0].value is False:
            self.extra = extra

    def _add_values(self, values: NamedSchema, specific: bool) -> None:
        if specific or self.values is None:
            self.values = values
        self.specific = self.specific or specific

    def _add_kind(self, kind: tuple[_Kind, Schema]) -> None:
        # A kind that equals the previous one has no effect. Of several equal kinds, only
        # the first and the last affect the result; dropping the others keeps nested
        # bases from multiplying the list.
        if self.kinds and self.kinds[-1][0] == kind[0]:
            return
        equal = [index for index, item in enumerate(self.kinds) if item[0] == kind[0]]
        if len(equal) > 1:
            del self.kinds[equal[-1]]
        self.kinds.append(kind)
