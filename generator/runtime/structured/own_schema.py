"""JSON Schemas of dataclasses and typed dictionaries."""

from __future__ import annotations

from typing import Any, assert_never

from .nodes import (
    AnyOf,
    Array,
    Choice,
    Described,
    Node,
    ObjectNode,
    Property,
    Reference,
    Scalar,
)
from .reading import read_object


def schema_of(class_: type) -> dict[str, Any]:
    """Return the JSON Schema of a dataclass or a typed dictionary.

    All properties are required and no others are allowed, as strict JSON Schemas demand.

    Raises:
        TypeError: A field has a type that the schema cannot describe.
    """
    return _Schemas(class_).build()


class _Schemas:
    """The schemas of a class and of the classes that its fields use.

    Args:
        root: The class.
    """

    def __init__(self, root: type) -> None:
        self._root = root
        self._names: dict[type, str] = {}
        self._definitions: dict[str, Any] = {}

    def build(self) -> dict[str, Any]:
        """Return the schema of the class, with the others in `$defs`."""
        schema = self._object(read_object(self._root))
        if self._definitions:
            schema["$defs"] = self._definitions
        return schema

    def _object(self, node: ObjectNode) -> dict[str, Any]:
        properties = {
            name: self._property(item) for name, item in node.properties.items()
        }
        return {
            "type": "object",
            **({"description": node.description} if node.description else {}),
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def _property(self, item: Property) -> dict[str, Any]:
        if item.nullable:
            return self._schema(AnyOf((item.node, Scalar("null"))))
        return self._schema(item.node)

    def _schema(self, node: Node) -> dict[str, Any]:
        match node:
            case Scalar(name, format_):
                return {"type": name, **({"format": format_} if format_ else {})}
            case Choice(values):
                return {"enum": [value for value, _ in values]}
            case Array(item):
                return {"type": "array", "items": self._schema(item)}
            case AnyOf(members):
                return {"anyOf": [self._schema(item) for item in members]}
            case Described(inner, text):
                schema = self._schema(inner)
                # `$ref` allows no description beside it.
                schema = {"anyOf": [schema]} if "$ref" in schema else schema
                return {**schema, "description": text}
            case Reference(target):
                return {"$ref": self._reference(target)}
            case _:
                assert_never(node)

    def _reference(self, target: type) -> str:
        if target is self._root:
            return "#"
        if target not in self._names:
            name = self._unused_name(target.__name__)
            self._names[target] = name
            self._definitions[name] = {}  # keeps the order of first use
            self._definitions[name] = self._object(read_object(target))
        return f"#/$defs/{self._names[target]}"

    def _unused_name(self, name: str) -> str:
        number, unused = 1, name
        while unused in self._definitions:
            number += 1
            unused = f"{name}{number}"
        return unused
