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
            set_module(cls, f"{package}.{module}" if module else package)


def set_module(cls: type, module: str) -> None:
    """Set the module of a class, which can be another one than that of its source.

    `inspect.getsource` then reports that there is no source. With the number of its line,
    which Python 3.13 stores, it would show other lines.
    """
    cls.__module__ = module
    if "__firstlineno__" in vars(cls):
        delattr(cls, "__firstlineno__")
