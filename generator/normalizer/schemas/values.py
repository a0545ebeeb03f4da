"""Values by JSON type: scalars, arrays, objects, enumerations."""

from __future__ import annotations

from dataclasses import replace

from ...diagnostics import Rule, Severity
from ...model.types import (
    Anything,
    Scalar,
    ScalarKind,
    Type,
)
from ...openapi.conditions import list_conditional_schemas
from ...openapi.schema import Schema
from .arrays import build_array
from .headers import PendingHeader, pending
from .merged import MergedSchema
from .objects import build_object
from .protocol import Definition, Reader
from .type_ops import SCALARS, join_types

UNKNOWN_TYPE = Rule(
    "unknown-type",
    Severity.WARNING,
    "`type` is not a JSON type: array, boolean, integer, null, number, object or string. "
    "The generated type accepts any JSON value.",
    key="type",
)

OBJECT_KEYWORDS = frozenset({"properties", "additionalProperties", "patternProperties"})
"""Keywords that apply to objects only."""

_ARRAY_KEYWORDS = frozenset({"items", "prefixItems", "unevaluatedItems"})


def build_value(
    reader: Reader,
    schema: Schema,
    types: tuple[str, ...],
    words: tuple[str, ...],
    header: PendingHeader,
) -> Definition:
    """Return the definition of a schema without composition and enum.

    Args:
        reader: Reads nested schemas.
        schema: The schema.
        types: Its JSON types; inferred from its keywords if empty.
        words: Parts of the name of its declaration.
        header: PendingHeader of its declaration.
    """
    names = [name for name in types if name != "null"]
    if not names and "null" in types:
        return Scalar(ScalarKind.NULL)
    if not names:
        inferred = _infer_type(reader, schema, words)
        if not inferred:
            return Anything()
        names = [inferred]
    if len(names) == 1:
        return _build_one_type(reader, schema, names[0], words, header)
    if header.declared and "object" in names:
        words, header = _name_object(reader, schema, words)
    return join_types(
        reader.register(_build_one_type(reader, schema, name, words, header))
        for name in names
    )


def build_types(
    reader: Reader,
    merged: MergedSchema,
    schema: Schema,
    words: tuple[str, ...],
    header: PendingHeader,
) -> Type:
    """Return the union of the JSON types of merged parts, one of them an object.

    Args:
        reader: Reads nested schemas.
        merged: The merged keywords of the parts.
        schema: The schema that the parts belong to.
        words: Parts of the name of its declaration.
        header: PendingHeader of its declaration.
    """
    if header.declared:
        words, header = _name_object(reader, schema, words)
    parts = [replace(merged, types=(name,)) for name in merged.types]
    return join_types(
        reader.register(reader.build_merged(part, schema, words, header))
        for part in parts
    )


def _name_object(
    reader: Reader, schema: Schema, words: tuple[str, ...]
) -> tuple[tuple[str, ...], PendingHeader]:
    """Return the name and the header of the object in a declared union of types.

    The declaration is the union; its object needs another one.
    """
    words = (*words, "object")
    return words, pending(reader.build_header(schema, words, "~object"))


def _infer_type(reader: Reader, schema: Schema, words: tuple[str, ...]) -> str:
    """Return the JSON type that the keywords of a schema imply; `""` if none."""
    if not OBJECT_KEYWORDS.isdisjoint(schema.value):
        return "object"
    if not _ARRAY_KEYWORDS.isdisjoint(schema.value):
        return "array"
    if list_conditional_schemas(schema) and not schema.is_binary:
        return "object" if reader.merger.merge(schema, words).conditional else ""
    return "string" if schema.is_binary else ""


def _build_one_type(
    reader: Reader,
    schema: Schema,
    name: str,
    words: tuple[str, ...],
    header: PendingHeader,
) -> Definition:
    """Return the definition of the values of a schema that have the JSON type `name`."""
    if name == "string":
        if schema.is_binary:
            return Scalar(ScalarKind.BINARY)
        return Scalar(ScalarKind.STRING, schema.format)
    if name == "object":
        return build_object(reader, reader.merger.merge(schema, words), words, header)
    if name == "array":
        return build_array(reader, schema, words)
    kind = SCALARS.get(name)
    if kind is not None:
        return Scalar(kind, schema.format)
    if name == "file":
        return Scalar(ScalarKind.BINARY)
    reader.context.diagnostics.add(
        UNKNOWN_TYPE,
        f"{name!r} is not a JSON type",
        schema.location,
        hint="use one of array, boolean, integer, null, number, object, string",
    )
    return Anything(degraded=True)
