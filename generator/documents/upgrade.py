"""Upgrade a document of OpenAPI 3.0 or Swagger 2.0 to OpenAPI 3.1."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import unquote

from ..openapi.schema import is_nullable_only
from ..source import parse_pointer
from .nodes import value_at
from .schema_walk import change_schemas

VERSION = "3.1.1"
"""Version of OpenAPI of upgraded documents."""

_LIMITS = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))
_NULL = {"type": "null"}
_MAX_REFERENCES = 20
"""References that are followed to a schema; more are considered a cycle."""


def upgrade_openapi(root: dict[str, Any], origins: dict[int, Any]) -> dict[str, Any]:
    """Return a document of OpenAPI 3.0 as OpenAPI 3.1.

    The rules are those of the migration from 3.0 to 3.1, which is backward compatible
    except for Schema Objects: they are JSON Schema 2020-12 in 3.1 (section 4.8.24).

    Args:
        root: Value of the document, which stays unchanged.
        origins: Receives the nodes that changed nodes replace; see `change_schemas`.

    Returns:
        The new document. Nodes that did not change are the same objects.
    """
    changed: dict[str, Any] = change_schemas(root, _state_null, origins)
    change = partial(upgrade_schema, changed)
    changed = change_schemas(changed, change, origins)
    result = {
        key: VERSION if key == "openapi" else value for key, value in changed.items()
    }
    origins[id(result)] = origins.get(id(root), root)
    return result


def _state_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Replace members of unions and parts of `allOf` that only have `nullable: true`.

    The members become `type: 'null'`; `nullable` of a part moves to the schema.
    """
    for key in ("anyOf", "oneOf", "allOf"):
        members = schema.get(key)
        if not isinstance(members, list) or all(map(is_nullable_only, members)):
            continue
        if not any(map(is_nullable_only, members)):
            continue
        if key == "allOf":
            rest = [item for item in members if not is_nullable_only(item)]
            schema = {**schema, key: rest, "nullable": True}
        else:
            schema = {**schema, key: [_as_null(item) for item in members]}
    return schema


def _as_null(member: Any) -> Any:
    if not is_nullable_only(member):
        return member
    rest = {key: value for key, value in member.items() if key != "nullable"}
    return {**_NULL, **rest}


def upgrade_schema(root: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return a Schema Object of OpenAPI 3.0 as one of OpenAPI 3.1.

    Its inner schemas are not changed. The formats `byte` and `binary` stay, because they are
    registered for 3.1, too: a client of the new document is the same.

    Args:
        root: Document of OpenAPI 3.0 that contains the targets of references.
        schema: The schema.
    """
    return _example(_nullable(root, _limits(schema)))


def _limits(schema: dict[str, Any]) -> dict[str, Any]:
    """Replace a boolean `exclusiveMinimum` by the limit."""
    for bound, exclusive in _LIMITS:
        flag = schema.get(exclusive)
        if isinstance(flag, bool):
            is_exclusive = flag and bound in schema
            schema = {
                exclusive if key == bound and is_exclusive else key: value
                for key, value in schema.items()
                if key != exclusive
            }
    return schema


def _nullable(root: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Replace `nullable` by the type `null`."""
    if not isinstance(schema.get("nullable"), bool):
        return schema
    rest = {key: value for key, value in schema.items() if key != "nullable"}
    if schema["nullable"] is False:
        return rest
    kind = rest.get("type")
    if isinstance(kind, str) and kind != "null":
        return {**rest, "type": [kind, "null"]}
    if isinstance(kind, list):
        return {**rest, "type": list(dict.fromkeys([*kind, "null"]))}
    for key in ("anyOf", "oneOf"):
        members = rest.get(key)
        if isinstance(members, list):
            # With a second member for null, `oneOf` would reject it.
            has_null = any(_accepts_null(root, member) for member in members)
            return rest if has_null else {**rest, key: [*members, _NULL]}
    if isinstance(rest.get("enum"), list):
        values = rest["enum"]
        return rest if None in values else {**rest, "enum": [*values, None]}
    return _nullable_compound(rest)


def _accepts_null(root: dict[str, Any], schema: Any) -> bool:
    """Return whether a schema states that it accepts null."""
    for _ in range(_MAX_REFERENCES):
        reference = schema.get("$ref") if isinstance(schema, dict) else None
        if not isinstance(reference, str) or not reference.startswith("#/"):
            break
        schema = value_at(root, parse_pointer(unquote(reference[1:])))
    if not isinstance(schema, dict):
        return False
    kind = schema.get("type")
    return (
        kind == "null"
        or (isinstance(kind, list) and "null" in kind)
        or schema.get("nullable") is True
    )


def _nullable_compound(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with `$ref` or `allOf` that accepts null, too."""
    reference = schema.get("$ref")
    members = schema.get("allOf")
    if isinstance(reference, str):
        inner: dict[str, Any] = {"$ref": reference}
    elif isinstance(members, list):
        is_single = len(members) == 1 and isinstance(members[0], dict)
        inner = members[0] if is_single else {"allOf": members}
    else:
        return schema  # Without a type, null is accepted already.
    rest = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
    return {"anyOf": [inner, _NULL], **rest}


def _example(schema: dict[str, Any]) -> dict[str, Any]:
    """Replace `example`, which is deprecated in 3.1, by `examples`."""
    if "example" not in schema or "examples" in schema:
        return schema
    return {
        "examples" if key == "example" else key: [value] if key == "example" else value
        for key, value in schema.items()
    }
