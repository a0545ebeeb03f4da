"""A temporary output directory, and a function that writes to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.emission import Written, write_tree
from tests.unit.emission.trees import Tree, manifest_of


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The path of an output directory that does not exist yet."""
    return tmp_path / "generated"


@pytest.fixture
def write(output: Path) -> Callable[..., Written]:
    """Return a function that writes a tree to the output directory."""

    def write_output(tree: Tree, force: bool = False) -> Written:
        return write_tree(tree, manifest_of(tree), output, force)

    return write_output
