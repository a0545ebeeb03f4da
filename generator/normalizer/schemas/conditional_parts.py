"""Keywords of schemas by which some properties depend on others, and names of keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from ...openapi.conditions import (
    CONDITIONAL,
    find_condition,
    list_conditional_schemas,
    list_dependent_names,
)
from ...openapi.schema import Schema

NamedSchema: TypeAlias = tuple[Schema, tuple[str, ...]]
"""A schema, and the name parts of the schema that contains it."""

CONDITIONAL_KEYWORDS = CONDITIONAL | {"propertyNames", "dependentRequired"}
"""Keywords that most schemas do not have."""


@dataclass(slots=True)
class ConditionalParts:
    """The conditional keywords of schemas that apply together.

    Args:
        schemas: Schemas that apply to some values, such as `then`, by key.
        conditions: Schemas of `if`, by key.
        names: Schemas of `propertyNames`, by key.
        dependents: Properties that a property requires, by its name.
    """

    schemas: dict[object, NamedSchema] = field(default_factory=dict)
    conditions: dict[object, NamedSchema] = field(default_factory=dict)
    names: dict[object, NamedSchema] = field(default_factory=dict)
    dependents: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add_part(self, part: Schema, words: tuple[str, ...]) -> None:
        """Add the keywords of one schema."""
        for schema in list_conditional_schemas(part):
            self.schemas.setdefault(schema.key, (schema, words))
        condition = find_condition(part)
        if condition is not None:
            self.conditions.setdefault(condition.key, (condition, words))
        names = part.find("propertyNames", Schema)
        if names is not None:
            self.names.setdefault(names.key, (names, (*words, "key")))
        self._add_dependents(list_dependent_names(part))

    def add(self, other: ConditionalParts) -> None:
        """Add the keywords of further schemas."""
        for key, named in other.schemas.items():
            self.schemas.setdefault(key, named)
        for key, named in other.conditions.items():
            self.conditions.setdefault(key, named)
        for key, named in other.names.items():
            self.names.setdefault(key, named)
        self._add_dependents(other.dependents)

    def _add_dependents(self, dependents: dict[str, tuple[str, ...]]) -> None:
        for name, names in dependents.items():
            known = self.dependents.get(name, ())
            self.dependents[name] = tuple(dict.fromkeys((*known, *names)))
