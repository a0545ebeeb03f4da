"""Run samples unchanged, and converted to the asynchronous client."""

from __future__ import annotations

import ast
import asyncio
import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

PACKAGE = "openai"
"""Name of the package that samples import."""

_CLIENT = "OpenAI"
_FILE = re.compile(r"[\w-]+(/[\w-]+)*\.[a-z]\w{1,5}")


class Package:
    """A client with the name that samples import, isolated from other such clients.

    Args:
        directory: directory that contains the package.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._modules: dict[str, ModuleType] = {}

    @contextlib.contextmanager
    def imported(self) -> Iterator[None]:
        """Make `import openai` import this package inside the block."""
        sys.modules.update(self._modules)
        sys.path.insert(0, str(self._directory))
        try:
            yield
        finally:
            sys.path.remove(str(self._directory))
            names = [name for name in sys.modules if name.split(".")[0] == PACKAGE]
            self._modules = {name: sys.modules.pop(name) for name in names}


@contextlib.contextmanager
def _inside(directory: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(directory)
    try:
        yield
    finally:
        os.chdir(before)


def run(code: str, package: Package, directory: Path) -> None:
    """Run a sample in a directory with the files that it opens."""
    tree = ast.parse(code)
    _supply(tree, directory)
    _execute(tree, package, directory)


def run_async(code: str, package: Package, directory: Path) -> None:
    """Run a sample with the asynchronous client."""
    tree = ast.parse(code)
    _supply(tree, directory)
    _execute(convert_to_async(tree), package, directory)


def _execute(tree: ast.Module, package: Package, directory: Path) -> None:
    stdout = io.StringIO()
    names: dict[str, Any] = {"__name__": "sample", "__file__": str(directory / "s.py")}
    with package.imported(), _inside(directory), contextlib.redirect_stdout(stdout):
        exec(compile(tree, "<sample>", "exec", dont_inherit=True), names)
        main = names.get("_sample")
        if main is not None:
            asyncio.run(main())


def _supply(tree: ast.Module, directory: Path) -> None:
    """Create the files whose names occur in a sample."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(str(name)) if _FILE.fullmatch(name):
                (directory / name).parent.mkdir(parents=True, exist_ok=True)
                (directory / name).write_bytes(b'{"a": 1}\n')


def convert_to_async(tree: ast.Module) -> ast.Module:
    """Return the program with the asynchronous client, as the coroutine `_sample`."""
    converted = _AsyncConverter(tree).visit(tree)
    imports = [
        node for node in converted.body if isinstance(node, ast.ImportFrom | ast.Import)
    ]
    rest = [node for node in converted.body if node not in imports]
    main = ast.AsyncFunctionDef(
        name="_sample",
        args=ast.arguments([], [], None, [], [], None, []),
        body=rest or [ast.Pass()],
        decorator_list=[],
    )
    return ast.fix_missing_locations(ast.Module([*imports, main], []))


class _AsyncConverter(ast.NodeTransformer):
    """Converter that awaits calls of clients, and iterates over their results."""

    def __init__(self, tree: ast.Module) -> None:
        self._clients = {"client"}
        self._results: set[str] = set()
        for node in ast.walk(tree):
            match node:
                case ast.Assign([ast.Name(name)], ast.Call(ast.Name(callee))):
                    if callee == _CLIENT:
                        self._clients.add(name)
        for node in ast.walk(tree):
            match node:
                case ast.Assign([ast.Name(name)], value) if self._calls(value):
                    self._results.add(name)
                case ast.withitem(value, ast.Name(name)) if self._calls(value):
                    self._results.add(name)

    def _calls(self, node: ast.expr) -> bool:
        """Return whether an expression is a call of a method of a client."""
        if not isinstance(node, ast.Call):
            return False
        current: ast.expr = node.func
        depth = 0
        while isinstance(current, ast.Attribute):
            current = current.value
            depth += 1
        return (
            isinstance(current, ast.Name) and depth > 1 and current.id in self._clients
        )

    def _binary(self, node: ast.Call) -> bool:
        """Return whether a call reads the body of a response."""
        match node.func:
            case ast.Attribute(
                ast.Name(name), "read" | "stream_to_file" | "write_to_file"
            ):
                return name in self._results
        return False

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(f"Async{_CLIENT}", node.ctx) if node.id == _CLIENT else node

    def visit_alias(self, node: ast.alias) -> ast.AST:
        return (
            ast.alias(f"Async{_CLIENT}", node.asname) if node.name == _CLIENT else node
        )

    def visit_Call(self, node: ast.Call) -> ast.AST:
        converted = self.generic_visit(node)
        assert isinstance(converted, ast.expr)
        if self._calls(node) or self._binary(node):
            return ast.Await(converted)
        return converted

    def visit_With(self, node: ast.With) -> ast.AST:
        if not any(self._calls(item.context_expr) for item in node.items):
            return self.generic_visit(node)
        for item in node.items:
            if isinstance(item.context_expr, ast.Call):
                item.context_expr.args = [self.visit(x) for x in item.context_expr.args]
        body = [self.visit(line) for line in node.body]
        return ast.AsyncWith(node.items, body)

    def visit_For(self, node: ast.For) -> ast.AST:
        over = node.iter
        known = isinstance(over, ast.Name) and over.id in self._results
        if not known and not self._calls(over):
            return self.generic_visit(node)
        body = [self.visit(line) for line in node.body]
        iter_ = over if known else self.visit(over)
        if isinstance(iter_, ast.Await) and not _streams(over):
            iter_ = iter_.value  # pages are iterated without awaiting the first page
        return ast.AsyncFor(node.target, iter_, body, node.orelse)


def _streams(node: ast.expr) -> bool:
    """Return whether a call requests a stream."""
    return isinstance(node, ast.Call) and any(
        item.arg == "stream" and ast.unparse(item.value) == "True"
        for item in node.keywords
    )
