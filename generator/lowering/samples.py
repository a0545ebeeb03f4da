"""Samples of the document, with the imports of our package."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from generator.model.operations import Operation
from generator.reference.site import ShownSample

_PYTHON = re.compile(r"python\d?", re.IGNORECASE)
_MODULE = re.compile(rb"(from\s+)([\w.]+)")


def shown_samples(
    operation: Operation, package: str, client: str
) -> tuple[ShownSample, ...]:
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
        ShownSample(sample.title, code, sample.answer)
        for sample in operation.samples
        for language, source in sample.sources
        if _PYTHON.fullmatch(language)
        and (code := with_our_imports(source, package, client))
    )


def with_our_imports(code: str, package: str, client: str) -> str:
    """A sample with our package and client for those that it makes its client of.

    Returns:
        The code; `""` when it is no Python, or makes no client.
    """
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    called = set(_called(tree))
    classes: dict[str, str] = {}
    roots: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                if alias.name in called and alias.name[:1].isupper():
                    is_async = alias.name.startswith("Async")
                    classes[alias.name] = f"Async{client}" if is_async else client
                    roots.add(node.module.split(".")[0])
    if len(roots) != 1:
        return ""
    lines = [line.encode() for line in code.split("\n")]
    for line, start, end, text in sorted(
        _changes(tree, lines, classes, roots.pop(), package), reverse=True
    ):
        lines[line] = lines[line][:start] + text.encode() + lines[line][end:]
    return b"\n".join(lines).decode().strip("\n")


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
