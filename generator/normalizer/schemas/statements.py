"""Statements about constraints that no type expresses, for the reference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.types import Statement
from ...openapi.conditions import CONDITIONAL
from ...openapi.document import BrokenReference, Document
from ...openapi.exclusions import accepts_nothing, excluded_types, excluded_values
from ...openapi.schema import ANNOTATIONS, Schema
from .clauses import (
    describe,
    describe_condition,
    describe_dependencies,
    describe_negation,
    join,
    list_names,
    with_values,
)

_STATED = CONDITIONAL | {
    *("contains", "dependentRequired", "not", "propertyNames", "unevaluatedItems"),
}
"""Keywords of which statements are made."""

_PARTS = {"items": "each item: {}", "additionalProperties": "each value: {}"}
"""Keywords whose schemas have no section in the reference, unless they are objects."""
_CONTAINING = _STATED | {"allOf", "anyOf", "oneOf", "properties", *_PARTS}
"""Keywords by whose values a schema can have statements; most schemas have none."""

_SECTIONS = frozenset({"$ref", "allOf", "properties"})
_ASSERTIONS = ANNOTATIONS | {"required", "not"}
_MAX_STATEMENTS = 20
_MAX_DEPTH = 6
_MAX_PARTS = 100
"""Parts of a schema that are searched, so that the time does not grow with all others."""
_THAT = Statement("that")
_EACH = Statement("of which each")
_KEY = Statement("each key")


def has_statements(value: dict[str, Any]) -> bool:
    """Return whether statements can be made of a schema; few schemas have any."""
    if _CONTAINING.isdisjoint(value):
        return False
    if "allOf" in value or not _STATED.isdisjoint(value):
        return True
    for keyword in _PARTS:
        part = value.get(keyword)
        if type(part) is dict and not _STATED.isdisjoint(part):
            return True
    for keyword in ("anyOf", "oneOf"):
        members = value.get(keyword)
        if type(members) is list and all(
            type(item) is dict and item.keys() <= _ASSERTIONS for item in members
        ):
            return True
    return bool(list_absent(value))


def list_statements(schema: Schema, document: Document) -> tuple[Statement, ...]:
    """Return the constraints of a schema and of its `allOf` that types do not express."""
    statements: dict[Statement, None] = {}
    for part in _list_parts(schema, document, set(), 0):
        for statement in _state(part, document):
            statements.setdefault(statement)
    return tuple(statements)[:_MAX_STATEMENTS]


def _list_parts(
    schema: Schema, document: Document, seen: set[object], depth: int
) -> Iterator[Schema]:
    """Yield a schema and the parts of its `allOf`, if there are several."""
    if schema.key in seen or depth > _MAX_DEPTH or len(seen) > _MAX_PARTS:
        return
    seen.add(schema.key)
    parts = schema.all_of
    for part in parts:
        target = document.resolve(part)
        # The only part is a type that has its own section.
        if len(parts) > 1 or part.reference is None:
            if not isinstance(target, BrokenReference):
                yield from _list_parts(target, document, seen, depth + 1)
    if isinstance(schema.value, dict):
        yield schema


def _state(schema: Schema, document: Document) -> Iterator[Statement]:
    value = schema.value
    yield from (
        with_values("without {}", list_names([name])) for name in list_absent(value)
    )
    yield from _state_alternatives(schema)
    yield from _state_parts(schema, document)
    if _STATED.isdisjoint(value):
        return
    if "not" in value and not _is_expressed(schema):
        yield describe_negation(schema.at("not", Schema))
    yield from describe_condition(schema)
    # The reference has dependencies of declared properties beside the properties.
    yield from describe_dependencies(schema, schema.properties.keys())
    yield from _state_names(schema, document)
    yield from _state_items(schema)


def list_absent(value: dict[str, Any]) -> list[str]:
    """Return the properties whose schema accepts no value."""
    properties = value.get("properties")
    if not isinstance(properties, dict):
        return []
    return [
        name
        for name, item in properties.items()
        # Few properties have one of these.
        if (type(item) is not dict or "not" in item) and accepts_nothing(item)
    ]


def _state_parts(schema: Schema, document: Document) -> Iterator[Statement]:
    """Yield the statements about items and undeclared properties without a section."""
    for keyword, words in _PARTS.items():
        part = schema.find(keyword, Schema)
        if part is not None and _SECTIONS.isdisjoint(part.value):
            yield from (with_values(words, item) for item in _state(part, document))


def _is_expressed(schema: Schema) -> bool:
    """Return whether the type leaves out the values that `not` excludes."""
    types = excluded_types(schema.value)
    if types:
        declared = schema.value.get("type")
        is_typed = bool(declared) and bool(set(schema.types) - types)
        is_union = bool(schema.any_of or schema.one_of) and types == {"null"}
        return is_typed or is_union
    values = excluded_values(schema.value)
    return bool(values) and isinstance(schema.raw("enum"), list)


def _state_alternatives(schema: Schema) -> Iterator[Statement]:
    """Yield the alternatives of a union that only requires properties."""
    for members, words in (
        (schema.any_of, "{}"),
        (schema.one_of, "exactly one of these: {}"),
    ):
        if not all(map(_is_assertion, members)):
            continue
        clauses = [clause for item in members if (clause := describe(item)) is not None]
        if len(clauses) > 1:
            yield with_values(words, join(clauses, " or "))


def _is_assertion(schema: Schema) -> bool:
    return isinstance(schema.value, dict) and schema.value.keys() <= _ASSERTIONS


def _state_names(schema: Schema, document: Document) -> Iterator[Statement]:
    """Yield the constraint of keys, unless the type enumerates them."""
    names = schema.raw("propertyNames")
    if isinstance(names, dict):
        node = schema.at("propertyNames", Schema)
        target = document.resolve(node)
        is_enum = not isinstance(target, BrokenReference) and bool(target.enum)
        # Each key is a string.
        value = {key: item for key, item in names.items() if key != "type"}
        clause = describe(Schema(value, node.file, node.pointer), _KEY)
        if clause is not None and not (is_enum and not schema.has("properties")):
            yield clause
    elif names is False:
        yield Statement("without properties")


def _state_items(schema: Schema) -> Iterator[Statement]:
    if schema.has("contains"):
        least, most = schema.raw("minContains"), schema.raw("maxContains")
        count = _count(1 if least is None else least, most)
        that = _THAT if count.endswith("item") else _EACH
        clause = describe(schema.at("contains", Schema), that)
        if count:
            items = Statement(f"contains {count}")
            yield with_values("{} {}", items, clause) if clause else items
    others = schema.raw("unevaluatedItems")
    if others is False and not schema.has_all_items:
        yield Statement("without other items")
    elif isinstance(others, dict) and not schema.has_all_items:
        clause = describe(
            schema.at("unevaluatedItems", Schema), Statement("each other item")
        )
        if clause is not None:
            yield clause


def _count(least: object, most: object) -> str:
    """Return how many items match: "an item" or "2 to 3 items"; `""` for any number."""
    if not isinstance(least, int | float):
        least = 1
    if most is not None and isinstance(most, int | float):
        if least == most:
            return f"exactly {most:g} {'item' if most == 1 else 'items'}"
        return f"{least:g} to {most:g} items"
    if least == 1:
        return "an item"
    return f"at least {least:g} items" if least else ""
