"""Python code samples."""

from __future__ import annotations

import ast

import pytest

from generator.python_samples import child_nodes, walk

SAMPLES = [
    "",
    "client.chat.create(model='a', messages=[{'role': 'user', **more}])",
    "x: int = 1\nfor y in (await z, *rest):\n    pass\nelse:\n    del x[1:2]",
    "def f(a, /, b=1, *c, d, **e) -> 'g':\n    return lambda: f'{a!r:>{b}}'",
    "match a:\n    case {'b': 1, **c} | [2, *_] | D(e=None):\n        pass",
]


@pytest.mark.parametrize("source", SAMPLES)
def test_nodes_have_the_order_of_the_standard_library(source: str) -> None:
    tree = ast.parse(source)
    assert list(walk(tree)) == list(ast.walk(tree))
    for node in ast.walk(tree):
        assert child_nodes(node) == list(ast.iter_child_nodes(node))
