"""Schemas made of others: inheritance, unions and nesting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.robustness.shapes import STRING, Schemas, obj, ref

_LEVELS = 100
"""Levels of nesting that every reader takes; wider documents repeat them."""


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


FAMILIES: tuple[Callable[[int], Schemas], ...] = (
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
)
