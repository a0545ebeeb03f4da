"""Time and output grow linearly with the size of a document; long chains work."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.robustness import (
    composition_families,
    graph_families,
    operation_families,
    size_families,
)
from tests.robustness.measuring import files_of
from tests.robustness.shapes import Document, Schemas, with_schemas

SMALL = 60
FACTOR = 4
MOST = 10.0
"""Maximum ratio of the processor times for four times the size; quadratic time has 16."""

_FLOOR = 0.15
"""Seconds of each run that do not depend on the size."""


def _around(family: Callable[[int], Schemas]) -> Callable[[int], Document]:
    return lambda size: with_schemas(family(size))


_SCHEMAS = (
    *graph_families.FAMILIES,
    *composition_families.FAMILIES,
    *size_families.FAMILIES,
)
_BUILD: dict[str, Callable[[int], Document]] = {
    **{item.__name__: _around(item) for item in _SCHEMAS},
    **{item.__name__: item for item in operation_families.FAMILIES},
}
_OUTPUT_IS_SQUARE = {"inheritance_chain", "all_of_ring", "nested_all_of"}
"""Families in which each schema has the properties of all following schemas."""

_CHAINS = {
    "property_chain": 4000,
    "optional_chain": 4000,
    "alias_chain": 4000,
    "all_of_alias_chain": 4000,
    "empty_inheritance_chain": 4000,
    "array_chain": 4000,
    "map_chain": 4000,
    "nullable_chain": 4000,
    "parameter_references": 4000,
    "python_samples": 5000,
    "nested_sample": 5000,
    "path_segments": 2000,
    "tag_parents": 1000,
    "required_diamond": 1000,
    "all_of_diamond": 1000,
}


def _seconds(document: dict[str, Any]) -> float:
    begin = time.process_time()
    files, _ = files_of(document)
    assert files
    return time.process_time() - begin


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(_BUILD))
def test_time_and_output_grow_linearly(name: str) -> None:
    small, large = _BUILD[name](SMALL), _BUILD[name](SMALL * FACTOR)
    maximum = MOST * 2 if name in _OUTPUT_IS_SQUARE else MOST
    before = _seconds(small) + _FLOOR
    after = _seconds(large) + _FLOOR
    if after / before > maximum:  # so that one interruption does not fail the test
        before = statistics.median(_seconds(small) for _ in range(3)) + _FLOOR
        after = statistics.median(_seconds(large) for _ in range(3)) + _FLOOR
    assert after / before < maximum


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(_CHAINS))
def test_long_chains_are_generated(name: str) -> None:
    files, diagnostics = files_of(_BUILD[name](_CHAINS[name]))
    assert files
    assert not [item for item in diagnostics if "refers to itself" in item.message]
