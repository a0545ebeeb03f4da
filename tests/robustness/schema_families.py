"""Families of schemas with a size parameter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Schemas = dict[str, Any]
STRING = {"type": "string"}
_LEVELS = 100
"""Levels of nesting that every reader takes; wider documents repeat them."""


def ref(name: str) -> dict[str, str]:
    """Return a reference to a schema of `components`."""
    return {"$ref": f"#/components/schemas/{name}"}


def obj(*required: str, **properties: Any) -> dict[str, Any]:
    """Return an object schema."""
    schema: dict[str, Any] = {"type": "object", "properties": properties}
    return {**schema, "required": list(required)} if required else schema


def _layers(size: int, layer: Callable[[Any, Any], Any], last: Any) -> Schemas:
    """Return pairs of schemas, each made of both schemas of the next pair."""
    schemas: Schemas = {"A0": layer(ref("L1"), ref("R1"))}
    for level in range(1, size):
        below = ref(f"L{level + 1}"), ref(f"R{level + 1}")
        schemas[f"L{level}"] = layer(*below)
        schemas[f"R{level}"] = layer(*below)
    return {**schemas, f"L{size}": last, f"R{size}": last}


def all_of_diamond(size: int) -> Schemas:
    """Return layers of `allOf` over both schemas of the next layer."""
    return _layers(size, lambda *two: {"allOf": list(two)}, obj(a=STRING))


def any_of_diamond(size: int) -> Schemas:
    """Return layers of `anyOf` over both schemas of the next layer."""
    return _layers(size, lambda *two: {"anyOf": list(two)}, obj("a", a=STRING))


def one_of_diamond(size: int) -> Schemas:
    """Return layers of `oneOf` over both schemas of the next layer."""
    return _layers(size, lambda *two: {"oneOf": list(two)}, obj("a", a=STRING))


def required_diamond(size: int) -> Schemas:
    """Return layers of objects that require both schemas of the next layer."""
    return _layers(size, lambda a, b: obj("a", "b", a=a, b=b), obj("a", a=STRING))


def optional_diamond(size: int) -> Schemas:
    """Return layers of objects that may hold both schemas of the next layer."""
    return _layers(size, lambda a, b: obj(a=a, b=b), obj(a=STRING))


def array_diamond(size: int) -> Schemas:
    """Return layers of objects that require arrays of both schemas of the next layer."""
    return _layers(
        size,
        lambda a, b: obj(
            "a", "b", a={"type": "array", "items": a}, b={"type": "array", "items": b}
        ),
        obj("a", a=STRING),
    )


def map_diamond(size: int) -> Schemas:
    """Return layers of objects with maps of the next layer."""
    return _layers(
        size,
        lambda a, b: obj("b", a={"type": "object", "additionalProperties": a}, b=b),
        obj("a", a=STRING),
    )


def endless_diamond(size: int) -> Schemas:
    """Return layers of required objects of which the last requires the first."""
    return _layers(
        size, lambda a, b: obj("a", "b", a=a, b=b), obj("back", back=ref("A0"))
    )


def tuple_diamond(size: int) -> Schemas:
    """Return layers of `prefixItems` over both schemas of the next layer."""
    return _layers(
        size,
        lambda *two: {"type": "array", "prefixItems": list(two)},
        obj("a", a=STRING),
    )


def one_of_back(size: int) -> Schemas:
    """Return unions of which every member is a union of all."""
    names = [f"U{n}" for n in range(max(2, size))]
    schemas: Schemas = {"A0": {"oneOf": [ref(name) for name in names]}}
    for place, name in enumerate(names):
        others = [ref("A0"), ref(names[place - 1]), {"type": "string"}]
        schemas[name] = {"oneOf": others}
    return schemas


def self_union_properties(size: int) -> Schemas:
    """Return objects whose properties may be any of a few of them."""
    return {
        f"A{n}": obj(
            "kind",
            kind=STRING,
            next={"oneOf": [ref(f"A{(n + k) % size}") for k in range(4)]},
        )
        for n in range(size)
    }


def alias_chain(size: int) -> Schemas:
    """Return schemas that are nothing but a reference to the next."""
    schemas: Schemas = {f"A{n}": ref(f"A{n + 1}") for n in range(size)}
    return {**schemas, f"A{size}": obj(a=STRING)}


def all_of_alias_chain(size: int) -> Schemas:
    """Return schemas that are an `allOf` of one reference to the next."""
    schemas: Schemas = {f"A{n}": {"allOf": [ref(f"A{n + 1}")]} for n in range(size)}
    return {**schemas, f"A{size}": obj(a=STRING)}


def property_chain(size: int) -> Schemas:
    """Return objects with one required property, the next object."""
    schemas: Schemas = {f"A{n}": obj("a", a=ref(f"A{n + 1}")) for n in range(size)}
    return {**schemas, f"A{size}": obj(a=STRING)}


def optional_chain(size: int) -> Schemas:
    """Return objects with one property, the next object."""
    schemas: Schemas = {f"A{n}": obj(a=ref(f"A{n + 1}")) for n in range(size)}
    return {**schemas, f"A{size}": obj(a=STRING)}


def array_chain(size: int) -> Schemas:
    """Return arrays of the next array."""
    schemas: Schemas = {
        f"A{n}": {"type": "array", "items": ref(f"A{n + 1}")} for n in range(size)
    }
    return {**schemas, f"A{size}": obj(a=STRING)}


def map_chain(size: int) -> Schemas:
    """Return maps of the next map."""
    schemas: Schemas = {
        f"A{n}": {"type": "object", "additionalProperties": ref(f"A{n + 1}")}
        for n in range(size)
    }
    return {**schemas, f"A{size}": obj(a=STRING)}


def nullable_chain(size: int) -> Schemas:
    """Return schemas that are null or the next."""
    schemas: Schemas = {
        f"A{n}": {"anyOf": [{"type": "null"}, ref(f"A{n + 1}")]} for n in range(size)
    }
    return {**schemas, f"A{size}": obj(a=STRING)}


def union_chain(size: int) -> Schemas:
    """Return schemas that are an object or the next."""
    schemas: Schemas = {
        f"A{n}": {"oneOf": [obj(f"p{n}", **{f"p{n}": STRING}), ref(f"A{n + 1}")]}
        for n in range(size)
    }
    return {**schemas, f"A{size}": obj(a=STRING)}


def required_ring(size: int) -> Schemas:
    """Return objects that require the next, the last the first."""
    return {f"A{n}": obj("a", a=ref(f"A{(n + 1) % size}")) for n in range(size)}


def optional_ring(size: int) -> Schemas:
    """Return objects that may hold the next and the one behind it, in a ring."""
    return {
        f"A{n}": obj(a=ref(f"A{(n + 1) % size}"), b=ref(f"A{(n + 2) % size}"))
        for n in range(size)
    }


def alias_ring(size: int) -> Schemas:
    """Return references in a ring."""
    return {f"A{n}": ref(f"A{(n + 1) % size}") for n in range(size)}


def union_ring(size: int) -> Schemas:
    """Return unions of a scalar and the next union, in a ring."""
    return {
        f"A{n}": {"oneOf": [{"type": "string"}, ref(f"A{(n + 1) % size}")]}
        for n in range(size)
    }


def all_of_ring(size: int) -> Schemas:
    """Return `allOf`s in a ring."""
    return {
        f"A{n}": {"allOf": [ref(f"A{(n + 1) % size}"), obj(**{f"p{n}": STRING})]}
        for n in range(size)
    }


def inheritance_chain(size: int) -> Schemas:
    """Return schemas that each add a property to the one before.

    The last has `size` properties, so that the whole is quadratic in `size`.
    """
    schemas: Schemas = {f"A{size}": obj("p", p=STRING)}
    for n in range(size):
        more = obj(**{f"p{n}": STRING})
        schemas[f"A{n}"] = {"allOf": [ref(f"A{n + 1}"), more]}
    return schemas


def empty_inheritance_chain(size: int) -> Schemas:
    """Return schemas that each add only a description to the one before."""
    schemas: Schemas = {f"A{size}": obj("p", p=STRING)}
    for n in range(size):
        schemas[f"A{n}"] = {
            "allOf": [ref(f"A{n + 1}"), {"type": "object", "description": f"D{n}"}]
        }
    return schemas


def inheritance_tree(size: int) -> Schemas:
    """Return a base with a discriminator, and schemas that build on it."""
    base = obj("kind", kind=STRING)
    base["discriminator"] = {"propertyName": "kind"}
    schemas: Schemas = {"A0": base}
    for n in range(size):
        schemas[f"C{n}"] = {"allOf": [ref("A0"), obj(**{f"p{n}": STRING})]}
    return schemas


def deep_inheritance_tree(size: int) -> Schemas:
    """Return a binary tree of inheritance with a discriminator at its root."""
    base = obj("kind", kind=STRING)
    base["discriminator"] = {"propertyName": "kind"}
    schemas: Schemas = {"A0": base}
    for n in range(1, size):
        schemas[f"A{n}"] = {"allOf": [ref(f"A{(n - 1) // 2}"), obj(extra=STRING)]}
    return schemas


def discriminator_mapping(size: int) -> Schemas:
    """Return a union whose discriminator has a tag for every member."""
    schemas: Schemas = {
        f"C{n}": obj("kind", kind={"const": f"k{n}"}, value=STRING) for n in range(size)
    }
    members = list(schemas)
    schemas["A0"] = {
        "oneOf": [ref(name) for name in members],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {f"k{n}": ref(name)["$ref"] for n, name in enumerate(members)},
        },
    }
    return schemas


def many_tags_of_one(size: int) -> Schemas:
    """Return a union of two members with a mapping of many tags."""
    return {
        "B": obj("kind", kind=STRING),
        "C": obj("kind", kind=STRING, c=STRING),
        "A0": {
            "oneOf": [ref("B"), ref("C")],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {f"k{n}": ref("BC"[n % 2])["$ref"] for n in range(size)},
            },
        },
    }


def wide_union(size: int) -> Schemas:
    """Return a union of many objects that nothing tells apart."""
    schemas: Schemas = {f"C{n}": obj(**{f"p{n}": STRING}) for n in range(size)}
    return {"A0": {"anyOf": [ref(name) for name in schemas]}, **schemas}


def inline_union(size: int) -> Schemas:
    """Return a union of many inline objects."""
    return {
        "A0": {"oneOf": [obj("a", a=STRING, **{f"p{n}": STRING}) for n in range(size)]}
    }


def scalar_union(size: int) -> Schemas:
    """Return a union of many values."""
    return {"A0": {"anyOf": [{"const": f"v{n}"} for n in range(size)]}}


def array_union(size: int) -> Schemas:
    """Return a union of arrays of different items."""
    schemas: Schemas = {f"C{n}": obj(**{f"p{n}": STRING}) for n in range(size)}
    members = [{"type": "array", "items": ref(name)} for name in schemas]
    return {"A0": {"anyOf": members}, **schemas}


def union_of_unions(size: int) -> Schemas:
    """Return a union of unions of unions, of `size` objects in all."""
    width = max(2, round(size ** (1 / 2)))
    schemas: Schemas = {}
    for outer in range(width):
        for inner in range(width):
            name = f"C{outer}X{inner}"
            schemas[name] = obj("kind", kind=STRING, **{f"p{outer}x{inner}": STRING})
        schemas[f"U{outer}"] = {
            "oneOf": [ref(f"C{outer}X{inner}") for inner in range(width)]
        }
    return {"A0": {"oneOf": [ref(f"U{n}") for n in range(width)]}, **schemas}


def overlapping_unions(size: int) -> Schemas:
    """Return unions that share all of their few members."""
    schemas: Schemas = {f"C{n}": obj("a", a=STRING) for n in range(10)}
    for n in range(size):
        schemas[f"A{n}"] = {"oneOf": [ref(f"C{k}") for k in range(10)]}
    return schemas


def nested_union_in_properties(size: int) -> Schemas:
    """Return inline unions within inline unions, in stacks of constant depth."""

    def build(depth: int) -> Any:
        if not depth:
            return {"type": "string"}
        return {"oneOf": [obj("a", a=build(depth - 1)), {"type": "integer"}]}

    return {f"A{n}": build(20) for n in range(max(1, size // 20))}


def nested_objects(size: int) -> Schemas:
    """Return stacks of inline objects, each as deep as `_LEVELS` of nodes allow."""

    def build(depth: int) -> Any:
        return obj("a", a=build(depth - 1)) if depth else STRING

    depth = _LEVELS // 2
    return {f"A{n}": build(depth) for n in range(max(1, size // depth))}


def nested_arrays(size: int) -> Schemas:
    """Return stacks of inline arrays."""

    def build(depth: int) -> Any:
        return {"type": "array", "items": build(depth - 1)} if depth else STRING

    return {f"A{n}": build(_LEVELS) for n in range(max(1, size // _LEVELS))}


def nested_all_of(size: int) -> Schemas:
    """Return stacks of inline `allOf`."""

    def build(depth: int) -> Any:
        return {"allOf": [build(depth - 1), obj(b=STRING)]} if depth else obj(a=STRING)

    depth = _LEVELS // 2
    return {f"A{n}": build(depth) for n in range(max(1, size // depth))}


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
    all_of_diamond,
    any_of_diamond,
    one_of_diamond,
    required_diamond,
    optional_diamond,
    array_diamond,
    map_diamond,
    endless_diamond,
    tuple_diamond,
    one_of_back,
    self_union_properties,
    alias_chain,
    all_of_alias_chain,
    property_chain,
    optional_chain,
    array_chain,
    map_chain,
    nullable_chain,
    union_chain,
    required_ring,
    optional_ring,
    alias_ring,
    union_ring,
    all_of_ring,
    inheritance_chain,
    empty_inheritance_chain,
    inheritance_tree,
    deep_inheritance_tree,
    discriminator_mapping,
    many_tags_of_one,
    wide_union,
    inline_union,
    scalar_union,
    array_union,
    union_of_unions,
    overlapping_unions,
    nested_union_in_properties,
    nested_objects,
    nested_arrays,
    nested_all_of,
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
