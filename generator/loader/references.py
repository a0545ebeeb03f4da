"""Finds what a tree refers to, and what in it may be referred to by name."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..source import JsonPointer


class Mention(NamedTuple):
    """A keyword with its text, and the node that holds it."""

    keyword: str
    text: str
    pointer: JsonPointer


DATA = frozenset(
    {"example", "default", "enum", "const", "value", "dataValue", "x-example"}
)
"""Keys of objects below which everything is data; `$ref` there is a key like others."""

NAMED = frozenset(
    {
        "$defs",
        "additionalOperations",
        "callbacks",
        "content",
        "definitions",
        "dependentSchemas",
        "encoding",
        "examples",
        "headers",
        "links",
        "mediaTypes",
        "parameters",
        "pathItems",
        "paths",
        "patternProperties",
        "properties",
        "requestBodies",
        "responses",
        "schemas",
        "securityDefinitions",
        "securitySchemes",
        "variables",
        "webhooks",
        "x-webhooks",
    }
)
"""Keys of objects whose own keys are names, not keywords."""

_ANCHORS = ("$id", "$anchor", "$dynamicAnchor")


def find_mentions(root: Any) -> list[Mention]:
    """Every `$ref`, `$id`, `$anchor`, `$dynamicAnchor` and file-like discriminator value.

    What stands in examples, defaults and enums is data and is passed over. A `$ref`
    among the names of a map counts too: published documents put a whole map behind
    one. The order is by levels of the tree, then as in the text.
    """
    found: list[Mention] = []
    seen: set[int] = set()
    level: list[tuple[Any, bool, JsonPointer]] = [(root, False, ())]
    while level:
        below: list[tuple[Any, bool, JsonPointer]] = []
        for node, named, pointer in level:
            if id(node) in seen:
                continue
            seen.add(id(node))
            if type(node) is list:
                for index, item in enumerate(node):
                    if type(item) is dict or type(item) is list:
                        below.append((item, False, (*pointer, str(index))))
                continue
            if type(node) is not dict:
                continue
            reference = node.get("$ref")
            if type(reference) is str:
                found.append(Mention("$ref", reference, pointer))
            if not named:
                for keyword in _ANCHORS:
                    if type(node.get(keyword)) is str:
                        found.append(Mention(keyword, node[keyword], pointer))
            for key, value in node.items():
                kind = type(value)
                if kind is dict:
                    if named:
                        below.append((value, False, (*pointer, key)))
                    elif key == "discriminator":
                        found += _targets(value, (*pointer, key))
                    elif key not in DATA:
                        below.append((value, key in NAMED, (*pointer, key)))
                elif kind is list and (named or not (key in DATA or key == "examples")):
                    below.append((value, False, (*pointer, key)))
        level = below
    return found


def _targets(discriminator: dict[str, Any], pointer: JsonPointer) -> list[Mention]:
    """The values of a Discriminator Object that lead to other places than names."""
    mapping = discriminator.get("mapping")
    values = list(mapping.values()) if isinstance(mapping, dict) else []
    values.append(discriminator.get("defaultMapping"))
    return [
        Mention("mapping", value, pointer)
        for value in values
        if isinstance(value, str) and ("/" in value or value.endswith(_SUFFIXES))
    ]


_SUFFIXES = (".json", ".yaml", ".yml")
