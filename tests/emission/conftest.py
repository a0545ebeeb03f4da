"""Trees of files, written below a directory of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from generator.emission import Manifest, Written, digest, write_tree

Tree: TypeAlias = Mapping[str, bytes]

OLD: Tree = {
    "pkg/__init__.py": b"one\n",
    "pkg/types/cat.py": b"cat\n",
    "pkg/types/dog.py": b"dog\n",
    "docs/README.md": b"read\n",
}
NEW: Tree = {
    "pkg/__init__.py": b"two\n",
    "pkg/types/cat.py": b"cat\n",
    "pkg/resources/bird.py": b"bird\n",
    "docs/README.md": b"read more\n",
}
"""After `OLD`: one file as it was, two changed, one new, one no longer there."""


def manifest_of(tree: Tree) -> Manifest:
    """The manifest of a tree, with the settings of nobody."""
    files = {path: digest(content) for path, content in tree.items()}
    return Manifest(generator="oasmith 0", files=files)


def content_of(output: Path) -> dict[str, bytes]:
    """Every file below a directory but the manifest, by its path."""
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in sorted(output.rglob("*"))
        if file.is_file() and file.name != ".oasmith.json"
    }


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
