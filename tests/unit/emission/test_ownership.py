"""Files of the user at generated paths."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.emission import EmissionError, Written, find_user_files
from tests.unit.emission.trees import Tree

Write = Callable[..., Written]
TREE: Tree = {"pkg/__init__.py": b"one\n", "pyproject.toml": b"generated\n"}
NAMES = ("pyproject.toml",)


def test_file_that_was_not_generated_is_a_user_file(output: Path) -> None:
    output.mkdir()
    assert find_user_files(NAMES, TREE, output, False) == {}
    (output / "pyproject.toml").write_bytes(b"mine\n")
    assert list(find_user_files(NAMES, TREE, output, False)) == ["pyproject.toml"]
    assert find_user_files(("other.toml",), TREE, output, False) == {}


def test_file_with_the_generated_content_is_not_a_user_file(output: Path) -> None:
    output.mkdir()
    (output / "pyproject.toml").write_bytes(b"generated\n")
    assert find_user_files(NAMES, TREE, output, False) == {}


def test_edited_generated_file_is_not_a_user_file(write: Write, output: Path) -> None:
    write(TREE)
    (output / "pyproject.toml").write_bytes(b"edited\n")
    assert find_user_files(NAMES, TREE, output, False) == {}


def test_unreadable_manifest_is_an_error_unless_forced(output: Path) -> None:
    output.mkdir()
    (output / "pyproject.toml").write_bytes(b"mine\n")
    (output / ".oasmith.json").write_bytes(b"{")
    with pytest.raises(EmissionError, match="cannot be read"):
        find_user_files(NAMES, TREE, output, False)
    assert list(find_user_files(NAMES, TREE, output, True)) == ["pyproject.toml"]
