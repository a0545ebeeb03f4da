"""Pydantic schemas of models. Importing this module requires pydantic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic_core import PydanticCustomError, core_schema

from ..lazy import load_feature
from .annotations import (
    Class,
    ListOf,
    Literals,
    LiteralValue,
    MapOf,
    Name,
    Node,
    Scalar,
    TupleOf,
    Union,
    node_from_value,
)
from .declarations import declaration_of
from .records import JSONObject, type_of
from .scopes import ScopedNode, comparison_key, kind_of, literal_values

_SCALAR_SCHEMAS = {
    "str": core_schema.str_schema(),
    "int": core_schema.int_schema(),
    "float": core_schema.float_schema(),
    "bool": core_schema.bool_schema(),
    "bytes": core_schema.bytes_schema(),
    "ReceivedFile": core_schema.bytes_schema(),
}


def build_core_schema(cls: Any, handler: Any) -> core_schema.CoreSchema:
    """Build the core schema that validates and serializes a model.

    The schema is shallow: it has the keys and the literals of one class. Nested models are
    converted by the class itself, so that the schema of a class with hundreds of nested
    types is not built and compiled for each of them.

    Args:
        cls: A class derived from `BaseModel`.
        handler: Pydantic's handler (`GetCoreSchemaHandler`).
    """
    declaration = declaration_of(cls)
    fields = {
        key: core_schema.typed_dict_field(
            _field_schema(
                field.annotation.read(literal_values), declaration.kinds(key)
            ),
            required=field.required,
        )
        for key, field in declaration.by_key.items()
    }

    literals = declaration.literals()

    def validate(value: Any, validate_keys: Any) -> Any:
        if isinstance(value, cls):
            return value
        members = value.__dict__ if isinstance(value, JSONObject) else value
        validate_keys(members)
        for key in literals:
            # Pydantic accepts `True` for 1, and the other way round.
            if key in members and comparison_key(members[key]) not in literals[key]:
                raise ValueError(f"{key!r} must not be {members[key]!r}")
        # The original data: pydantic's result is in the order of declaration.
        return cls.from_dict(members)

    validate.__name__ = cls.__name__  # Pydantic shows it in the location of an error.
    return core_schema.no_info_wrap_validator_function(
        validate,
        core_schema.typed_dict_schema(fields, extra_behavior="allow"),
        ref=_reference_name(cls),
        serialization=core_schema.plain_serializer_function_ser_schema(
            lambda value, info: cls.to_dict(value, mode=info.mode), info_arg=True
        ),
    )


def build_json_schema(cls: type[JSONObject], handler: Any) -> dict[str, Any]:
    """Build the JSON schema of a model.

    Args:
        cls: A class derived from `BaseModel`.
        handler: Pydantic's handler (`GetJsonSchemaHandler`).
    """
    builder = _SchemaBuilder()
    root = builder.reference(cls)
    schema = handler(core_schema.definitions_schema(root, list(builder.definitions())))
    # A copy: pydantic adds `$defs` to a root schema, and `$defs` contains the original.
    return {**handler.resolve_ref_schema(schema)}


def _native_schema(name: str) -> Any:
    return load_feature("models.native_types").pydantic_schema(name)


def _reference_name(cls: type[JSONObject]) -> str:
    """Return a name in pydantic's own format, from which it derives the name in `$defs`."""
    return f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"


def _field_schema(
    values: list[LiteralValue] | None, kinds: frozenset[str] | None
) -> core_schema.CoreSchema:
    """Return the schema of a field: its literals, or the kinds of its values.

    Args:
        values: Literals; `None` if the field has other values.
        kinds: Kinds of values (see `scopes.kind_of`); `None` if all are declared.
    """
    if values is not None:
        return _literal_schema(values)

    def check(value: Any) -> Any:
        # Null is accepted: many servers send it for missing values.
        if kinds is None or not _is_json(value):
            return value
        kind = kind_of(value)
        if kind not in kinds:
            raise PydanticCustomError(
                "json_type",
                "Input should be of type {expected}, not {kind}",
                {"expected": _describe_kinds(kinds, kind), "kind": kind},
            )
        return value

    # Not `any_schema()`: pydantic prefers members of a union with any other schema to it.
    return core_schema.no_info_plain_validator_function(check)


def _describe_kinds(kinds: frozenset[str], other: str) -> str:
    """Return the declared kinds for a message: those of items if an array has another."""
    is_array = "list" in kinds and other.startswith("list of ")
    names = [kind for kind in kinds if kind.startswith("list of ") == is_array]
    return " or ".join(sorted(names)) or "null"


_JSON_TYPES = (str, bool, int, float, dict)


def _is_json(value: Any) -> bool:
    """Return whether a value, or the first item of an array, has a JSON type.

    Callers can also pass models, and values that are encoded as JSON, such as dates.
    """
    if type_of(value) is list and value:
        return type_of(value[0]) in (*_JSON_TYPES, list)
    return type_of(value) in (*_JSON_TYPES, list)


def _literal_schema(values: list[LiteralValue]) -> core_schema.CoreSchema:
    """Return the schema of literals; null is a separate alternative."""
    constants = [value for value in values if value is not None]
    if not constants:
        return core_schema.none_schema()
    schema = core_schema.literal_schema(constants)
    return (
        schema if len(constants) == len(values) else core_schema.nullable_schema(schema)
    )


class _SchemaBuilder:
    """Builder of full schemas, one definition for each class that is referenced."""

    def __init__(self) -> None:
        self._references: dict[type[JSONObject], str] = {}

    def reference(self, cls: type[JSONObject]) -> core_schema.CoreSchema:
        """Return a reference to the definition of a class."""
        name = self._references.setdefault(cls, _reference_name(cls))
        return core_schema.definition_reference_schema(name)

    def definitions(self) -> Iterator[core_schema.CoreSchema]:
        """Yield the definitions of all referenced classes, which can reference others."""
        built: set[type[JSONObject]] = set()
        while remaining := [cls for cls in self._references if cls not in built]:
            for cls in remaining:
                built.add(cls)
                yield self._define(cls)

    def _define(self, cls: type[JSONObject]) -> core_schema.CoreSchema:
        declaration = declaration_of(cls)
        fields = {
            key: core_schema.typed_dict_field(
                field.annotation.read(self._convert), required=field.required
            )
            for key, field in declaration.by_key.items()
        }
        return core_schema.typed_dict_schema(
            fields,
            cls=cls,
            extra_behavior="allow",
            extras_schema=(
                declaration.extra.read(self._convert) if declaration.extra else None
            ),
            ref=self._references[cls],
        )

    def _convert(
        self, scoped: ScopedNode, aliases: frozenset[str] = frozenset()
    ) -> core_schema.CoreSchema:
        """Convert a type; an alias that contains itself is any JSON at that place."""
        node, scope = scoped
        if isinstance(node, Name):
            if node.name in aliases:
                return core_schema.any_schema()
            value, value_scope = scope.find(node.name)
            target = ScopedNode(node_from_value(value), value_scope)
            return self._convert(target, aliases | {node.name})

        def convert(child: Node) -> core_schema.CoreSchema:
            return self._convert(ScopedNode(child, scope), aliases)

        if isinstance(node, Scalar):
            return _SCALAR_SCHEMAS.get(node.name) or _native_schema(node.name)
        if isinstance(node, Literals):
            return _literal_schema(list(node.values))
        if isinstance(node, ListOf):
            return core_schema.list_schema(convert(node.item))
        if isinstance(node, TupleOf):
            items = [convert(item) for item in node.items]
            if node.rest is None:
                return core_schema.tuple_schema(items)
            rest = convert(node.rest)
            return core_schema.tuple_schema(
                [*items, rest], variadic_item_index=len(items)
            )
        if isinstance(node, MapOf):
            return core_schema.dict_schema(
                core_schema.str_schema(), convert(node.value)
            )
        if isinstance(node, Union):
            return core_schema.union_schema([convert(each) for each in node.members])
        if isinstance(node, Class) and issubclass(node.cls, JSONObject):
            return self.reference(node.cls)
        return core_schema.any_schema()
