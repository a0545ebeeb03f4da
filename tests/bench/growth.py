"""Time per node of documents that grow in one dimension, at two sizes."""

from __future__ import annotations

from tests.robustness import operation_families, schema_families
from tests.robustness.measuring import seconds
from tests.robustness.operation_families import with_schemas

Figure = tuple[str, float, float]

_SMALL, _FACTOR = 250, 4
_SCHEMAS = (
    schema_families.all_of_diamond,
    schema_families.required_diamond,
    schema_families.one_of_back,
    schema_families.alias_chain,
    schema_families.property_chain,
    schema_families.empty_inheritance_chain,
    schema_families.inheritance_tree,
    schema_families.wide_union,
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
    seconds(with_schemas(schema_families.many_schemas(10)))  # imports and templates
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
