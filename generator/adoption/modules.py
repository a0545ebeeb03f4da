"""An index of the modules of a package: classes, functions and what names refer to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..file_access import RefusedFileError, read_regular

MAX_FILE_BYTES = 64 * 1024 * 1024
_MAX_REEXPORTS = 8

Function = ast.FunctionDef | ast.AsyncFunctionDef
Key = tuple[str, str]
"""Name of a module, and of a class or function in it."""


@dataclass(slots=True)
class Module:
    """A parsed module.

    Args:
        name: Dotted name, including the package.
        file: Path relative to the parent directory of the package.
        is_package: Whether it is an `__init__.py`.
        classes: Its classes by name.
        functions: Its functions by name.
        endpoints: HTTP method and path of each constant such as
            `_LIST = Endpoint("GET", "/pets")`, which clients of oasmith have.
        imports: For each imported name the module, and the name in that module; `""` if
            the name is the module itself.
    """

    name: str
    file: str
    is_package: bool
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)
    imports: dict[str, Key] = field(default_factory=dict)
    endpoints: dict[str, tuple[str, str]] = field(default_factory=dict)


class Modules:
    """All modules of a package.

    Args:
        package: Directory of the package.
    """

    def __init__(self, package: Path) -> None:
        self.by_name: dict[str, Module] = {}
        self.unreadable: list[tuple[str, str]] = []
        for path in sorted(package.rglob("*.py")):
            file = path.relative_to(package.parent).as_posix()
            try:
                tree = ast.parse(read_regular(path, MAX_FILE_BYTES))
            except (RefusedFileError, OSError) as error:
                self.unreadable.append((file, str(error)))
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                self.unreadable.append((file, f"not valid Python: {error}"))
            else:
                module = _build_module(file, tree)
                self.by_name[module.name] = module

    def resolve(self, module: Module, expression: ast.expr | None) -> Key | None:
        """Return the class or function of this package that an expression names.

        Quoted annotations and `Optional[X]` are resolved like `X`.

        Args:
            module: Module that contains the expression.
            expression: A name, or attributes of a name.
        """
        match expression:
            case ast.Constant(value=str(text)):
                try:
                    return self.resolve(module, ast.parse(text, mode="eval").body)
                except (SyntaxError, ValueError, RecursionError, MemoryError):
                    return None
            case ast.Subscript(value=value, slice=inner) if last_name(value) in (
                "Optional",
                "Annotated",
            ):
                first = inner.elts[0] if isinstance(inner, ast.Tuple) else inner
                return self.resolve(module, first)
            case ast.BinOp(left=left, op=ast.BitOr()):
                return self.resolve(module, left)
            case ast.Name(id=name):
                return self._find(module, name)
            case ast.Attribute(value=value, attr=name):
                inner_module = self._resolve_module(module, value)
                return self._find(inner_module, name) if inner_module else None
            case _:
                return None

    def _resolve_module(self, module: Module, expression: ast.expr) -> Module | None:
        match expression:
            case ast.Name(id=name) if name in module.imports:
                target, inner = module.imports[name]
                full = f"{target}.{inner}" if inner else target
                return self._get(full)
            case ast.Attribute(value=value, attr=name):
                outer = self._resolve_module(module, value)
                return self._get(f"{outer.name}.{name}") if outer else None
            case _:
                return None

    def _find(self, module: Module, name: str) -> Key | None:
        """Follow imports to the module that defines a name."""
        for _ in range(_MAX_REEXPORTS):
            if name in module.classes or name in module.functions:
                return module.name, name
            if name not in module.imports:
                return None
            target, name = module.imports[name]
            source = self._get(target)
            if source is None:
                return None
            module = source
        return None

    def _get(self, name: str) -> Module | None:
        """Return a module; the name may begin with packages around this package."""
        while name not in self.by_name:
            _, dot, name = name.partition(".")
            if not dot:
                return None
        return self.by_name[name]


def _build_module(file: str, tree: ast.Module) -> Module:
    parts = file.removesuffix(".py").split("/")
    is_package = parts[-1] == "__init__"
    module = Module(".".join(parts[:-1] if is_package else parts), file, is_package)
    for node in _walk_statements(tree.body):
        match node:
            case ast.ClassDef(name=name):
                module.classes.setdefault(name, node)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                module.functions.setdefault(name, node)
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Call(
                    func=ast.Name(id="Endpoint"),
                    args=[
                        ast.Constant(value=str(method)),
                        ast.Constant(value=str(path)),
                        *_,
                    ],
                ),
            ):
                module.endpoints[name] = (method, path)
            case ast.Assign(targets=[ast.Name(id="_NAMES")], value=ast.Dict() as names):
                _add_lazy_names(module, names)
    for inner in ast.walk(tree):
        if isinstance(inner, ast.ImportFrom):
            source = _absolute_module(module, inner)
            for alias in inner.names:
                module.imports[alias.asname or alias.name] = (source, alias.name)
        elif isinstance(inner, ast.Import):
            for alias in inner.names:
                name = alias.asname or alias.name.partition(".")[0]
                target = alias.name if alias.asname else alias.name.partition(".")[0]
                module.imports.setdefault(name, (target, ""))
    return module


def _add_lazy_names(module: Module, names: ast.Dict) -> None:
    """Add the names that a package of a client of oasmith imports when they are used.

    They are strings by the relative module: `{".pets": "Cat Dog"}`.
    """
    for key, value in zip(names.keys, names.values, strict=True):
        match key, value:
            case ast.Constant(value=str(source)), ast.Constant(value=str(text)):
                for name in text.split():
                    module.imports[name] = (f"{module.name}{source}", name)


def _walk_statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a module, including those below `if` and `try`."""
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try):
            yield from _walk_statements([*node.body, *node.orelse])


def _absolute_module(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    keep = len(parts) - node.level + (1 if module.is_package else 0)
    return ".".join((*parts[: max(0, keep)], *filter(None, [node.module])))


def last_name(expression: ast.expr) -> str:
    """Return the name of a name or of an attribute; `""` for other expressions."""
    match expression:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
