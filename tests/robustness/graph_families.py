"""Schemas that refer to each other: diamonds, chains and rings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.robustness.shapes import STRING, Schemas, obj, ref


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
)
