"""Texts that the chunks of a stream append to the response."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.accumulation import StreamText, TextPiece
from ...model.operations import KeyPath
from ...model.structured import ITEMS
from ...model.types import Key, ListOf, Object, Property, Scalar, ScalarKind, Type
from ..schemas.type_queries import Shapes

_IDENTIFIERS = frozenset(("id", "type", "role", "object", "index", "name"))
"""Keys of strings that the runtime does not append."""


def find_texts(
    shapes: Shapes, item: Type, steps: tuple[str, ...]
) -> tuple[KeyPath, ...]:
    """Return the paths of the strings that a chunk appends, from an entry of its list.

    Args:
        shapes: Queries on all types.
        item: Type of the chunks.
        steps: The value of `Streaming.aggregation`.
    """
    if steps[:1] != ("pieces",):
        return ()
    _, entries, piece, _ = steps
    chunk = shapes.only(item)
    entry = _find_entry(shapes, chunk, entries) if chunk is not None else None
    if entry is None:
        return ()
    members = (member for member in entry.properties if member.name == piece)
    paths = (_find_paths(shapes, member, frozenset()) for member in members)
    return tuple(dict.fromkeys(path for each in paths for path in each))


def find_chunk_text(
    steps: tuple[str, ...], texts: tuple[KeyPath, ...]
) -> StreamText | None:
    """Return the text of the first entry; `None` if several strings could be it.

    It is the only string that chunks append to the entry or to its object, or the one that
    is called `content` or `text`.

    Args:
        steps: The value of `Streaming.aggregation`.
        texts: The paths that `find_texts` returned.
    """
    _, entries, _, whole = steps
    own = [path for path in texts if len(path) <= 2]
    named = [path for path in own if {*path[-1:]} & {"content", "text"}]
    if len(named or own) != 1:
        return None
    path = (named or own)[0]
    key = "".join(path[-1:])
    delta = TextPiece(("delta",), ((("type",), f"{key}.delta"), (("index",), 0)))
    holder = (entries, "[0]", *((whole,) if path[1:] else ()))
    return StreamText((delta,), holder, key if path[1:] else whole)


def _find_entry(shapes: Shapes, owner: Object, name: str) -> Object | None:
    """Return the object that is the item of a list."""
    for member in owner.properties:
        if member.name == name:
            for shape in shapes.alternatives(member.type):
                if isinstance(shape, ListOf):
                    return shapes.only(shape.item)
    return None


def _find_paths(
    shapes: Shapes, member: Property, owners: frozenset[Key]
) -> Iterator[KeyPath]:
    """Yield the paths of the strings in a property, which begin with its name."""
    if member.name in _IDENTIFIERS:
        return
    for shape in shapes.alternatives(member.type):
        if isinstance(shape, Scalar) and shape.kind is ScalarKind.STRING:
            yield (member.name,)
        elif isinstance(shape, Object):
            for path in _find_in_object(shapes, shape, owners):
                yield (member.name, *path)
        elif isinstance(shape, ListOf):
            entry = shapes.only(shape.item)
            # Only entries with an index are merged; others are whole.
            if entry and any(each.name == "index" for each in entry.properties):
                for path in _find_in_object(shapes, entry, owners):
                    yield (member.name, ITEMS, *path)


def _find_in_object(
    shapes: Shapes, owner: Object, owners: frozenset[Key]
) -> Iterator[KeyPath]:
    if owner.header.key not in owners:
        for member in owner.properties:
            yield from _find_paths(shapes, member, owners | {owner.header.key})
