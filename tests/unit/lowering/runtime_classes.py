"""Names of attributes of runtime classes, read from their source.

An imported class lacks the attributes that only its methods set.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

from tests.guards.sources import PACKAGE

RUNTIME = PACKAGE / "runtime"


def attributes_of(*classes: str) -> frozenset[str]:
    """Return the attributes of runtime classes and of their base classes.

    Names that begin with two underscores are omitted; identifiers never begin so.

    Args:
        classes: Qualified names of classes, such as `models.base.BaseModel`.
    """
    names: set[str] = set()
    for class_ in classes:
        module, _, name = class_.rpartition(".")
        for node in _with_bases(module, name):
            names.update(_attributes(node))
    return frozenset(name for name in names if not name.startswith("__"))


@cache
def _module(name: str) -> ast.Module:
    file = RUNTIME.joinpath(*name.split(".")).with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))


def _with_bases(module: str, name: str) -> Iterator[ast.ClassDef]:
    """Yield a class and its base classes in the runtime."""
    tree = _module(module)
    imported = {
        alias.asname or alias.name: (_absolute(module, node), alias.name)
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.level and node.module
        for alias in node.names
    }
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            yield node
            for base in node.bases:
                plain = base.value if isinstance(base, ast.Subscript) else base
                if isinstance(plain, ast.Name):
                    yield from _with_bases(*imported.get(plain.id, (module, plain.id)))


def _absolute(module: str, node: ast.ImportFrom) -> str:
    """Resolve the module of a relative import in the runtime."""
    return ".".join((*module.split(".")[: -node.level], node.module or ""))


def _attributes(node: ast.ClassDef) -> Iterator[str]:
    """Yield the names bound in a class body, its slots, and attributes set by methods."""
    for inner_node in ast.walk(node):
        match inner_node:
            case ast.Attribute(ast.Name("self" | "cls" | "twin"), name, ast.Store()):
                yield name
            case ast.Assign([ast.Name("__slots__")], ast.Tuple(slots)):
                yield from (str(ast.literal_eval(slot)) for slot in slots)
    yield from _bound(node.body)


def _bound(body: list[ast.stmt]) -> Iterator[str]:
    for inner_node in body:
        match inner_node:
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name):
                yield name
            case ast.Assign(targets):
                yield from (item.id for item in targets if isinstance(item, ast.Name))
            case ast.AnnAssign(ast.Name(name)):
                yield name
            case ast.If(_, inner, others):
                yield from _bound([*inner, *others])
