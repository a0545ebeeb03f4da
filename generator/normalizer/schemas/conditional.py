"""Properties that schemas declare which apply to some values only.

These are the schemas of `then`, `else`, `dependentSchemas` and `dependencies`, and the
members of further unions beside the first one. A client does not evaluate conditions, so
each property that they declare is an optional property of the object.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from ...openapi.exclusions import accepts_nothing
from ...openapi.schema import Schema
from .merged import MergedSchema, NamedSchema, PartialMerge

_Merge = Callable[[Schema, tuple[str, ...]], PartialMerge]
"""A function that merges the parts of a schema."""


def add_conditional_properties(
    merged: MergedSchema,
    merge: _Merge,
    schemas: Iterable[NamedSchema],
    conditions: Iterable[NamedSchema],
) -> None:
    """Add the properties of conditional schemas to a merged schema.

    Args:
        merged: Changed in place.
        merge: Merges the parts of a schema.
        schemas: Schemas that apply to some values.
        conditions: Schemas that decide whether others apply.
    """
    conditions = list(conditions)
    known: set[object] = set()
    for part in _list_parts(merge, schemas):
        if part.conditional is not None:
            conditions += part.conditional.conditions.values()
        for name, properties in part.properties.items():
            text = name, *((item.file.uri, repr(item.value)) for item, _ in properties)
            if text not in known and not any(
                accepts_nothing(item.value) for item, _ in properties
            ):
                known.add(text)
                merged.conditional.setdefault(name, []).append(properties)
    for part in _list_parts(merge, conditions):
        for name, properties in part.properties.items():
            enums = [item for item in properties if item[0].enum is not None]
            if enums and not (name in merged.properties or name in merged.conditional):
                merged.tested.setdefault(name, []).extend(enums)


def _list_parts(
    merge: _Merge, schemas: Iterable[NamedSchema]
) -> Iterator[PartialMerge]:
    """Yield schemas, the conditional ones within them and the members of their unions.

    Each schema is merged once, so that schemas that contain themselves end.
    """
    seen: set[object] = set()
    pending = deque(schemas)
    while pending:
        schema, words = pending.popleft()
        if schema.key in seen:
            continue
        seen.add(schema.key)
        part = merge(schema, words)
        yield part
        if part.conditional is not None:
            pending.extend(part.conditional.schemas.values())
        for _, members in part.unions.values():
            pending.extend((member, words) for member in members)
