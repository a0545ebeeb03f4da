"""Detect names in generated modules that shadow other names."""

from __future__ import annotations

import ast
import builtins
import unicodedata
from collections import Counter
from collections.abc import Iterator

_BUILTINS = frozenset(dir(builtins)) - frozenset(
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
)


def shadows(tree: ast.Module) -> Iterator[str]:
    """Return names that are bound twice in a scope, or shadow a used outer name."""
    nodes = list(ast.walk(tree))
    bound = Counter(_bound(tree.body))
    used = {
        node.id
        for node in nodes
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    } | _in_annotations(nodes)
    for name, count in bound.items():
        if count > 1:
            yield f"{name} is bound {count} times in the module"
        if name in _BUILTINS and name in used:
            yield f"{name} hides the builtin in the module"
    for node in nodes:
        if isinstance(node, ast.ClassDef):
            yield from _in_class(node)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _in_function(node, set(bound))


def identifiers(tree: ast.Module) -> Iterator[str]:
    """Return all names that a module defines, in NFKC form."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.ClassDef(name) | ast.FunctionDef(name) | ast.AsyncFunctionDef(name)
            ):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name):
                yield name


def _bound(body: list[ast.stmt]) -> Iterator[str]:
    for node in body:
        match node:
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                yield node.name
            case ast.Import(names) | ast.ImportFrom(names=names):
                yield from (
                    alias.asname or alias.name for alias in names if alias.name != "*"
                )
            case ast.Assign(targets):
                yield from (item.id for item in targets if isinstance(item, ast.Name))
            case ast.AnnAssign(target=ast.Name(name)):
                yield name
            case ast.If(_, inside, others):
                # `if` and `else` define the same names for type checkers and at run time.
                first = list(_bound(inside))
                yield from first
                yield from (name for name in _bound(others) if name not in first)


def _in_class(node: ast.ClassDef) -> Iterator[str]:
    names: list[str] = []
    for inside in node.body:
        match inside:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                if not any(map(_is_overload, inside.decorator_list)):
                    names.append(inside.name)
            case ast.AnnAssign(target=ast.Name(name)):
                names.append(name)
            case ast.Assign(targets):
                names += [item.id for item in targets if isinstance(item, ast.Name)]
    counted = Counter(names)
    for name, count in counted.items():
        if count > 1:
            yield f"{node.name}.{name} is bound {count} times"
    used = set(_used_in_class(node))
    for name in used & counted.keys():
        yield f"{node.name}.{name} hides a name that the class uses"


def _is_overload(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "overload"


def _used_in_class(node: ast.ClassDef) -> Iterator[str]:
    """Return the names that the class body looks up."""
    for inside in node.body:
        match inside:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                arguments = inside.args
                parts: list[ast.expr | None] = [
                    *inside.decorator_list,
                    *arguments.defaults,
                    *arguments.kw_defaults,
                    inside.returns,
                ]
                for each in (
                    *arguments.posonlyargs,
                    *arguments.args,
                    *arguments.kwonlyargs,
                    arguments.kwarg,
                ):
                    parts.append(each.annotation if each is not None else None)
            case ast.AnnAssign():
                parts = [inside.annotation, inside.value]
            case ast.Assign(targets=[ast.Name("__call__")]):
                parts = []  # the method that calls the resource itself
            case ast.Assign():
                parts = [inside.value]
            case _:
                parts = []
        for part in parts:
            if part is not None:
                yield from (
                    item.id for item in ast.walk(part) if isinstance(item, ast.Name)
                )


def _in_function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, module: set[str]
) -> Iterator[str]:
    arguments = node.args
    names = [
        item.arg
        for item in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    ]
    names += [item.arg for item in (arguments.kwarg,) if item is not None]
    for name, count in Counter(names).items():
        if count > 1:
            yield f"{node.name}({name}) is taken {count} times"
    calls = [
        call
        for inside in node.body
        for call in ast.walk(inside)
        if isinstance(call, ast.Call)
    ]
    called = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    for name in called & set(names):
        yield f"{node.name}({name}) hides what the function calls"
    first = {
        call.args[0].id
        for call in calls
        if call.args
        if isinstance(call.args[0], ast.Name) and call.args[0].id in module
    }
    for name in first & set(names):
        yield f"{node.name}({name}) hides a constant of the module"


def _in_annotations(nodes: list[ast.AST]) -> set[str]:
    """Return the names in annotations that are strings."""
    result: set[str] = set()
    # The attributes of a package are listed by name.
    attributes = {
        id(inside)
        for node in nodes
        if isinstance(node, ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id == "lazy_names"
        for inside in ast.walk(node)
    }
    for node in nodes:
        if id(node) in attributes:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if len(node.value) < 200 and node.value.isidentifier():
                result.add(unicodedata.normalize("NFKC", node.value))
    return result
