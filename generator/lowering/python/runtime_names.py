"""Names that classes of the runtime use for themselves, read from its source.

The runtime is parsed and not imported: it needs libraries that generating does not.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

RUNTIME = Path(__file__).parents[2] / "runtime"


def attributes_of(*classes: str) -> frozenset[str]:
    """Return the attributes of classes of the runtime and of their bases in it.

    Names that begin with two underscores are left out; identifiers never do.

    Args:
        classes: Module and class, as in `models.base.BaseModel`.
    """
    names: set[str] = set()
    for place in classes:
        module, _, name = place.rpartition(".")
        for node in _with_bases(module, name):
            names.update(_attributes(node))
    return frozenset(name for name in names if not name.startswith("__"))


@lru_cache(maxsize=None)
def _module(name: str) -> ast.Module:
    file = RUNTIME.joinpath(*name.split(".")).with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))


def _with_bases(module: str, name: str) -> Iterator[ast.ClassDef]:
    tree = _module(module)
    imported = {
        alias.asname or alias.name: (_absolute(module, node), alias.name)
        for node in ast.walk(tree)
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
    """Return the module of a relative import, counted from the runtime."""
    return ".".join((*module.split(".")[: -node.level], node.module or ""))


def _attributes(node: ast.ClassDef) -> Iterator[str]:
    """The names that the body of a class binds, its slots, and what methods set."""
    for inside in ast.walk(node):
        match inside:
            case ast.Attribute(ast.Name("self" | "cls" | "twin"), name, ast.Store()):
                yield name
            case ast.Assign([ast.Name("__slots__")], ast.Tuple(slots)):
                yield from (str(ast.literal_eval(slot)) for slot in slots)
    yield from _bound(node.body)


def _bound(body: list[ast.stmt]) -> Iterator[str]:
    for inside in body:
        match inside:
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name):
                yield name
            case ast.Assign(targets):
                yield from (item.id for item in targets if isinstance(item, ast.Name))
            case ast.AnnAssign(ast.Name(name)):
                yield name
            case ast.If(_, inner, others):
                yield from _bound([*inner, *others])
