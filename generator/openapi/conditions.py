"""Schemas that apply to some values of a schema (JSON Schema 2020-12, section 10.2.2).

`dependencies` is the keyword of draft 7 for `dependentSchemas` and `dependentRequired`.
"""

from __future__ import annotations

from .schema import Schema

CONDITIONAL = frozenset({"if", "dependentSchemas", "dependencies"})
"""Keywords that make schemas conditional; `then` and `else` need `if`."""


def list_conditional_schemas(schema: Schema) -> list[Schema]:
    """Return the schemas of `then`, `else`, `dependentSchemas` and `dependencies`."""
    value = schema.value
    if not isinstance(value, dict) or CONDITIONAL.isdisjoint(value):
        return []
    keywords = ("then", "else") if "if" in value else ()
    return [
        *(item for keyword in keywords if (item := schema.find(keyword, Schema))),
        *(item for _, item in list_dependent_schemas(schema)),
    ]


def list_dependent_schemas(schema: Schema) -> list[tuple[str, Schema]]:
    """Return the schemas that apply if a property is present, by the property."""
    return [
        (name, item)
        for keyword in ("dependentSchemas", "dependencies")
        for name, item in schema.mapping(keyword, Schema).items()
        if isinstance(item.value, dict | bool)
    ]


def find_condition(schema: Schema) -> Schema | None:
    """Return the schema of `if`, if it is an object."""
    return schema.find("if", Schema)


def list_dependent_names(schema: Schema) -> dict[str, tuple[str, ...]]:
    """Return the properties that a property requires, by the property."""
    value = schema.value
    if not isinstance(value, dict):
        return {}
    names: dict[str, tuple[str, ...]] = {}
    for keyword in ("dependentRequired", "dependencies"):
        members = value.get(keyword)
        for name, required in members.items() if isinstance(members, dict) else ():
            if isinstance(required, list):
                items = (item for item in required if isinstance(item, str))
                names[name] = (*names.get(name, ()), *items)
    return names
