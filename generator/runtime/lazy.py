"""Module attributes that are imported when they are first used (PEP 562)."""

from __future__ import annotations

import sys
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
        package: The `__name__` of the package.
        modules: Names by the relative module that defines them: a tuple, or a string of
            names separated by white space. The key `"."` lists submodules.

    Returns:
        A function that imports a name and stores it in the package. It raises an
        `AttributeError` if the name is unknown.
    """
    origins: dict[str, str] = {}

    def index() -> dict[str, str]:
        # Built when it is first needed, because a package may have thousands of names.
        if not origins:
            for module, names in modules.items():
                listed = names.split() if isinstance(names, str) else names
                origins.update(dict.fromkeys(listed, module))
        return origins

    def load(name: str) -> Any:
        if name == "__all__":
            return sorted(index())
        origin = index().get(name)
        if origin is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        # Not `from . import name`, which would call the `__getattr__` of the package.
        from importlib import import_module

        if origin == ".":
            return import_module(f".{name}", package)
        value = getattr(import_module(origin, package), name)
        setattr(sys.modules[package], name, value)
        return value

    def list_names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *index()})

    vars(sys.modules[package])["__dir__"] = list_names
    return load
