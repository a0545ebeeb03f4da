"""Large schemas, many schemas, and their examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.robustness.graph_families import optional_chain, required_diamond
from tests.robustness.shapes import STRING, Schemas, obj, ref


def properties(size: int) -> Schemas:
    """Return one object with many properties."""
    return {"A0": obj(**{f"p{n}": STRING for n in range(size)})}


def required_properties(size: int) -> Schemas:
    """Return one object with many required properties."""
    names = [f"p{n}" for n in range(size)]
    return {"A0": obj(*names, **dict.fromkeys(names, STRING))}


def colliding_properties(size: int) -> Schemas:
    """Return one object whose properties get the same Python name."""
    return {"A0": obj(**{"p" + "-" * n: STRING for n in range(1, min(size, 200))})}


def inline_property_objects(size: int) -> Schemas:
    """Return one object with many inline objects of equal titles."""
    inner = {**obj(a=STRING), "title": "Same"}
    return {"A0": obj(**{f"p{n}": inner for n in range(size)})}


def enum_values(size: int) -> Schemas:
    """Return an enum of many strings."""
    return {"A0": obj(e={"type": "string", "enum": [f"v{n}" for n in range(size)]})}


def enum_numbers(size: int) -> Schemas:
    """Return an enum of many integers."""
    return {"A0": {"type": "integer", "enum": list(range(size))}}


def enum_descriptions(size: int) -> Schemas:
    """Return an enum with a description and a name for each value."""
    values = [f"v{n}" for n in range(size)]
    return {
        "A0": {
            "type": "string",
            "enum": values,
            "x-enumDescriptions": {value: f"Value {value}." for value in values},
            "x-enum-varnames": [value.upper() for value in values],
            "x-enum-descriptions": [f"Value {value}." for value in values],
        }
    }


def pattern_properties(size: int) -> Schemas:
    """Return an object with many patterns."""
    patterns = {f"^p{n}": {"type": ["string", "integer"]} for n in range(size)}
    return {"A0": {"type": "object", "patternProperties": patterns}}


def prefix_items(size: int) -> Schemas:
    """Return an array with many positions."""
    places = [obj(**{f"p{n}": STRING}) for n in range(size)]
    return {"A0": {"type": "array", "prefixItems": places}}


def many_schemas(size: int) -> Schemas:
    """Return many independent schemas."""
    return {f"A{n}": obj("a", a=STRING, b={"type": "integer"}) for n in range(size)}


def colliding_schemas(size: int) -> Schemas:
    """Return schemas of which all get the same class name."""
    separators = "-_. "
    names = [""]
    while len(names) < size:
        names = [name + mark for name in names for mark in separators]
    return {f"A{name}b": obj(a=STRING) for name in names[:size]}


def examples_of_diamond(size: int) -> Schemas:
    """Return layers of objects with an example in each."""
    schemas = required_diamond(size)
    for schema in schemas.values():
        schema["example"] = {name: {} for name in schema["properties"]}
    return schemas


def defaults_of_chain(size: int) -> Schemas:
    """Return a chain of objects with a default object each."""
    schemas = optional_chain(size)
    for schema in schemas.values():
        for value in schema["properties"].values():
            value["default"] = {"a": {"a": {}}}
    return schemas


def large_example(size: int) -> Schemas:
    """Return a schema whose example is long."""
    schema = {"type": "array", "items": obj("a", a=STRING)}
    return {
        "A0": obj(items=schema, more=STRING)
        | {"example": {"items": [{"a": f"v{n}"} for n in range(size)]}}
    }


def example_of_unions(size: int) -> Schemas:
    """Return a recursive union with an example as deep as is allowed."""

    def build(depth: int) -> Any:
        return {"a": build(depth - 1)} if depth else {"b": "end"}

    members: list[Any] = [ref("A0"), ref("B"), ref("C")]
    child = {"oneOf": members}
    depth = min(size, 80)
    return {
        "A0": obj("a", a=child) | {"example": build(depth)},
        "B": obj("a", a=child),
        "C": obj("b", b=STRING),
    }


FAMILIES: tuple[Callable[[int], Schemas], ...] = (
    properties,
    required_properties,
    colliding_properties,
    inline_property_objects,
    enum_values,
    enum_numbers,
    enum_descriptions,
    pattern_properties,
    prefix_items,
    many_schemas,
    colliding_schemas,
    examples_of_diamond,
    defaults_of_chain,
    large_example,
    example_of_unions,
)
