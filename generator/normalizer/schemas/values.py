"""Values by JSON type: scalars, arrays, objects, enumerations."""

from __future__ import annotations

from ...diagnostics import Rule, Severity
from ...model.types import (
    Anything,
    Scalar,
    ScalarKind,
)
from ...openapi.conditions import list_conditional_schemas
from ...openapi.schema import Schema
from .arrays import build_array
from .headers import PendingHeader, pending
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
        # The declaration is the union; its object needs another one.
        words = (*words, "object")
        header = pending(reader.build_header(schema, words, "~object"))
    return join_types(
        reader.register(_build_one_type(reader, schema, name, words, header))
        for name in names
    )


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
