"""Time per node of documents that grow in one dimension, at two sizes."""

from __future__ import annotations

from tests.robustness import (
    composition_families,
    graph_families,
    operation_families,
    size_families,
)
from tests.robustness.measuring import seconds
from tests.robustness.shapes import with_schemas

Figure = tuple[str, float, float]

_SMALL, _FACTOR = 250, 4
_SCHEMAS = (
    graph_families.all_of_diamond,
    graph_families.required_diamond,
    graph_families.one_of_back,
    graph_families.alias_chain,
    graph_families.property_chain,
    composition_families.empty_inheritance_chain,
    composition_families.inheritance_tree,
    composition_families.wide_union,
)
_OPERATIONS = (
    operation_families.path_segments,
    operation_families.colliding_paths,
    operation_families.shared_body,
    operation_families.tags,
    operation_families.python_samples,
)


def figures() -> list[Figure]:
    """Return the time per node at four times the size, relative to the original size."""
    seconds(with_schemas(size_families.many_schemas(10)))  # imports and templates
    result: list[Figure] = []
    for family in _SCHEMAS:
        small, large = (
            seconds(with_schemas(family(size)), 3)
            for size in (_SMALL, _SMALL * _FACTOR)
        )
        result.append((family.__name__, large / small / _FACTOR, 1.5))
    for operations in _OPERATIONS:
        small, large = (
            seconds(operations(size), 3) for size in (_SMALL, _SMALL * _FACTOR)
        )
        result.append((operations.__name__, large / small / _FACTOR, 1.5))
    return result
