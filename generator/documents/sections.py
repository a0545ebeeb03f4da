"""The kinds of objects at the places of a document, and the components for them."""

from __future__ import annotations

from typing import NamedTuple

from ..loader.references import DATA, NAMED
from ..openapi.operation import METHODS
from ..source import JsonPointer


class Kind(NamedTuple):
    """Kind of the object at a place.

    Attributes:
        name: Such as `schema`; `other` for objects that cannot be components.
        is_map: Whether the object is a map of names to objects of this kind.
        is_data: Whether the value is data, without references.
    """

    name: str
    is_map: bool = False
    is_data: bool = False


OTHER = Kind("other")
DATA_KIND = Kind("data", is_data=True)

_SCHEMAS = frozenset(
    {
        *("additionalItems", "additionalProperties", "allOf", "anyOf", "contains"),
        *("contentSchema", "else", "if", "items", "itemSchema", "not", "oneOf"),
        *("prefixItems", "propertyNames", "schema", "then"),
        *("unevaluatedItems", "unevaluatedProperties"),
    }
)
_SCHEMA_MAPS = frozenset(
    {
        *("$defs", "definitions", "dependencies", "dependentSchemas"),
        *("patternProperties", "properties"),
    }
)
_MAPS = {
    "callbacks": "callback",
    "content": "mediaType",
    "examples": "example",
    "headers": "header",
    "links": "link",
    "mediaTypes": "mediaType",
    "parameters": "parameter",
    "pathItems": "pathItem",
    "paths": "pathItem",
    "requestBodies": "requestBody",
    "responses": "response",
    "schemas": "schema",
    "securitySchemes": "securityScheme",
    "webhooks": "pathItem",
    "x-webhooks": "pathItem",
}
_SECTIONS = {
    "callback": "callbacks",
    "example": "examples",
    "header": "headers",
    "link": "links",
    "parameter": "parameters",
    "requestBody": "requestBodies",
    "response": "responses",
    "schema": "schemas",
    "securityScheme": "securitySchemes",
}
_SWAGGER_SECTIONS = {
    "parameter": "parameters",
    "response": "responses",
    "schema": "definitions",
}


def root_kind(*, is_swagger: bool) -> Kind:
    """Return the kind of the root of a document."""
    return Kind("swagger" if is_swagger else "root")


def child_kind(outer: Kind, key: str) -> Kind:
    """Return the kind of the member of an object, or of the items of an array."""
    if outer.is_map:
        return Kind(outer.name)
    if key in DATA or (outer.name == "schema" and key == "examples"):
        return DATA_KIND
    if outer.name == "callback":
        return Kind("pathItem")
    if outer.name == "schema" or key in _SCHEMAS:
        return _in_schema(key)
    if outer.name == "discriminator" and key == "mapping":
        return Kind("mapping")
    if key in METHODS and outer.name == "pathItem":
        return Kind("operation")
    return _in_object(outer, key)


def _in_schema(key: str) -> Kind:
    """Return the kind of a member of a schema, or of a member that is a schema."""
    if key in _SCHEMAS:
        return Kind("schema")
    if key in _SCHEMA_MAPS:
        return Kind("schema", is_map=True)
    return Kind("discriminator") if key == "discriminator" else OTHER


def _in_object(outer: Kind, key: str) -> Kind:
    """Return the kind of a member of an object that is not a schema."""
    if key == "parameters":
        # An array in operations and path items, else a map.
        return Kind("parameter", is_map=outer.name in ("other", "swagger"))
    if key == "requestBody":
        return Kind("requestBody")
    if key == "definitions":
        return Kind("schema", is_map=True)
    if key in _MAPS:
        return Kind(_MAPS[key], is_map=True)
    return Kind("other", is_map=key in NAMED)


def component_pointer(
    kind: Kind, version: str, *, is_swagger: bool
) -> JsonPointer | None:
    """Return the pointer of the components of a kind, `None` if there are none.

    Args:
        kind: Kind of the object.
        version: Version of OpenAPI of the document.
        is_swagger: Whether the document is Swagger 2.0.
    """
    if is_swagger:
        section = _SWAGGER_SECTIONS.get(kind.name)
        return None if section is None else (section,)
    if kind.name == "pathItem" and not version.startswith("3.0"):
        return "components", "pathItems"
    if kind.name == "mediaType" and version.startswith("3.2"):
        return "components", "mediaTypes"
    section = _SECTIONS.get(kind.name)
    return None if section is None else ("components", section)
