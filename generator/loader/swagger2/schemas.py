"""Convert the Schema Objects of Swagger 2.0."""

from __future__ import annotations

from typing import Any

from ...openapi.node import Moved, Node
from .conversion import Media, Upgrade

_INNER = ("items", "additionalProperties", "not")
_LISTS = ("allOf", "anyOf", "oneOf", "items")
_MAPS = ("properties", "patternProperties", "definitions")


def convert_schema(upgrade: Upgrade, node: Node, media: Media) -> None:
    """Convert a schema and its nested schemas to OpenAPI 3.1."""
    convert_keywords(node)
    for key in _INNER:
        inner = node.find(key, Node)
        if inner is not None:
            upgrade.push(convert_schema, inner, media)
    for key in _LISTS:
        for item in node.sequence(key, Node):
            upgrade.push(convert_schema, item, media)
    for key in _MAPS:
        upgrade.push_members(convert_schema, node.find(key, Node), media)


def convert_keywords(node: Node) -> None:
    """Replace `discriminator`, `x-nullable` and `type: file` in one schema."""
    value: dict[str, Any] = node.value
    name = value.get("discriminator")
    if isinstance(name, str):
        value["discriminator"] = Moved(
            (*node.pointer, "discriminator"), {"propertyName": name}
        )
    if node.flag("x-nullable"):
        value["nullable"] = True
    if value.get("type") == "file":
        value["type"] = "string"
        value["format"] = "binary"
