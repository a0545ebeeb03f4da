"""Module attributes that are imported at their first use (PEP 562)."""

from __future__ import annotations

import sys
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
