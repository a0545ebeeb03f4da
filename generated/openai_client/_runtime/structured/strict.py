"""Conversion of JSON Schemas to the strict form that servers can enforce."""

from __future__ import annotations

from typing import Any, cast

_LISTS = ("anyOf", "allOf", "oneOf", "prefixItems")
_MAPPINGS = ("properties", "$defs", "definitions")


def make_strict(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema in which objects have exactly their declared properties.

    All properties become required, `additionalProperties` becomes `false`, and defaults
    are removed. A reference with siblings becomes the only member of an `anyOf`, an `allOf`
    of one member that member, and a `oneOf` an `anyOf`.

    Args:
        schema: A JSON Schema, such as that of a pydantic model.

    Raises:
        TypeError: An object can have any properties, as that of a `dict` can, or the root
            is not an object.
    """
    strict: dict[str, Any] = _convert(_inline_root(schema), "$")
    if strict.get("type") != "object":
        raise TypeError("the type must be a class with fields, not a union or a scalar")
    return strict


def _inline_root(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with the object that it refers to at its root.

    Strict schemas begin with the object. References to it become `#`.
    """
    reference = schema.get("$ref")
    if not isinstance(reference, str):
        return schema
    _, group, name = reference.split("/")
    definitions = {key: item for key, item in schema[group].items() if key != name}
    others = {group: definitions} if definitions else {}
    inlined: dict[str, Any] = _redirect({**schema[group][name], **others}, reference)
    return inlined


def _redirect(schema: Any, reference: str) -> Any:
    """Return a schema in which a reference refers to the root."""
    if isinstance(schema, dict):
        return {
            key: (
                "#"
                if (key, item) == ("$ref", reference)
                else _redirect(item, reference)
            )
            for key, item in cast("dict[str, Any]", schema).items()
        }
    if isinstance(schema, list):
        return [_redirect(item, reference) for item in cast("list[object]", schema)]
    return schema


def _convert(schema: Any, path: str) -> Any:
    if not isinstance(schema, dict):
        return schema
    source = cast("dict[str, Any]", schema)
    result = {
        key: value
        for key, value in source.items()
        if key not in ("default", "discriminator", "title")
    }
    for key in _MAPPINGS:
        if key in result:
            result[key] = {
                name: _convert(item, f"{path}.{name}")
                for name, item in result[key].items()
            }
    for key in _LISTS:
        if key in result:
            result[key] = [_convert(item, path) for item in result[key]]
    if "items" in result:
        result["items"] = _convert(result["items"], f"{path}[]")
    return _close(_flatten(result), path)


def _flatten(schema: dict[str, Any]) -> dict[str, Any]:
    """Replace constructs that strict schemas do not have by equal ones."""
    if "oneOf" in schema:
        schema = {**schema, "anyOf": schema["oneOf"]}
        del schema["oneOf"]
    if len(schema.get("allOf", ())) == 1:
        (member,) = schema.pop("allOf")
        schema = {**member, **schema}
    if "const" in schema:
        schema = {**schema, "enum": [schema["const"]]}
        del schema["const"]
    if "$ref" in schema and len(schema.keys() - {"$ref", "$defs"}) > 0:
        reference = {"$ref": schema.pop("$ref")}
        schema = {**schema, "anyOf": [reference]}
    return schema


def _close(schema: dict[str, Any], path: str) -> dict[str, Any]:
    """Require all properties of an object and allow no others."""
    if schema.get("type") != "object" and "properties" not in schema:
        return schema
    extra = schema.get("additionalProperties", False)
    if extra not in (False, True) or (extra and "properties" not in schema):
        raise TypeError(
            f"{path} can have any keys, which a strict JSON Schema cannot describe; use a"
            " class with fields, or a list of pairs"
        )
    if "properties" not in schema and "additionalProperties" not in schema:
        raise TypeError(f"{path} can have any keys; use a class with fields")
    properties = schema.get("properties", {})
    return {
        **schema,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
