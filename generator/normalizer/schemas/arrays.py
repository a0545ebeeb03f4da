"""Arrays: lists, and tuples if the document fixes the positions of the items.

`prefixItems` alone does not fix the length: `[]` is valid, too (JSON Schema Validation,
6.4). An array is a tuple if `minItems` covers all positions:

- of a fixed length if `maxItems` or `items: false` forbids further items,
- otherwise with a variable tail of the type of `items`, or of any type.

Otherwise it is a list whose items have any of the types, because a union of tuples of each
permitted length grows with the number of positions, and callers could not index it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Rule, Severity
from ...model.types import (
    Anything,
    ListOf,
    MapOf,
    Nothing,
    Nullable,
    OneOf,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
)
from ...openapi.exclusions import accepts_nothing
from ...openapi.schema import Schema
from .protocol import Reader
from .type_ops import join_types

TUPLE_ITEMS = Rule(
    "tuple-items",
    Severity.NOTE,
    "`prefixItems` defines a type for each position of an array, but arrays of other "
    "lengths are valid, too. The generated type is a list whose items may have any of "
    "these types.",
    key="prefixItems",
)

_MAX_POSITIONS = 32
"""Positions of a tuple; the type of a longer one is unreadable."""


def build_array(reader: Reader, schema: Schema, words: tuple[str, ...]) -> Type:
    """Return the type of an array.

    Args:
        reader: Reads nested schemas.
        schema: The schema of the array.
        words: Parts of the name of its declaration.
    """
    prefix, items = schema.prefix_items, schema.items
    words = (*words, "item")
    if not prefix:
        if items is not None and accepts_nothing(items.value):
            return ListOf(Nothing())
        if items is None and schema.raw("unevaluatedItems") is False:
            return ListOf(Anything(degraded=True))  # the reference states the limit
        return ListOf(reader.build_type(items, words) if items else Anything())
    if items is not None and accepts_nothing(items.value):
        items = None
    types = tuple(reader.build_type(item, words) for item in prefix)
    rest = reader.build_type(items, words) if items is not None else None
    result = _build_tuple(schema, types, rest or Anything())
    if result is not None:
        return result
    listed = types if rest is None else (*types, rest)
    if len(set(listed)) > 1:
        reader.context.diagnostics.add(
            TUPLE_ITEMS,
            f"the {len(prefix)} positions of this array share one item type, because "
            "its length is not fixed",
            schema.location,
            hint=f"set minItems: {len(prefix)} if all positions are required",
        )
    joined = join_types(listed)
    return ListOf(Anything(degraded=True) if joined == Anything() else joined)


def _build_tuple(schema: Schema, types: tuple[Type, ...], rest: Type) -> TupleOf | None:
    """Return the type of an array with positions; `None` if it is not a tuple.

    Args:
        schema: The schema of the array.
        types: Types of the positions.
        rest: Type of further items, if they are permitted.
    """
    minimum, maximum = schema.item_counts
    if not len(types) <= minimum <= _MAX_POSITIONS:
        return None
    if maximum is not None and maximum < minimum:
        return None
    types += (rest,) * (minimum - len(types))
    if any(map(_contains_file, types)):
        # As an argument, a tuple is a file with its name.
        return None
    return TupleOf(types, None if maximum == minimum else rest)


def _contains_file(type_: Type) -> bool:
    return any(
        isinstance(item, Scalar) and item.kind is ScalarKind.BINARY
        for item in _leaves(type_)
    )


def _leaves(type_: Type) -> Iterator[Type]:
    """Yield the types within a type that contain no others."""
    match type_:
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            yield from _leaves(inner)
        case OneOf(members):
            for member in members:
                yield from _leaves(member)
        case TupleOf(items, rest):
            for item in items if rest is None else (*items, rest):
                yield from _leaves(item)
        case _:
            yield type_
