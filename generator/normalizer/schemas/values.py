"""Values by their JSON types: scalars, arrays, objects, and what an enum lists."""

from __future__ import annotations

from typing import Protocol

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.types import (
    Anything,
    Declaration,
    Enumeration,
    Header,
    ListOf,
    Literal,
    Scalar,
    ScalarKind,
    Type,
)
from .enums import is_long, literal
from .all_of import Merger
from .objects import object_or_map
from .type_ops import union_of_types
from ...openapi.document import Document
from ...openapi.schema import Schema

UNKNOWN_TYPE = Rule(
    "unknown-type",
    Severity.WARNING,
    "`type` names none of JSON's types: array, boolean, integer, null, number, object, "
    "string. Values of it are treated as any JSON value.",
    key="type",
)
TUPLE_ITEMS = Rule(
    "tuple-items",
    Severity.NOTE,
    "`prefixItems` gives each place of an array its own type. The generated type is a "
    "list whose items may have any of these types.",
    key="prefixItems",
)

SCALARS = {
    "string": ScalarKind.STRING,
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
    "null": ScalarKind.NULL,
}
"""The JSON types of values that hold no others."""

OBJECT_WORDS = frozenset({"properties", "additionalProperties", "patternProperties"})
"""Keywords that only objects have."""

_ARRAY_WORDS = frozenset({"items", "prefixItems"})


class ValueReader(Protocol):
    """What reads the schemas inside a value."""

    diagnostics: Diagnostics
    document: Document
    merger: Merger

    def type_of(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """What a value may be."""
        ...

    def named(self, described: Declaration | Type) -> Type:
        """The type of what was described."""
        ...


def enumeration(
    reader: ValueReader, schema: Schema, values: list[object], header: Header
) -> Declaration | Type:
    type_ = literal(schema, values, reader.diagnostics)
    if isinstance(type_, Literal) and (header.declared or is_long(type_)):
        return Enumeration(header, type_)
    return type_


def typed(
    reader: ValueReader,
    schema: Schema,
    types: tuple[str, ...],
    words: tuple[str, ...],
    header: Header,
) -> Declaration | Type:
    value = schema.value
    names = [name for name in types if name != "null"]
    if not names and "null" in types:
        return Scalar(ScalarKind.NULL)
    if not names:
        if not OBJECT_WORDS.isdisjoint(value):
            names = ["object"]
        elif not _ARRAY_WORDS.isdisjoint(value):
            names = ["array"]
        elif schema.is_binary:
            names = ["string"]
        else:
            return Anything()
    if len(names) == 1:
        return _one_type(reader, schema, names[0], words, header)
    return union_of_types(
        reader.named(_one_type(reader, schema, name, words, header)) for name in names
    )


def _one_type(
    reader: ValueReader,
    schema: Schema,
    name: str,
    words: tuple[str, ...],
    header: Header,
) -> Declaration | Type:
    if name == "string":
        if schema.is_binary:
            return Scalar(ScalarKind.BINARY)
        return Scalar(ScalarKind.STRING, schema.format)
    if name == "object":
        merged = reader.merger.merge(schema, words)
        return object_or_map(reader, merged, words, header)
    if name == "array":
        return ListOf(_item(reader, schema, words))
    kind = SCALARS.get(name)
    if kind is not None:
        return Scalar(kind, schema.format)
    if name == "file":
        return Scalar(ScalarKind.BINARY)
    reader.diagnostics.add(
        UNKNOWN_TYPE,
        f"{name!r} is no JSON type",
        schema.location,
        hint="use one of array, boolean, integer, null, number, object, string",
    )
    return Anything(degraded=True)


def _item(reader: ValueReader, schema: Schema, words: tuple[str, ...]) -> Type:
    prefix = schema.prefix_items
    items = schema.items
    if not prefix:
        return reader.type_of(items, (*words, "item")) if items else Anything()
    reader.diagnostics.add(
        TUPLE_ITEMS,
        f"the {len(prefix)} places of this array share one item type",
        schema.location,
    )
    if items is not None and items.value is not False:
        prefix = [*prefix, items]
    return union_of_types(reader.type_of(item, (*words, "item")) for item in prefix)
