"""Find the references in a tree, and the names that references can use."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..source import JsonPointer


class Mention(NamedTuple):
    """A keyword that refers to a node or names one.

    Attributes:
        keyword: `$ref`, `$recursiveRef`, `$id`, `$anchor`, `$dynamicAnchor` or `mapping`.
        text: Value of the keyword.
        pointer: Pointer of the object with the keyword.
    """

    keyword: str
    text: str
    pointer: JsonPointer


DATA = frozenset(
    {"example", "default", "enum", "const", "value", "dataValue", "x-example"}
)
"""Keys whose values are data, in which `$ref` has no special meaning."""

NAMED = frozenset(
    {
        "$defs",
        "additionalOperations",
        "callbacks",
        "content",
        "definitions",
        "dependencies",
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
"""Keys whose values are maps from names."""

_SCHEMA_KEYWORDS = ("$id", "$anchor", "$dynamicAnchor", "$recursiveRef")


def find_mentions(root: Any) -> list[Mention]:  # noqa: C901 - one loop, for speed
    """Return all references, schema identifiers and anchors of a tree.

    These are `$ref`, `$recursiveRef`, `$id`, `$anchor`, `$dynamicAnchor`, and the values of
    discriminators that refer to files. Data in examples, defaults and enums is ignored. A `$ref` in a map of
    names is included, because published documents replace whole maps by references.

    Returns:
        The mentions, sorted by level of the tree, then in document order.
    """
    mentions: list[Mention] = []
    seen: set[int] = set()
    level: list[tuple[Any, bool, JsonPointer]] = [(root, False, ())]
    while level:
        children: list[tuple[Any, bool, JsonPointer]] = []
        for node, named, pointer in level:
            if id(node) in seen:
                continue
            seen.add(id(node))
            if type(node) is list:
                for index, item in enumerate(node):
                    if type(item) is dict or type(item) is list:
                        children.append((item, False, (*pointer, str(index))))
                continue
            if type(node) is not dict:
                continue
            reference = node.get("$ref")
            if type(reference) is str:
                mentions.append(Mention("$ref", reference, pointer))
            if not named:
                for keyword in _SCHEMA_KEYWORDS:
                    if type(node.get(keyword)) is str:
                        mentions.append(Mention(keyword, node[keyword], pointer))
            for key, value in node.items():
                kind = type(value)
                if kind is dict:
                    if named:
                        children.append((value, False, (*pointer, key)))
                    elif key == "discriminator":
                        mentions += _targets(value, (*pointer, key))
                    elif key not in DATA:
                        children.append((value, key in NAMED, (*pointer, key)))
                elif kind is list and (named or not (key in DATA or key == "examples")):
                    children.append((value, False, (*pointer, key)))
        level = children
    return mentions


def _targets(discriminator: dict[str, Any], pointer: JsonPointer) -> list[Mention]:
    """Return the values of a Discriminator Object that are not names of schemas."""
    mapping = discriminator.get("mapping")
    values = list(mapping.values()) if isinstance(mapping, dict) else []
    values.append(discriminator.get("defaultMapping"))
    return [
        Mention("mapping", value, pointer)
        for value in values
        if isinstance(value, str) and ("/" in value or value.endswith(_SUFFIXES))
    ]


_SUFFIXES = (".json", ".yaml", ".yml")
