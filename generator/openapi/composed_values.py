"""Defaults and examples of schemas whose types other schemas declare.

The type of a value can be behind references, in parts of `allOf`, in members of a union, and
in the schemas of properties and items. Numbers without quotes in place of strings get the
text of the file there, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice, product
from typing import Any, TypeAlias

from ..source import Location
from .document import BrokenReference, Document
from .schema import Schema
from .typed_values import read_as

_Parts: TypeAlias = Sequence[Schema]
"""Schemas that all apply to a value."""

_MAX_ALTERNATIVES = 100
"""Combinations of members of unions; the values of more are not converted."""


def read_default(schema: Schema, document: Document) -> Any:
    """Return the default of a schema as a value of its type; `None` if there is none."""
    where = Location(schema.file, (*schema.pointer, "default"))
    return read_composed(schema.raw("default"), schema, document, where)


def read_examples(schema: Schema, document: Document) -> tuple[Any, ...]:
    """Return the examples of a schema as values of its type."""
    return tuple(
        read_composed(item.value, schema, document, item.location)
        for item in schema.examples
    )


def read_composed(
    value: Any, schema: Schema | None, document: Document, where: Location
) -> Any:
    """Return a default or an example as a value of the type; see `read_as`.

    Args:
        value: The value.
        schema: Schema of the value, if it has one.
        document: Resolves references.
        where: Location of the value.
    """
    if value is None or schema is None:
        return None
    return _read(value, [[schema]], document, where)


def _read(
    value: Any, alternatives: Sequence[_Parts], document: Document, where: Location
) -> Any:
    """Return a value to which the parts of one of several alternatives apply."""
    known = [
        parts
        for item in alternatives
        for parts in islice(_expand(item, document), _MAX_ALTERNATIVES)
    ]
    if not 0 < len(known) < _MAX_ALTERNATIVES:
        return value
    file, pointer = where

    def read_child(item: Any, token: str) -> Any:
        inner = [_list_children(parts, value, token) for parts in known]
        place = Location(file, (*pointer, token))
        return _read(item, [parts for parts in inner if parts], document, place)

    if isinstance(value, dict):
        return {key: read_child(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [read_child(item, str(index)) for index, item in enumerate(value)]
    types = [next((item.types for item in parts if item.types), ()) for parts in known]
    if not all(types):
        return value
    return read_as(value, tuple(dict.fromkeys(chain.from_iterable(types))), where)


def _list_children(parts: _Parts, value: Any, token: str) -> list[Schema]:
    """Return the schemas that apply to a property or an item of a value."""
    children: list[Schema | None] = []
    for part in parts:
        if isinstance(value, dict):
            child = part.properties.get(token)
            children.append(child or part.additional_properties)
        else:
            prefix, index = part.prefix_items, int(token)
            children.append(prefix[index] if index < len(prefix) else part.items)
    return [child for child in children if child is not None]


def _expand(
    parts: _Parts, document: Document, seen: frozenset[object] = frozenset()
) -> Iterator[_Parts]:
    """Yield the schemas that apply together, for each choice of members of unions.

    Args:
        parts: Schemas that all apply.
        document: Resolves references.
        seen: Keys of schemas that apply already.
    """
    pending, own = [*parts], dict[object, Schema]()
    unions: list[Sequence[Schema]] = []
    while pending:
        schema = pending.pop()
        if schema.key in own or schema.key in seen:
            continue
        own[schema.key] = schema
        target = document.resolve(schema)
        if not isinstance(target, BrokenReference):
            pending.append(target)
        pending += schema.all_of
        unions += [each for each in (schema.any_of, schema.one_of) if each]
    seen |= own.keys()
    for members in product(*unions):
        choices = (
            islice(_expand([each], document, seen), _MAX_ALTERNATIVES)
            for each in members
        )
        for chosen in product(*choices):
            yield [*own.values(), *chain.from_iterable(chosen)]
