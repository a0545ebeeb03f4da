"""The module that callers import a class from, for `repr`, tracebacks and pickles."""

from __future__ import annotations


def set_public_module(module: str, *classes: type) -> None:
    """Set `__module__` of classes to the public module of the package that exports them.

    Nothing changes if the runtime is not the `_runtime` of a package.

    Args:
        module: Name of the module relative to the package; `""` is the package itself.
        *classes: The classes.
    """
    package, is_vendored, _ = __name__.rpartition("._runtime.")
    if is_vendored:
        for cls in classes:
            cls.__module__ = f"{package}.{module}" if module else package
