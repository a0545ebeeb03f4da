"""Module attributes that are imported when they are first used (PEP 562)."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy_names(
    package: str, modules: Mapping[str, str | tuple[str, ...]]
) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package that imports its names when they are used.

    The package also gets a `__dir__` that lists these names, and an `__all__` unless it
    defines one.

    Args:
        package: The `__name__` of the package, or of a module that exports the names of
            modules beside it.
        modules: Names by the relative module that defines them: a tuple, or a string of
            names separated by white space. The key `"."` lists submodules. A name of a
            tuple can be `name as other`.

    Returns:
        A function that imports a name and stores it in the package. It raises an
        `AttributeError` if the name is unknown.
    """
    origins: dict[str, tuple[str, str]] = {}

    def index() -> dict[str, tuple[str, str]]:
        # Built when it is first needed, because a package may have thousands of names.
        if not origins:
            for module, names in modules.items():
                listed = names.split() if isinstance(names, str) else names
                for item in listed:
                    own, _, public = item.partition(" as ")
                    origins[public or own] = (module, own)
        return origins

    def load(name: str) -> Any:
        if name == "__all__":
            return sorted(index())
        if name not in index():
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        origin, own = index()[name]
        # Not `from . import name`, which would call the `__getattr__` of the package.
        from importlib import import_module

        parent: str = vars(sys.modules[package])["__package__"]
        if origin == ".":
            return import_module(f".{name}", parent)
        value = getattr(import_module(origin, parent), own)
        setattr(sys.modules[package], name, value)
        return value

    def list_names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *index()})

    vars(sys.modules[package])["__dir__"] = list_names
    return load


def defer_imports(module: str) -> None:
    """Import the names that annotations of a module of types use when they are needed.

    Modules of types import each other for type checkers only. Whatever evaluates their
    annotations (`typing.get_type_hints`, pydantic) reads `module.__dict__` for the names;
    at that moment the names of the whole package of types are added to it.

    Args:
        module: `__name__` of the module.
    """
    sys.modules[module].__class__ = _TypesModule


class _TypesModule(ModuleType):
    """A module whose `__dict__` has the names of all modules beside it."""

    @property
    def __dict__(self) -> dict[str, Any]:  # type: ignore[override]
        names: dict[str, Any] = _NAMESPACE.__get__(self)
        if "__complete__" not in names:
            names["__complete__"] = True
            package: Any = sys.modules[names["__package__"]]
            runtime: Any = sys.modules[__name__.rpartition(".")[0]]
            names["FileTypes"] = runtime.FileTypes
            names["ReceivedFile"] = runtime.ReceivedFile
            for name in package.__all__:
                if name not in names:
                    names[name] = getattr(package, name)
        return names


_NAMESPACE: Any = vars(ModuleType)["__dict__"]
