"""Module attributes and modules that are imported when they are first used.

Packages import their names by a module `__getattr__` (PEP 562). A generated client has only
the modules that its operations can reach; the others import these through `load_feature`, so
that type checkers do not look for modules that are absent.
"""

from __future__ import annotations

import sys
import warnings
from functools import cache, partial
from types import FrameType, GenericAlias, MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Generic
else:

    class Generic:
        """`typing.Generic` for type checkers, and `object` at run time.

        For classes with many subclasses, which are created faster with fewer base classes.
        They must define `__class_getitem__`.
        """

        __class_getitem__ = partial(GenericAlias, object)


__all__ = ("Generic",)


def lazy_names(
    package: str,
    modules: Mapping[str, str | tuple[str, ...]],
    *,
    client: str = "",
    arguments: str = "",
    resources: str = "",
    earlier: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package that imports its names when they are used.

    The package also gets a `__dir__` that lists these names, and an `__all__` unless it
    defines one. With `client`, it gets the attributes of a `DefaultClient`.

    Args:
        package: The `__name__` of the package or module.
        modules: Names by the relative module that defines them: a tuple, or a string of
            names. The key `"."` lists submodules. A name can be `name as other` in tuples.
        client: Name of the class of the default client in the package; `""` for none.
        arguments: Names of the arguments of the default client, which are attributes of
            the package.
        resources: Names of the resources of the default client, likewise.
        earlier: Current name (or `name as other`) and sentence about the removal, by name.

    Returns:
        A function that imports a name and stores it, or raises `AttributeError`.
    """

    @cache  # Built when it is first needed, because a package may have thousands of names.
    def index() -> dict[str, tuple[str, str]]:
        return dict(_read_origins(modules))

    def load(name: str) -> Any:
        if name in earlier:
            return _find_earlier(package, name, *earlier[name])
        if name == "__all__" and modules:
            return sorted(index())
        if name in default_names:
            return _find_default_client(
                package, client, tuple(arguments.split()), tuple(resources.split())
            ).get(name)
        if name not in index():
            raise unknown_name_error(package, name)
        origin, own = index()[name]
        if origin == ".":
            return _import(package, f".{name}")
        value = getattr(_import(package, origin), own)
        setattr(sys.modules[package], name, value)
        return value

    def list_names() -> list[str]:
        return sorted({*module_namespace(package), *index(), *default_names})

    default_names = frozenset((*arguments.split(), *resources.split()))
    if client:
        sys.modules[package].__class__ = _ClientPackage
    module_namespace(package)["__dir__"] = list_names
    return load


def _find_earlier(module: str, earlier: str, name: str, removal: str) -> Any:
    """Warn, and return a name of a module of types, or of the package of all types."""
    name, _, public = name.partition(" as ")
    _warn(f"{earlier} is an earlier name of {public or name}.{removal}")
    namespace = module_namespace(module)
    if name in namespace:
        return namespace[name]
    package: str = namespace["__package__"]
    return getattr(sys.modules[module if "__path__" in namespace else package], name)


def _warn(message: str) -> None:
    """Warn at the line that uses a name.

    Modules of types call each other here. `warnings` ignores the frames of the import
    system between them.
    """
    # No public function returns the frame of a caller.
    frame, level = sys._getframe(1), 2  # pyright: ignore[reportPrivateUsage]
    while frame.f_code.co_filename == __file__ or _is_importing(frame):
        level += not _is_importing(frame)
        if frame.f_back is None:
            break
        frame = frame.f_back
    warnings.warn(message, DeprecationWarning, stacklevel=level)


def _is_importing(frame: FrameType) -> bool:
    return "importlib" in frame.f_code.co_filename


def _read_origins(
    modules: Mapping[str, str | tuple[str, ...]],
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each public name with the module that defines it and its name there."""
    for module, names in modules.items():
        for item in names.split() if isinstance(names, str) else names:
            own, _, public = item.partition(" as ")
            yield public or own, (module, own)


def _import(package: str, module: str) -> ModuleType:
    """Import a module by its name relative to a package."""
    # Not `from . import name`, which would call the `__getattr__` of the package.
    from importlib import import_module

    return import_module(module, module_namespace(package)["__package__"])


def module_namespace(module: str) -> dict[str, Any]:
    """Return the names of a module without adding those that it imports when needed."""
    names: dict[str, Any] = _NAMESPACE.__get__(sys.modules[module])
    return names


def _find_default_client(
    package: str, client: str, arguments: tuple[str, ...], resources: tuple[str, ...]
) -> Any:
    """Return the default client of a package, creating it at its first use."""
    module = sys.modules[package]
    names = vars(module)
    if _DEFAULT not in names:
        create = load_feature("client.default_client").DefaultClient
        created = create(module, getattr(module, client), arguments, resources)
        # Threads that create one at the same time get the same one.
        names.setdefault(_DEFAULT, created)
    return names[_DEFAULT]


_DEFAULT = "_default_client"


class _ClientPackage(ModuleType):
    """A package with a default client, which uses assigned attributes as arguments."""

    def __setattr__(self, name: str, value: object) -> None:
        default = vars(self).get(_DEFAULT)
        if default is None or not default.assign(name, value):
            super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        super().__delattr__(name)
        default = vars(self).get(_DEFAULT)
        if default is not None:
            default.reset(name)


def defer_imports(module: str) -> None:
    """Import the names that annotations of a module of types use when they are needed.

    Modules of types import each other for type checkers only. Whatever evaluates their
    annotations (`typing.get_type_hints`, pydantic) reads `module.__dict__` for the names;
    at that moment the names of the whole package of types are added to it.

    Args:
        module: `__name__` of the module.
    """
    sys.modules[module].__class__ = _TypesModule


def set_public_types(module: str, public: str) -> None:
    """Set the public module of the types of a file, which decides where pickles find them.

    Args:
        module: `__name__` of the file, which defines some of the types.
        public: Name of the module beside it that exports the types of several files.
    """
    # Libraries that evaluate annotations expect that the module of a class is loaded.
    name = _import(module, f".{public}").__name__
    for value in module_namespace(module).values():
        if isinstance(value, type) and value.__module__ == module:
            set_module(value, name)


class _TypesModule(ModuleType):
    """A module whose `__dict__` has the names of all modules beside it."""

    @property
    def __dict__(self) -> dict[str, Any]:  # type: ignore[override]  # a property
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
            # The files of a module also have the names that they import.
            for file in names.get("_NAMES", ()):
                imported = module_namespace(f"{package.__name__}{file}")
                for name, value in imported.items():
                    names.setdefault(name, value)
        return names

    def __dir__(self) -> list[str]:
        # By default, `dir` reads `__dict__`, which imports everything.
        names: dict[str, Any] = _NAMESPACE.__get__(self)
        listing = names.get("__dir__")
        return listing() if listing is not None else sorted(names)


_NAMESPACE: Any = vars(ModuleType)["__dict__"]


def load_feature(module: str) -> Any:
    """Import a module of the runtime.

    Args:
        module: Name relative to the runtime, such as `pagination.pages`.

    Raises:
        ImportError: The client does not have the module; the message contains the reason.
    """
    from importlib import import_module

    from .missing import MODULES

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
    from .missing import NAMES

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


def set_public_module(module: str, *classes: type) -> None:
    """Set `__module__` of classes to the public module of the package that exports them.

    It stays if the runtime is not the `_runtime` of a package. The annotations of the
    classes can be evaluated afterwards; see `defer_annotations`.

    Args:
        module: Name of the module relative to the package; `""` is the package itself.
        *classes: The classes.
    """
    from .evaluation import defer_annotations

    package, is_vendored, _ = __name__.rpartition("._runtime.")
    for cls in classes:
        for owner in cls.__mro__:
            if owner.__module__.startswith(f"{__package__}."):
                defer_annotations(owner)
        if is_vendored:
            set_module(cls, f"{package}.{module}" if module else package)


def set_module(cls: type, module: str) -> None:
    """Set the module of a class, which can be another one than that of its source.

    `inspect.getsource` then reports that there is no source. With the number of its line,
    which Python 3.13 stores, it would show other lines.
    """
    cls.__module__ = module
    if "__firstlineno__" in vars(cls):
        delattr(cls, "__firstlineno__")
