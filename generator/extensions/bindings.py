"""Names of the generated package that a module of own code imports."""

from __future__ import annotations

import ast
from typing import TypeAlias

Path: TypeAlias = tuple[str, ...]
"""Names from the package to a module or to a name in it: `("resources", "files")`."""


def read_bindings(tree: ast.Module, module: Path) -> dict[str, Path]:
    """Return the path inside of the package of each name that a module imports from it.

    Names that the module also binds in another way are left out.

    Args:
        tree: The parsed module.
        module: Names of the module, starting with the package; the last one is
            `__init__` for a package.
    """
    bindings: dict[str, Path] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias, path in imported_paths(node, module):
                bindings[alias.asname or alias.name] = path
    rebound = _other_names(tree)
    return {name: path for name, path in bindings.items() if name not in rebound}


def imported_paths(node: ast.ImportFrom, module: Path) -> list[tuple[ast.alias, Path]]:
    """Return the names that a statement imports from the package, with their paths."""
    names = tuple(node.module.split(".")) if node.module else ()
    base = module[: len(module) - node.level] if node.level else ()
    full = (*base, *names)
    if full[:1] != module[:1]:
        return []
    return [
        (alias, (*full[1:], alias.name)) for alias in node.names if alias.name != "*"
    ]


def resolve(node: ast.expr, bindings: dict[str, Path]) -> Path | None:
    """Return the path of a name or of attributes of a name, if it is imported."""
    attributes: list[str] = []
    while isinstance(node, ast.Attribute):
        attributes.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name) or node.id not in bindings:
        return None
    return (*bindings[node.id], *reversed(attributes))


def _other_names(tree: ast.Module) -> set[str]:
    """Return the names of assigned variables, arguments and functions."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
    return names
