"""An output directory of the test's own, and writing to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.emission import Written, write_tree
from tests.unit.emission.trees import Tree, manifest_of


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output directory that is not there yet."""
    return tmp_path / "generated"


@pytest.fixture
def write(output: Path) -> Callable[..., Written]:
    """Writes a tree to the output directory."""

    def write_it(tree: Tree, force: bool = False) -> Written:
        return write_tree(tree, manifest_of(tree), output, force)

    return write_it
