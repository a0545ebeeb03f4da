"""Annotations whose names are imported when the annotations are read."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from threading import RLock
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any, ForwardRef, get_overloads

if TYPE_CHECKING:
    import ast
    from _collections_abc import dict_items, dict_keys
    from collections.abc import Iterator

_KINDS: Any = (property, cached_property, classmethod, staticmethod)
_FUNCTIONS = ("fget", "func", "__func__")
"""Attributes with the function of members of these kinds, of which each has one."""

_NAMESPACE: Any = vars(ModuleType)["__dict__"]
"""Descriptor of the names of a module; modules of types have another `__dict__`."""

_lock = RLock()


def defer_annotations(*classes: type) -> None:
    """Import the names in the annotations of classes when these are read.

    Modules import most of these names for type checkers only. `typing.get_type_hints`,
    `inspect.signature(eval_str=True)` and the libraries that use them need the names. The
    imports are those in the source of the module: without it, as in some frozen programs,
    evaluating an annotation raises `NameError`.

    Args:
        *classes: The classes. Of classes that extend one of the package, only the methods
            change.
    """
    for cls in classes:
        if cls.__module__.startswith(f"{__package__}."):
            _defer(cls, vars(cls).get("__annotations__"), cls.__module__, True)
        for member in vars(cls).values():
            _defer_member(member)


def _defer_member(member: Any) -> None:
    layers = [*_layers(member)]
    innermost: Any = layers[-1] if layers else None
    # Annotations that are not strings would be evaluated here by Python 3.14.
    if (
        isinstance(innermost, FunctionType)
        and innermost.__code__.co_flags & annotations.compiler_flag
        and innermost.__globals__.get("__name__") in sys.modules
    ):
        module: str = innermost.__globals__["__name__"]
        for each in (*layers, *get_overloads(innermost)):
            _defer(each, getattr(each, "__annotations__", None), module, False)


def _defer(owner: Any, own: Any, module: str, is_class: bool) -> None:
    if own and not isinstance(own, Annotations):
        owner.__annotations__ = Annotations(own, module, is_class)


def _layers(member: Any) -> Iterator[Any]:
    """Yield the function of a member of a class, and the functions that it wraps."""
    if isinstance(member, _KINDS):
        member = next(getattr(member, x) for x in _FUNCTIONS if hasattr(member, x))
    # Only own attributes: some objects have every attribute.
    own: dict[str, Any] = getattr(member, "__dict__", {})
    while "__wrapped__" in own:
        yield member
        member = own["__wrapped__"]
        own = getattr(member, "__dict__", {})
    if isinstance(member, FunctionType):
        yield member


def names_of(function: Any) -> dict[str, Any]:
    """Return the names of the module of a function, which others can wrap."""
    *_, innermost = _layers(function)
    names: dict[str, Any] = innermost.__globals__
    return names


class Annotations(dict[str, Any]):
    """The annotations of a class or function.

    Args:
        annotations: The annotations.
        module: Module with the names that they use.
        is_class: Whether they are those of a class, which can have another public module.
        **origins: Modules of names that the module does not import, by name.
    """

    def __init__(
        self, annotations: dict[str, Any], module: str, is_class: bool, **origins: str
    ) -> None:
        super().__init__(annotations)
        self._module = module
        self._is_class = is_class
        self._origins = origins

    def _load(self) -> None:
        import_checked_names(self._module)
        for name, origin in self._origins.items():
            with suppress(ImportError):
                value = getattr(import_module(origin), name)
                _NAMESPACE.__get__(sys.modules[self._module]).setdefault(name, value)
        if self._is_class:
            for name, value in super().items():
                if isinstance(value, str):
                    self[name] = ForwardRef(value, module=self._module, is_class=True)

    def __iter__(self) -> Iterator[str]:
        self._load()
        return super().__iter__()

    def keys(self) -> dict_keys[str, Any]:
        """Return the names."""
        self._load()
        return super().keys()

    def items(self) -> dict_items[str, Any]:
        """Return the names and the annotations."""
        self._load()
        return super().items()


def import_checked_names(module: str) -> None:
    """Add the names to a module that it imports and defines for type checkers only."""
    names: dict[str, Any] = _NAMESPACE.__get__(sys.modules[module])
    with _lock:  # for other threads; an import can need the names of this module again
        if "__checked__" not in names:
            names["__checked__"] = True
            for name, value in _checked_names(module, names["__package__"]):
                names.setdefault(name, value)


def _checked_names(module: str, package: str) -> Iterator[tuple[str, Any]]:
    """Yield the names of a module for type checkers, with their values."""
    import ast
    import inspect

    try:
        source = inspect.getsource(sys.modules[module])
    except (OSError, TypeError):  # `TypeError` for modules without a file
        return
    for block in ast.parse(source).body:
        if isinstance(block, ast.If) and ast.unparse(block.test).endswith("CHECKING"):
            for statement in block.body:
                yield from _values(statement, module, package)


def _values(
    statement: ast.stmt, module: str, package: str
) -> Iterator[tuple[str, Any]]:
    """Yield the names that a statement defines, with their values.

    A name of a library that is not installed is left out. An expression can use names of
    later statements, so its value is a reference.
    """
    import ast

    match statement:
        case ast.ImportFrom(source, aliases, level):
            with suppress(ImportError):
                origin = import_module("." * level + (source or ""), package)
                for item in aliases:
                    if _has(origin, item.name):
                        yield item.asname or item.name, getattr(origin, item.name)
        case ast.Import([item]):
            with suppress(ImportError):
                yield item.asname or item.name, import_module(item.name)
        case ast.AnnAssign(ast.Name(name), value=ast.expr() as value):
            yield name, ForwardRef(ast.unparse(value), module=module)
        case ast.Assign([ast.Name(name)], value):
            yield name, ForwardRef(ast.unparse(value), module=module)
        case _:
            pass


def _has(origin: ModuleType, name: str) -> bool:
    """Return whether a module has a name, after importing what it needs for it."""
    if not hasattr(origin, name):
        with suppress(ModuleNotFoundError):
            import_module(f"{origin.__name__}.{name}")
        import_checked_names(origin.__name__)
    return hasattr(origin, name)
