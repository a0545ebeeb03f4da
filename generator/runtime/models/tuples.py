"""Conversion of arrays with types by position to tuples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .annotations import TupleOf
from .declarations import Converter
from .records import type_of
from .scopes import ScopedNode, position_type


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
