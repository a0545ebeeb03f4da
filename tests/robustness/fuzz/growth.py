"""Mutations that make documents deep, wide or long."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

Place = tuple[Any, ...]
Tree = Any


def grow(tree: Tree, place: Place, rng: random.Random) -> None:
    """Replace a value by a large one, or add large schemas."""
    family = rng.choice(_FAMILIES)
    size = rng.choice((8, 30, 120, 400))
    schemas = _schemas(tree)
    entry = family(schemas, size, rng)
    parent = tree
    for key in place[:-1]:
        parent = parent[key]
    if rng.random() < 0.3:
        parent[place[-1]] = entry
    else:
        _use(tree, entry)


def _schemas(tree: Tree) -> dict[str, Any]:
    """Return the schemas of a document, which are added if missing."""
    if not isinstance(tree, dict):
        return {}
    holder, key = tree, "definitions"
    if "swagger" not in tree:
        holder, key = tree.setdefault("components", {}), "schemas"
    if not isinstance(holder, dict):
        return {}
    result = holder.setdefault(key, {})
    return result if isinstance(result, dict) else {}


def _use(tree: Tree, entry: Any) -> None:
    """Add an operation whose response has a schema."""
    paths = tree.get("paths") if isinstance(tree, dict) else None
    if isinstance(paths, dict):
        response: Any = {"description": "x", "schema": entry}
        if "swagger" not in tree:
            content = {"application/json": {"schema": entry}}
            response = {"description": "x", "content": content}
        paths["/grown"] = {"get": {"responses": {"200": response}}}


def _reference(schemas: Tree, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _deep(schemas: Tree, size: int, rng: random.Random) -> Any:
    key = rng.choice(("items", "properties", "allOf", "oneOf", "not", "prefixItems"))
    schema: Any = {"type": "string"}
    for _ in range(size):
        match key:
            case "properties":
                schema = {
                    "type": "object",
                    "properties": {"a": schema},
                    "required": ["a"],
                }
            case "allOf" | "oneOf" | "prefixItems":
                schema = {key: [schema]}
            case _:
                schema = {"type": "array", key: schema}
    return schema


def _wide(schemas: Tree, size: int, rng: random.Random) -> Any:
    wide = {f"p{n}": {"type": "string"} for n in range(size * 2)}
    return {"type": "object", "properties": wide, "required": list(wide)}


def _chain(schemas: Tree, size: int, rng: random.Random) -> Any:
    closed = rng.random() < 0.3
    for n in range(size):
        schemas[f"Chain{n}"] = _reference(schemas, f"Chain{n + 1}")
    last = _reference(schemas, "Chain0") if closed else {"type": "string"}
    schemas[f"Chain{size}"] = last
    return _reference(schemas, "Chain0")


def _inherited(schemas: Tree, size: int, rng: random.Random) -> Any:
    for n in range(size):
        own = {"type": "object", "properties": {f"p{n}": {"type": "string"}}}
        schemas[f"Heir{n}"] = {"allOf": [_reference(schemas, f"Heir{n + 1}"), own]}
    schemas[f"Heir{size}"] = {"type": "object"}
    return _reference(schemas, "Heir0")


def _diamond(schemas: Tree, size: int, rng: random.Random) -> Any:
    combined = rng.choice(("allOf", "oneOf", "anyOf", "properties"))
    depth = min(size, 24)
    for n in range(depth):
        below = _reference(schemas, f"Gem{n + 1}")
        schemas[f"Gem{n}"] = (
            {"properties": {"a": below, "b": below}, "required": ["a", "b"]}
            if combined == "properties"
            else {combined: [below, {"properties": {f"x{n}": below}}]}
        )
    schemas[f"Gem{depth}"] = {"type": "object"}
    return _reference(schemas, "Gem0")


def _ring(schemas: Tree, size: int, rng: random.Random) -> Any:
    key = rng.choice(("items", "allOf", "oneOf", "properties", "additionalProperties"))
    for n in range(size):
        following = _reference(schemas, f"Ring{(n + 1) % size}")
        value: Any = {
            "oneOf": [following],
            "allOf": [following],
            "properties": {"a": following},
        }
        schemas[f"Ring{n}"] = {key: value.get(key, following)}
    return _reference(schemas, "Ring0")


def _long_enum(schemas: Tree, size: int, rng: random.Random) -> Any:
    return {
        "enum": [rng.choice(("a", "A", "é", 1, "")) for _ in range(3)]
        + list(range(size))
    }


def _pattern(schemas: Tree, size: int, rng: random.Random) -> Any:
    return {"type": "string", "pattern": "^(a+)+$", "default": "a" * size + "!"}


_FAMILIES: tuple[Callable[[Tree, int, random.Random], Any], ...] = (
    *(_deep, _wide, _chain, _inherited, _diamond, _ring, _long_enum, _pattern),
)
