"""Module attributes that are imported at their first use (PEP 562)."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy_names(
    package: str, modules: Mapping[str, str | tuple[str, ...]]
) -> Callable[[str], Any]:
    """Makes the `__getattr__` of a package whose names live in its modules.

    Args:
        package: The package's `__name__`.
        modules: Relative module name -> the names it defines: a tuple, or one text
            with white space between them. The key `"."` lists modules of the package
            itself that are to be loaded as attributes.

    Returns:
        A function for the package's `__getattr__`. A name is looked up once, then
        kept in the package; an unknown one is an `AttributeError`.
    """
    origins: dict[str, str] = {}

    def load(name: str) -> Any:
        # Turned round at the first use only: a package may have thousands of names.
        if not origins:
            for module, names in modules.items():
                found = names.split() if isinstance(names, str) else names
                origins.update(dict.fromkeys(found, module))
        origin = origins.get(name)
        if origin is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        # importlib's function, and not `from . import name`, which would ask the
        # package's `__getattr__` again.
        from importlib import import_module

        if origin == ".":
            return import_module(f".{name}", package)
        value = getattr(import_module(origin, package), name)
        setattr(sys.modules[package], name, value)
        return value

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
            for name in package.__all__:
                if name not in names:
                    names[name] = getattr(package, name)
        return names


_NAMESPACE: Any = vars(ModuleType)["__dict__"]
