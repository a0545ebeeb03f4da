"""Trees of files to write, and functions to read the output."""

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
"""Compared with `OLD`: one unchanged, two changed, one new and one removed file."""

MANY: tuple[Tree, Tree] = (
    {f"pkg/m{n}/a{n}.py": f"{n}\n".encode() * 5000 for n in range(30)},
    {f"pkg/m{n}/a{n}.py": f"{-n}\n".encode() * 5000 for n in range(10, 40)},
)
"""Two trees that take some time to write."""


def manifest_of(tree: Tree) -> Manifest:
    """Return the manifest of a tree, without settings."""
    files = {path: digest(content) for path, content in tree.items()}
    return Manifest(generator="oasmith 0", files=files)


def content_of(output: Path) -> dict[str, bytes]:
    """Return the content of each file in a directory except the manifest, by path."""
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in sorted(output.rglob("*"))
        if file.is_file() and file.name != ".oasmith.json"
    }
