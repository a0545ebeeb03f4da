"""Program that writes to a small file system, which it mounts in its own namespace.

    python -m tests.unit.emission.small_disk full|read-only DIRECTORY

It prints the errors of the writes, and fails if a file is neither the old nor the new one.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.emission import EmissionError, Manifest, write_tree
from tests.unit.emission.trees import Tree, content_of, manifest_of

_PAGE = 4096
OLD: Tree = {f"pkg/m{n}.py": b"old\n" * 900 for n in range(8)}
NEW: Tree = {f"pkg/m{n}.py": b"new\n" * (900 + 900 * n) for n in range(8)}


def mount(output: Path, options: str) -> None:
    """Mount a file system in memory, or change its options."""
    command = ("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(output))
    subprocess.run(command, check=True)


def write(tree: Tree, output: Path) -> None:
    """Write a tree to the output directory."""
    write_tree(tree, manifest_of(tree), output, False)


def attempt(output: Path) -> str:
    """Write the new tree; return the error, and check that all files are complete."""
    try:
        write(NEW, output)
    except EmissionError as error:
        for path, content in content_of(output).items():
            assert content in (OLD[path], NEW[path]), path
        assert not list(output.glob(".oasmith.tmp-*"))
        Manifest.read(output)
        return str(error)
    return ""


def fill(output: Path) -> None:
    """Write with each amount of free space from none to enough."""
    write(OLD, output)
    used = 8 + 1 + 1 + 1  # pages: files, manifest, directories
    for pages in range(used, used + 40):
        mount(output, f"remount,size={pages * _PAGE}")
        message = attempt(output)
        print(message.replace(str(output), "OUTPUT") or "written")
        mount(output, f"remount,size={1000 * _PAGE}")
        write(NEW, output)
        assert content_of(output) == NEW
        write(OLD, output)
        assert content_of(output) == OLD


def main() -> None:
    """Run the test that the arguments select."""
    kind, output = sys.argv[1], Path(sys.argv[2])
    mount(output, f"size={1000 * _PAGE}")
    if kind == "full":
        fill(output)
    else:
        write(OLD, output)
        mount(output, "remount,ro")
        print(attempt(output).replace(str(output), "OUTPUT"))
        assert content_of(output) == OLD


if __name__ == "__main__":
    main()
