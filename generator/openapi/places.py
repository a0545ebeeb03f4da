"""Kinds of objects at the places of an OpenAPI document (OpenAPI 3.2, section 4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..source import JsonPointer
from .limits import LIMITS
from .operation import METHODS
from .schema import ANNOTATIONS

_SCHEMAS = ("additionalProperties", "contains", "contentSchema", "else", "if", "items")
_MORE_SCHEMAS = ("additionalItems", "not", "propertyNames", "then", "unevaluatedItems")
_SCHEMA_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SCHEMA_MAPS = ("$defs", "definitions", "dependentSchemas", "patternProperties")

_MEMBERS: Mapping[str, Mapping[str, str]] = {
    "OpenAPI object": {
        "info": "info object",
        "paths": "{path item",
        "webhooks": "{path item",
        "x-webhooks": "{path item",
        "components": "components object",
        "definitions": "{schema",
        "parameters": "{parameter",
        "responses": "{response",
        "servers": "[server",
        "tags": "[tag",
    },
    "components object": {
        "schemas": "{schema",
        "responses": "{response",
        "parameters": "{parameter",
        "examples": "{example",
        "requestBodies": "{request body",
        "headers": "{header",
        "securitySchemes": "{security scheme",
        "links": "{link",
        "callbacks": "{callback",
        "pathItems": "{path item",
        "mediaTypes": "{media type",
    },
    "path item": {
        **dict.fromkeys(METHODS, "operation"),
        "additionalOperations": "{operation",
        "parameters": "[parameter",
        "servers": "[server",
    },
    "operation": {
        "parameters": "[parameter",
        "requestBody": "request body",
        "responses": "{response",
        "callbacks": "{callback",
        "servers": "[server",
    },
    "request body": {"content": "{media type"},
    "response": {
        "headers": "{header",
        "content": "{media type",
        "links": "{link",
    },
    "parameter": {
        "schema": "schema",
        "content": "{media type",
        "examples": "{example",
    },
    "media type": {
        "schema": "schema",
        "itemSchema": "schema",
        "examples": "{example",
        "encoding": "{encoding",
    },
    "encoding": {"headers": "{header"},
    "schema": {
        **dict.fromkeys((*_SCHEMAS, *_MORE_SCHEMAS), "schema"),
        **dict.fromkeys(_SCHEMA_LISTS, "[schema"),
        **dict.fromkeys((*_SCHEMA_MAPS, "properties"), "{schema"),
        "unevaluatedProperties": "schema",
    },
}
"""Kinds of members by the kind of an object. `{` is a map, and `[` an array of a kind."""

_ASSERTIONS = frozenset(
    {
        *("const", "enum", "format", "type", "unevaluatedProperties"),
        *(*_SCHEMAS, *_MORE_SCHEMAS, *_SCHEMA_LISTS, *_SCHEMA_MAPS, "properties"),
        *(*LIMITS, "$anchor", "$dynamicAnchor", "$dynamicRef", "$id", "$recursiveRef"),
        *("$schema", "contentEncoding", "contentMediaType", "dependencies"),
        *("dependentRequired", "maxContains", "minContains"),
    }
)
_KEYWORDS: Mapping[str, frozenset[str]] = {
    "callback": frozenset(),
    "example": frozenset({"dataValue", "externalValue", "serializedValue", "value"}),
    "header": frozenset({"content", "schema"}),
    "link": frozenset({"operationId", "operationRef"}),
    "media type": frozenset({"example", "examples", "itemSchema", "schema"}),
    "parameter": frozenset({"in", "name"}),
    "path item": frozenset(METHODS),
    "request body": frozenset({"content"}),
    "response": frozenset({"content", "headers", "links"}),
    "schema": _ASSERTIONS,
    "security scheme": frozenset({"flows", "openIdConnectUrl", "scheme"}),
}
"""Keywords of objects in the wrong section that are used nevertheless, by their kind."""

_SCHEMA_KEYWORDS = _ASSERTIONS | ANNOTATIONS | {"$ref", "discriminator", "required"}
_NOT_OBJECTS = {
    str: "a string",
    list: "an array",
    type(None): "null",
    bool: "a boolean",
}


def find_fault(kind: str, root: Any, pointer: JsonPointer, value: Any) -> str:
    """Return how the target of a reference differs from the expected kind of object.

    An object in the wrong section that has keywords of the expected kind is accepted, since
    published documents contain such objects. The kinds of members of extensions and of
    other files are not known.

    Args:
        kind: Expected kind, a `Referable.kind`.
        root: Value of the file that contains the target.
        pointer: Location of the target in the file.
        value: The target.

    Returns:
        The end of a sentence; `""` if the target is accepted.
    """
    if kind not in _KEYWORDS:
        return ""
    place = _find_kind(root, pointer)
    if place is None:
        return _find_fault_of_unknown(kind, value)
    if place == kind:
        return ""
    if place[0] in "{[":
        name = "a map" if place[0] == "{" else "an array"
    elif not isinstance(value, dict) or _has_keywords(kind, value):
        return ""
    else:
        name = f"{'an' if place[0] in 'aeioO' else 'a'} {place}"
    return f"{name}, not to a {kind}"


def _find_fault_of_unknown(kind: str, value: Any) -> str:
    if kind == "schema":
        if not isinstance(value, dict) or not value:
            return ""
        is_schema = any(key in _SCHEMA_KEYWORDS or key[:2] == "x-" for key in value)
        return "" if is_schema else "an object without keywords of schemas"
    if isinstance(value, dict):
        return ""
    return f"{_NOT_OBJECTS.get(type(value), 'a number')}, not to a {kind}"


def _has_keywords(kind: str, value: dict[str, Any]) -> bool:
    """Return whether an object has keywords of a kind.

    The types of security schemes are not types of schemas.
    """
    keywords = _KEYWORDS[kind].intersection(value)
    if kind == "schema" and keywords == {"type"}:
        return value["type"] not in _SECURITY_TYPES
    return bool(keywords)


_SECURITY_TYPES = ("apiKey", "basic", "http", "mutualTLS", "oauth2", "openIdConnect")


def _find_kind(root: Any, pointer: JsonPointer) -> str | None:
    """Return the kind of the object at a place, `None` if it is not known."""
    if not isinstance(root, dict) or root.keys().isdisjoint(("openapi", "components")):
        return None
    kind: str | None = "OpenAPI object"
    for token in pointer:
        if kind is None:
            return None
        if kind[0] in "{[":
            kind = kind[1:]
        elif kind == "callback":
            kind = "path item"
        else:
            members = _MEMBERS.get("parameter" if kind == "header" else kind, {})
            kind = members.get(token)
    return kind
