"""The modules of the generator, their syntax trees, and their imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"


@dataclass(frozen=True)
class Module:
    """A module with its dotted name and file."""

    name: str
    file: Path

    @cached_property
    def tree(self) -> ast.Module:
        """Syntax tree, which is parsed when a test needs it."""
        return ast.parse(self.file.read_text(encoding="utf-8"))

    @property
    def top(self) -> str:
        """Name of the module or package directly below `generator`."""
        return (*self.name.split("."), "__init__")[1]

    @property
    def package(self) -> str:
        """Package to which relative imports of the module refer."""
        if self.file.name == "__init__.py":
            return self.name
        return self.name.rpartition(".")[0]


@lru_cache(maxsize=1)
def modules() -> dict[str, Module]:
    """Return all modules of the generator by name."""
    result = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = list(file.relative_to(ROOT).with_suffix("").parts)
        if parts[-1] == "__init__":
            parts.pop()
        name = ".".join(parts)
        result[name] = Module(name, file)
    return result


def imports(module: Module, *, at_import: bool = False) -> Iterator[str]:
    """Yield the names of the modules that a module imports.

    Args:
        module: the importing module.
        at_import: whether to ignore imports inside functions and for type checkers.
    """
    nodes = _executed(module.tree.body) if at_import else ast.walk(module.tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = module.package.split(".")
                parts = parts[: len(parts) - node.level + 1]
                base = ".".join((*parts, base)).rstrip(".")
            for alias in node.names:
                name = f"{base}.{alias.name}"
                yield name if name in modules() else base


def _executed(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements that run when a module is imported."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if isinstance(node, ast.If):
            checking = "TYPE_CHECKING" in ast.unparse(node.test)
            yield from _executed(node.orelse if checking else node.body + node.orelse)
        elif isinstance(node, ast.Try):
            handlers = [line for handler in node.handlers for line in handler.body]
            yield from _executed(node.body + handlers + node.orelse + node.finalbody)
        elif isinstance(node, (ast.With, ast.ClassDef)):
            yield from _executed(node.body)
        else:
            yield node
