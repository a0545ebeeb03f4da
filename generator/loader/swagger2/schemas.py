"""Schema Objects of Swagger 2.0 (section "Schema Object")."""

from __future__ import annotations

from typing import Any

from .work import Media, Work
from ...openapi.node import Moved, Node

_INNER = ("items", "additionalProperties", "not")
_LISTS = ("allOf", "anyOf", "oneOf", "items")
_MAPS = ("properties", "patternProperties", "definitions")


def convert_schema(work: Work, node: Node, media: Media) -> None:
    """Says in today's words what Swagger 2.0 has its own for, here and below."""
    restate(node)
    for key in _INNER:
        inner = node.find(key, Node)
        if inner is not None:
            work.push(convert_schema, inner, media)
    for key in _LISTS:
        for item in node.sequence(key, Node):
            work.push(convert_schema, item, media)
    for key in _MAPS:
        work.push_members(convert_schema, node.find(key, Node), media)


def restate(node: Node) -> None:
    """Replaces the words of one schema: `discriminator`, `x-nullable`, `type: file`."""
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
