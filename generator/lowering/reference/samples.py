"""Samples of the document, with the imports of our package."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...model.operations import Operation
from ...reference.site import SampleCode
from ...python_samples import is_python, parse_sample

_MODULE = re.compile(rb"(from\s+)([\w.]+)")


def shown_samples(
    operation: Operation, package: str, client: str
) -> tuple[SampleCode, ...]:
    """The Python samples of an operation that has its name from them.

    Others may call something else, and are left out; so is what is no Python.

    Args:
        operation: whose samples.
        package: how our package is called.
        client: how its client is called.
    """
    if operation.naming.origin is None:
        return ()
    return tuple(
        SampleCode(sample.title, code, sample.response)
        for sample in operation.samples
        for language, source in sample.sources
        if is_python(language) and (code := with_our_imports(source, package, client))
    )


def written_for(operations: Iterable[Operation], package: str) -> str:
    """The package that most Python samples import a client from.

    Returns:
        Its name; `""` when that is ours, when it is none of ASCII letters and digits, or
        when there are no samples.
    """
    roots = Counter(
        root
        for operation in operations
        for sample in operation.samples
        for language, source in sample.sources
        if is_python(language) and (root := _Sample.of(source).root)
    )
    found = min(roots, key=lambda root: (-roots[root], root), default="")
    return (
        found if found.isascii() and found.isidentifier() and found != package else ""
    )


def with_our_imports(code: str, package: str, client: str) -> str:
    """A sample with our package and client for those that it makes its client of.

    Returns:
        The code; `""` when it is no Python, or makes no client.
    """
    sample = _Sample.of(code)
    if sample.tree is None or not sample.root:
        return ""
    classes = {
        name: f"Async{client}" if name.startswith("Async") else client
        for name in sample.classes
    }
    lines = [line.encode() for line in code.split("\n")]
    for line, start, end, text in sorted(
        _changes(sample.tree, lines, classes, sample.root, package), reverse=True
    ):
        lines[line] = lines[line][:start] + text.encode() + lines[line][end:]
    return b"\n".join(lines).decode().strip("\n")


@dataclass(frozen=True, slots=True)
class _Sample:
    """A program, and where it has its client from.

    Args:
        tree: `None` when it is no Python.
        root: the package, `""` when it makes no client, or clients of several packages.
        classes: the classes of that package that it calls.
    """

    tree: ast.Module | None = None
    root: str = ""
    classes: tuple[str, ...] = ()

    @classmethod
    @lru_cache(maxsize=1024)
    def of(cls, code: str) -> _Sample:
        """Takes a program apart."""
        tree = parse_sample(code)
        if tree is None:
            return cls()
        called = set(_called(tree))
        found = [
            (node.module.split(".")[0], alias.name)
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module and not node.level
            # What is called of these are values, not clients.
            if "types" not in node.module.split(".")
            for alias in node.names
            if alias.name in called and alias.name[:1].isupper()
        ]
        roots = {root for root, _ in found}
        if len(roots) != 1:
            return cls(tree)
        return cls(tree, roots.pop(), tuple(name for _, name in found))


def _called(tree: ast.Module) -> Iterator[str]:
    """The names that are called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def _changes(
    tree: ast.Module,
    lines: list[bytes],
    classes: dict[str, str],
    root: str,
    package: str,
) -> Iterator[tuple[int, int, int, str]]:
    """What is to be put where: line, first byte, byte behind, text."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] == root:
                line = node.lineno - 1
                match_ = _MODULE.match(lines[line], node.col_offset)
                if match_ is not None:
                    start = match_.start(2)
                    yield line, start, start + len(root.encode()), package
            case ast.Name(name) | ast.alias(name) if name in classes:
                start = node.col_offset
                yield node.lineno - 1, start, start + len(name.encode()), classes[name]
