"""Imports of modules that a client has only if its API needs them.

A generated client has only the modules that its operations can reach. The other modules of
the runtime import a feature through `load_feature`, so that type checkers do not look for
modules that are absent.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from .missing import MODULES, NAMES, NATIVE_TYPES

__all__ = ["NATIVE_TYPES", "load_feature", "unknown_name_error"]


def load_feature(module: str) -> Any:
    """Import a module of the runtime.

    Args:
        module: Name relative to the runtime, such as `pagination.pages`.

    Raises:
        ImportError: The client does not have the module; the message contains the reason.
    """
    reason = MODULES.get(module)
    if reason is not None:
        name = f"{__package__}.{module}"
        raise ImportError(f"{name} is not part of this client: {reason}", name=name)
    return import_module(f".{module}", __package__)


def unknown_name_error(package: str, name: str) -> Exception:
    """Return the error for a name that a module does not have, for its `__getattr__`.

    Args:
        package: Module whose attribute was requested.
        name: Name of the attribute.

    Returns:
        An `AttributeError`, with the reason if the runtime or the package of the client has
        the name only in clients of other APIs. `from package import name` would replace it
        by an error without the reason, and therefore gets an `ImportError`.
    """
    runtime = str(__package__)
    # Modules of types have an expensive `__dict__`, and never a missing name.
    is_runtime = package == runtime or package.endswith("._runtime")
    link = sys.modules.get(package if is_runtime else f"{package}._runtime")
    reason = None if link is None else vars(link).get("MISSING", NAMES).get(name)
    if reason is None:
        return AttributeError(f"module {package!r} has no attribute {name!r}")
    message = f"{name} is not part of this client: {reason}"
    # The calling frames are that of `__getattr__`, and that of the code that needs the name.
    caller = sys._getframe(2).f_code  # pyright: ignore[reportPrivateUsage]
    if caller.co_name == "_handle_fromlist":
        return ImportError(message, name=package)
    return AttributeError(message)
