"""Write a Swagger 2.0 document, as the loader converts it, as a document of OpenAPI 3.

The loader keeps the places of 2.0, so that references to them stay valid, and adds those of
OpenAPI 3. This module removes the places of 2.0, and changes the references.
"""

from __future__ import annotations

from typing import Any

from ..loader.references import DATA, NAMED
from ..openapi.node import Moved
from ..source import JsonPointer, SourceFile
from .nodes import value_at

_PLACES = {
    "#/definitions/": "#/components/schemas/",
    "#/parameters/": "#/components/parameters/",
    "#/responses/": "#/components/responses/",
}
_ROOT = (
    *("openapi", "info", "externalDocs", "servers", "security", "tags"),
    *("paths", "components"),
)
_OLD = {
    "root": frozenset(
        {
            *("basePath", "consumes", "definitions", "host", "parameters"),
            *("produces", "responses", "schemes", "securityDefinitions"),
        }
    ),
    "operation": frozenset({"consumes", "produces", "schemes"}),
    "response": frozenset({"schema", "examples"}),
    "schema": frozenset({"x-nullable"}),
}
"""Keys of 2.0 that OpenAPI 3 does not have, by the kind of the object."""


class SwaggerDocument:
    """The conversion of one document.

    Args:
        upgraded: Value of the document from the loader.
        original: Value of its text.
        file: File of the document.

    Attributes:
        value: The document of OpenAPI 3.
        origins: Nodes of `original` whose content the objects of `value` have, by id.
    """

    def __init__(
        self, upgraded: dict[str, Any], original: Any, file: SourceFile
    ) -> None:
        self._original = original
        self._file = file
        self.origins: dict[int, Any] = {}
        self._kept: list[Any] = []
        root = self._clean(upgraded, (), "root")
        ordered = [key for key in _ROOT if key in root]
        rest = [key for key in root if key not in _ROOT]
        self.value = {key: root[key] for key in (*ordered, *rest)}
        self.value["openapi"] = "3.0.4"
        self._remove_bodies()
        self._set_origin(self.value, original)

    def _remove_bodies(self) -> None:
        """Remove shared parameters that became bodies, and empty components."""
        components = self.value.get("components")
        if not isinstance(components, dict):
            return
        parameters = components.get("parameters", {})
        for name in list(parameters):
            if isinstance(parameters[name], dict):
                if parameters[name].get("in") in ("body", "formData"):
                    del parameters[name]
        for section in [key for key, value in components.items() if not value]:
            del components[section]
        if not components:
            del self.value["components"]

    def _set_origin(self, value: Any, old: Any) -> None:
        self.origins[id(value)] = old
        self._kept.append(value)  # so that no other object gets its id

    def _clean(self, node: Any, pointer: JsonPointer, kind: str) -> Any:
        """Return a copy of a node without the keys of 2.0.

        Args:
            node: The node.
            pointer: Its place in the original text.
            kind: Kind of the object: a key of `_OLD`, `map:` and the kind of the members,
                `data`, or `other`.
        """
        if type(node) is Moved:
            _, pointer = node.place(self._file)
        if not isinstance(node, dict | list):
            return node
        new: Any
        if isinstance(node, list):
            new = [
                self._clean(item, (*pointer, str(index)), kind)
                for index, item in enumerate(node)
            ]
        elif kind == "data":
            new = {
                key: self._clean(value, (*pointer, key), kind)
                for key, value in node.items()
            }
        else:
            new = self._clean_members(node, pointer, kind)
        old = value_at(self._original, pointer)
        if type(old) is not type(new):
            return new
        if _is_same(old, new):
            return old
        self._set_origin(new, old)
        return new

    def _clean_members(
        self, node: dict[str, Any], pointer: JsonPointer, kind: str
    ) -> dict[str, Any]:
        removed = _OLD.get(kind, frozenset())
        new = {}
        for key, value in node.items():
            is_empty = key == "parameters" and value == []
            if key in removed or is_empty:
                continue
            if key == "$ref" and isinstance(value, str):
                new[key] = _reference(value)
                continue
            new[key] = self._clean(value, (*pointer, key), _kind(key, kind))
        return new


def _kind(key: str, outer: str) -> str:
    """Return the kind of a member."""
    if outer.startswith("map:"):
        return outer.removeprefix("map:")
    if key in DATA or key.startswith("x-"):
        return "data"
    if key in ("schemas", "properties", "patternProperties"):
        return "map:schema"
    if key in ("schema", "items", "additionalProperties", "allOf", "oneOf", "anyOf"):
        return "schema"
    if key == "paths":
        return "map:path"
    if outer == "path" and key != "parameters":
        return "operation"
    if key == "responses":
        return "map:response"
    return "map:other" if key in NAMED else "other"


def _reference(text: str) -> str:
    """Return a reference with the place of its target in OpenAPI 3."""
    for old, new in _PLACES.items():
        if text.startswith(old):
            return new + text.removeprefix(old)
    return text


def _is_same(old: Any, new: Any) -> bool:
    """Return whether the members of a node are those of an old one, in the same order."""
    if isinstance(new, list):
        return len(old) == len(new) and all(map(_is_equal, old, new))
    return list(old) == list(new) and all(_is_equal(old[key], new[key]) for key in new)


def _is_equal(old: Any, new: Any) -> bool:
    if isinstance(new, dict | list):
        return old is new or (type(old) is type(new) and not old and not new)
    return type(old) is type(new) and bool(old == new)
