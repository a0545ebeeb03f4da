"""Defaults and examples of schemas whose types other schemas declare.

The type of a value can be behind references, in parts of `allOf`, in members of a union, and
in the schemas of properties and items. Numbers without quotes in place of strings get the
text of the file there, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, TypeAlias

from ..source import Location
from .document import BrokenReference, Document
from .schema import Schema
from .typed_values import read_as

_Parts: TypeAlias = Sequence[Schema]
"""Schemas that all apply to a value."""

_Union: TypeAlias = Sequence[Schema]
"""Schemas of which one applies to a value, or several."""

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
        return value
    return _read(value, [[schema]], document, where)


def _read(
    value: Any, alternatives: Iterable[_Parts], document: Document, where: Location
) -> Any:
    """Return a value to which the parts of one of several alternatives apply."""
    known = _expand(alternatives, document)
    if not known:
        return value
    file, pointer = where

    def read_child(item: Any, token: str, inner: Iterable[_Parts]) -> Any:
        place = Location(file, (*pointer, token))
        # Alternatives often have the same property.
        unique = {tuple(part.key for part in parts): parts for parts in inner if parts}
        return _read(item, unique.values(), document, place)

    if isinstance(value, dict):
        children = [_list_members(parts) for parts in known]
        return {
            key: read_child(item, key, [_select(each, key) for each in children])
            for key, item in value.items()
        }
    if isinstance(value, list):
        rows = [_list_items(parts) for parts in known]
        return [
            read_child(item, str(index), [_select(each, index) for each in rows])
            for index, item in enumerate(value)
        ]
    types = [next((item.types for item in parts if item.types), ()) for parts in known]
    if not all(types):
        return value
    return read_as(value, tuple(dict.fromkeys(chain.from_iterable(types))), where)


_Children: TypeAlias = Sequence[tuple[Mapping[Any, Schema], Schema | None]]
"""For each part, the schemas of properties or items, and the schema of others."""


def _list_members(parts: _Parts) -> _Children:
    return [(part.properties, part.additional_properties) for part in parts]


def _list_items(parts: _Parts) -> _Children:
    return [(dict(enumerate(part.prefix_items)), part.items) for part in parts]


def _select(children: _Children, key: object) -> list[Schema]:
    """Return the schemas that apply to a property or an item."""
    selected = (own.get(key) or others for own, others in children)
    return [schema for schema in selected if schema is not None]


def _expand(alternatives: Iterable[_Parts], document: Document) -> list[_Parts]:
    """Return the schemas that apply together, for each choice of members of unions.

    Args:
        alternatives: Schemas that all apply, for each alternative.
        document: Resolves references.

    Returns:
        The alternatives without unions; none if there are too many.
    """
    result: list[_Parts] = []
    pending = [_apply(parts, {}, (), document) for parts in alternatives][::-1]
    while pending:
        own, unions = pending.pop()
        if unions:
            members, *others = unions
            pending += [
                _apply([item], own, others, document) for item in reversed(members)
            ]
        else:
            result.append([*own.values()])
        if len(result) + len(pending) >= _MAX_ALTERNATIVES:
            return []
    return result


def _apply(
    parts: _Parts,
    known: Mapping[object, Schema],
    unions: Sequence[_Union],
    document: Document,
) -> tuple[dict[object, Schema], list[_Union]]:
    """Return the schemas that apply if others apply, too.

    Args:
        parts: Schemas that apply, too.
        known: Schemas that apply, by key.
        unions: Unions that apply.
        document: Resolves references.

    Returns:
        All schemas that apply, by key, and all unions.
    """
    pending, own, result = [*parts], {**known}, [*unions]
    while pending:
        schema = pending.pop()
        if schema.key in own:
            continue
        own[schema.key] = schema
        target = document.resolve(schema)
        if not isinstance(target, BrokenReference):
            pending.append(target)
        pending += schema.all_of
        result += [each for each in (schema.any_of, schema.one_of) if each]
    return own, result
