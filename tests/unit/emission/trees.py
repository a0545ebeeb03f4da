"""Trees of files to write, and what is found of them afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from generator.emission import Manifest, digest

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

MANY: tuple[Tree, Tree] = (
    {f"pkg/m{n}/a{n}.py": f"{n}\n".encode() * 5000 for n in range(0, 30)},
    {f"pkg/m{n}/a{n}.py": f"{-n}\n".encode() * 5000 for n in range(10, 40)},
)
"""Trees of many files, large enough to be caught while they are written."""


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
