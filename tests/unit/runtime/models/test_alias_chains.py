"""Chains of aliases that are longer than Python's recursion limit."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from generator.runtime.models.conversion import converter

SIZE = sys.getrecursionlimit() + 100


@pytest.mark.parametrize("link", ["{} | Other", "None | {}", "{}"])
def test_a_long_chain_is_converted(
    make_types: Callable[..., ModuleType], link: str
) -> None:
    classes = "class Last(BaseModel):\n    last: int\nclass Other(BaseModel):\n    other: int\n"
    aliases = [
        f'Chain{number}: TypeAlias = "{link.format(f"Chain{number + 1}")}"\n'
        for number in range(SIZE)
    ]
    types = make_types(chain=f"{classes}{''.join(aliases)}Chain{SIZE} = Last\n")
    convert = converter("list[Chain0]", types.__name__)
    (value,) = convert([{"last": 1}])
    assert type(value) is types.Last
