"""Files of the package of types of a client."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from ...python.expressions import Import
from ...python.own_classes import OwnModel
from ...python.package import Package
from ...python.types import TypesModule
from .event_streams import event_stream_imports
from .layout import INDENT, format_value
from .parsed import parsed_imports
from .printer import Printer
from .types import (
    format_name_list,
    format_packed_names,
    without_unused_union,
)


def render_types(package: str, modules: Iterable[TypesModule]) -> dict[str, str]:
    """Return the content of the files of modules, by path in the output directory.

    Args:
        package: Name of the client package.
        modules: Modules of types.
    """
    print_ = Printer()
    for module in modules:
        for file in module.files:
            _print_types_module(print_, f"{package}/types/{file.name}.py", file)
    return print_.files


def print_types_package(print_: Printer, package: Package) -> None:
    """Print the package that exports all types, and the types that methods define."""
    folder = f"{package.name}/types"
    _print_exports(print_, folder, package)
    if package.streams:
        print_(
            f"{folder}/{package.streams_module}.py",
            "event_streams",
            package=package,
            imports=event_stream_imports(
                package.streams, package.modules, package.own_models
            ),
            exports=_stream_names(package),
        )
    if package.parsed:
        print_(
            f"{folder}/{package.parsed_module}.py",
            "parsed",
            package=package,
            imports=parsed_imports(package.parsed, package.own_models),
            exports=sorted(item.name for item in package.parsed),
        )


def _stream_names(package: Package) -> list[str]:
    """Return the names of the classes of streams, sorted."""
    names = (item.name for item in package.streams)
    return sorted(f"{prefix}{name}" for name in names for prefix in ("", "Async"))


def _print_exports(print_: Printer, folder: str, package: Package) -> None:
    """Print the package that exports all types, and the divided modules of them."""
    modules = sorted((*package.types, *package.params), key=lambda item: item.name)
    named = [
        (package.parsed_module, [item.name for item in package.parsed]),
        (package.streams_module, _stream_names(package)),
    ]
    named_modules = [(name, names) for name, names in named if names]
    print_(
        f"{folder}/__init__.py",
        "types_exports",
        docstring=f"Types of {package.client.title}.",
        modules=modules,
        module_names=sorted(
            [*(item.name for item in modules), *(name for name, _ in named_modules)]
        ),
        files=tuple(
            file for module in modules for file in module.files if file.exported
        ),
        named_entries=[
            format_packed_names(f'".{name}": ', names, INDENT)
            for name, names in named_modules
        ],
        deprecated=[item for module in modules for item in module.deprecated],
        is_divided=False,
        star_names="",
        **_own_models(package),
    )
    for module in modules:
        if module.parts:
            print_(
                f"{folder}/{module.name}.py",
                "types_exports",
                docstring=module.docstring,
                modules=module.parts,
                module_names=[item.name for item in module.parts],
                files=module.parts,
                named_entries=(),
                deprecated=module.deprecated,
                is_divided=True,
                star_names=_star_names(module),
                own_entries=(),
                own_aliases=(),
                own_imports=tuple(
                    _export(part, (*part.own, *(item.name for item in part.deprecated)))
                    for part in module.parts
                    if part.own
                ),
            )


def _print_types_module(print_: Printer, path: str, module: TypesModule) -> None:
    exported = format_name_list(module.exported)
    print_(path, "types_module", module=module, exported=exported)
    reduced = without_unused_union(module, print_.files[path])
    if reduced is not module:
        print_(path, "types_module", module=reduced, exported=exported)


def _export(module: TypesModule, names: Iterable[str]) -> Import:
    """Return the import by which type checkers export names that `import *` omits."""
    return Import(f".{module.name}", tuple(f"{name} as {name}" for name in names))


def _star_names(module: TypesModule) -> str:
    """Return the list of the names of a divided module that `import *` binds; "" for all."""
    if not module.own:
        return ""
    names = tuple(name for part in module.parts for name in part.exported)
    return format_name_list(names, INDENT)


def _own_models(package: Package) -> dict[str, object]:
    """Return what the package of types prints for models of the user."""
    entries = []
    imports: dict[Import, None] = {}
    aliases = []
    for module, items in groupby(package.own_models, key=attrgetter("module")):
        names = []
        for item in items:
            names += [(item.name, name) for name in _names_of(item)]
            # `import own as other` would not export the name to type checkers.
            local = item.name if item.name == item.public else f"_own_{item.name}"
            imports[Import(f"..{module}", (f"{item.name} as {local}",))] = None
            if local != item.public:
                aliases.append((local, item.public))
        renamed = tuple(
            own if own == name else f"{own} as {name}" for own, name in names
        )
        entries.append(format_value(f'"..{module}": ', renamed, INDENT))
    exported = {name for item in package.own_models for name in _names_of(item)}
    return {
        "own_entries": entries,
        "own_imports": (
            *imports,
            *(
                _export(module, (item.name for item in module.deprecated))
                for module in package.types
                if module.own and module.deprecated
            ),
        ),
        "own_aliases": aliases,
        "own_names": format_name_list(tuple(sorted(exported)), INDENT),
    }


def _names_of(item: OwnModel) -> tuple[str, ...]:
    """Return the names by which the package of types has a model of the user."""
    if item.public != item.model:
        return (item.public,)
    return item.public, f"_{item.model}"
