"""JSON Schemas of the values of arguments (JSON Schema 2020-12)."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.types import (
    Access,
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Documentation,
    Enumeration,
    JsonValue,
    Key,
    ListOf,
    Literal,
    MapOf,
    Nothing,
    Nullable,
    Object,
    OneOf,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
    Union,
)
from ..python.docstrings import summarize

_Schema = dict[str, JsonValue]


class Schemas:
    """JSON Schemas of types, and of all declarations that they refer to.

    Args:
        declarations: Declarations by key.
        names: Name of the type for arguments, by key of the declaration.
    """

    def __init__(
        self, declarations: Mapping[Key, Declaration], names: Mapping[Key, str]
    ) -> None:
        self._declarations = declarations
        self._names = names
        self._reached: dict[Key, None] = {}

    def of(self, type_: Type, documentation: Documentation | None = None) -> JsonValue:
        """Return the schema of a value.

        Args:
            type_: Type of the value.
            documentation: Limits and default of the value, which the schema repeats.
        """
        schema = self._type(type_)
        if documentation is None:
            return schema
        return {**schema, **_limits(documentation, schema)}

    def definitions(self) -> dict[str, JsonValue]:
        """Return the schemas of all declarations that were referred to, by name."""
        schemas: dict[str, JsonValue] = {}
        done: set[Key] = set()
        while waiting := [key for key in self._reached if key not in done]:
            for key in waiting:
                done.add(key)
                schemas[self._names[key]] = self._declaration(self._declarations[key])
        return dict(sorted(schemas.items()))

    def _type(self, type_: Type) -> _Schema:
        match type_:
            case Scalar(kind, format_):
                return _scalar(kind, format_)
            case Literal(values):
                return {"enum": list(values)}
            case ListOf(item):
                return {"type": "array", "items": self._type(item)}
            case TupleOf(items, rest):
                return {
                    "type": "array",
                    "prefixItems": [self._type(item) for item in items],
                    "minItems": len(items),
                    "items": False if rest is None else self._type(rest),
                }
            case MapOf(value, key_type):
                keys: _Schema = (
                    {} if key_type is None else {"propertyNames": self._type(key_type)}
                )
                member = self._type(value)
                return {"type": "object", "additionalProperties": member, **keys}
            case Nullable(inner):
                return {"anyOf": [self._type(inner), {"type": "null"}]}
            case OneOf(members):
                return {"anyOf": [self._type(item) for item in members]}
            case DeclarationRef(key):
                self._reached[key] = None
                return {"$ref": f"#/$defs/{self._names[key]}"}
            case Anything():
                return {}
            case Nothing():
                return {"not": {}}

    def _declaration(self, declaration: Declaration) -> _Schema:
        text = summarize(declaration.header.documentation.description)
        description: _Schema = {"description": text} if text else {}
        match declaration:
            case Object():
                return {**description, **self._object(declaration)}
            case Union(members=members):
                return {**description, "anyOf": [self._type(item) for item in members]}
            case Alias(type=inner) | Enumeration(type=inner):
                return {**description, **self._type(inner)}

    def _object(self, declaration: Object) -> _Schema:
        properties: _Schema = {}
        required: list[JsonValue] = []
        for item in declaration.properties:
            if item.access is Access.READ_ONLY:
                continue
            documentation = item.documentation
            schema = self._type(item.type)
            text = summarize(documentation.description or documentation.title)
            schema |= {"description": text} if text else {}
            properties[item.name] = {**schema, **_limits(documentation, schema)}
            if item.required:
                required.append(item.name)
        result: _Schema = {"type": "object", "properties": properties}
        if required:
            result["required"] = required
        if declaration.extra is not None:
            result["additionalProperties"] = self._type(declaration.extra)
        elif declaration.closed:
            result["additionalProperties"] = False
        return result


def _scalar(kind: ScalarKind, format_: str) -> _Schema:
    if kind in (ScalarKind.BINARY, ScalarKind.FILE):
        return {"type": "string", "format": "binary"}
    schema: _Schema = {"type": kind.value}
    return {**schema, "format": format_} if format_ else schema


def _limits(documentation: Documentation, schema: _Schema) -> _Schema:
    """Return the limits, the default and the deprecation of a value."""
    result: _Schema = {
        name: value for name, value in documentation.limits if name not in schema
    }
    if documentation.has_default:
        result["default"] = documentation.default
    if documentation.deprecated:
        result["deprecated"] = True
    return result
