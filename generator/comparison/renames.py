"""Types that have another name in the new client."""

from __future__ import annotations

from collections.abc import Mapping

from ..python.types import (
    ModelClass,
    PageClass,
    ParamClass,
    TypeItem,
    TypeNameAlias,
)
from .sides import Side

_MIN_FIELDS = 2
"""Fewest fields of a class that is recognized by its fields."""


def renamed_types(old: Side, new: Side) -> dict[str, str]:
    """Return the new names of types, by the old names.

    The new client keeps the old name of a type as an alias if the earlier output records
    it. Other types are recognized by the place of the schema in the document, or by their
    fields if exactly one new class has the same fields.
    """
    kept = _kept_names(old, new)
    lost = [name for name in old.types if name not in new.types]
    known = {*old.types, *kept.values()}
    added = [
        name
        for name, item in new.types.items()
        if name not in known and not isinstance(item, TypeNameAlias)
    ]
    by_place = {_place(new.types[name]): name for name in added}
    by_shape: dict[object, list[str]] = {}
    for name in added:
        by_shape.setdefault(_shape(new.types[name]), []).append(name)
    result: dict[str, str] = {}
    for name in lost:
        item = old.types[name]
        match = by_place.get(_place(item)) or _only(by_shape, _shape(item))
        if match is not None and match not in result.values():
            result[name] = match
    return kept | result


def _kept_names(old: Side, new: Side) -> dict[str, str]:
    """Return the new names of types whose old names have become aliases."""
    return {
        name: current.of
        for name, item in old.types.items()
        if not isinstance(item, TypeNameAlias)
        and isinstance(current := new.types.get(name), TypeNameAlias)
    }


def _only(shapes: Mapping[object, list[str]], shape: object) -> str | None:
    names = shapes.get(shape, []) if shape is not None else []
    return names[0] if len(names) == 1 else None


def _place(item: TypeItem) -> tuple[object, ...]:
    """Return the kind of a type and the JSON pointer of its schema."""
    asynchronous = isinstance(item, PageClass) and item.asynchronous
    return (type(item).__name__, asynchronous, item.key.partition("#")[2])


def _shape(item: TypeItem) -> object:
    """Return the fields of a class with their types, `None` for other types."""
    match item:
        case ModelClass(fields=fields) if len(fields) >= _MIN_FIELDS:
            content = [(field.key, field.type, field.required) for field in fields]
            return ("model", tuple(content))
        case ParamClass(fields=keys) if len(keys) >= _MIN_FIELDS:
            return ("dictionary", tuple((key.key, key.type) for key in keys))
        case _:
            return None
