"""Conversion of arrays with types by position to tuples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .annotations import TupleOf
from .records import type_of
from .scopes import ScopedNode, declared_kinds, literal_values, position_type
from .unions import Candidate, Converter, UnionSelector, comparison_key, kind_of


def build_tuple_converter(
    scoped: ScopedNode, compile_item: Callable[[ScopedNode], Converter]
) -> Converter:
    """Return a function that converts an array to a tuple, item by item.

    An array of another length becomes a tuple of that length; like undeclared keys of an
    object, further items are kept unchanged.

    Args:
        scoped: The type of the tuple.
        compile_item: Function that builds the converter of an item.
    """
    node = scoped.node
    count = len(node.items) if isinstance(node, TupleOf) else 0
    converters: list[Converter] = []

    def compile_position(index: int) -> Converter:
        item = position_type(scoped, index)
        return _identity if item is None else compile_item(item)

    def convert(value: Any) -> Any:
        if type_of(value) is not list:
            return value
        if not converters:  # Deferred: an alias can contain tuples of itself.
            converters.extend(map(compile_position, range(count + 1)))
        rest = converters[count]
        head = [
            function(item)
            for function, item in zip(converters[:count], value, strict=False)
        ]
        return (*head, *map(rest, value[count:]))

    return convert


def _identity(value: Any) -> Any:
    return value


def select_tuple(
    tuples: Sequence[tuple[ScopedNode, Converter]],
    convert_list: Converter,
    build_candidates: Callable[[ScopedNode, Converter], list[Candidate]],
) -> Converter:
    """Return a function that converts an array that has one of several types.

    The length, the literals and the JSON types of the items select among the tuples; if
    several remain, the first object among the items does.

    Args:
        tuples: Each tuple and its converter.
        convert_list: Converter of arrays that match no tuple.
        build_candidates: Function that returns the candidates for the objects that an item
            can be.
    """

    def convert(value: Any) -> Any:
        if type_of(value) is not list:
            return value
        matches = [item for item in tuples if _accepts(item[0], value)]
        if not matches:
            return convert_list(value)
        position = next(
            (i for i, item in enumerate(value) if type_of(item) is dict), None
        )
        if len(matches) > 1 and position is not None:
            candidates: list[Candidate] = []
            for scoped, function in matches:
                item = position_type(scoped, position)
                if item is not None:
                    candidates += build_candidates(item, function)
            selected = UnionSelector(candidates)(value[position])
            return value if selected is None else selected.convert(value)
        return matches[0][1](value)

    return convert


def _accepts(scoped: ScopedNode, value: list[Any]) -> bool:
    """Return whether an array has the length of a tuple and items of its JSON types."""
    node = scoped.node
    if isinstance(node, TupleOf) and len(value) < len(node.items):
        return False
    return all(_accepts_item(scoped, index, item) for index, item in enumerate(value))


def _accepts_item(scoped: ScopedNode, index: int, value: Any) -> bool:
    item = position_type(scoped, index)
    if item is None or value is None:
        return item is not None
    literals = literal_values(item)
    if literals is not None:
        return comparison_key(value) in map(comparison_key, literals)
    kinds = declared_kinds(item)
    return kinds is None or kind_of(value) in kinds
