"""Replace generated classes by the classes of the user that extend them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..diagnostics import Diagnostics
from ..python.children import Child
from ..python.expressions import Import
from ..python.own_classes import OwnClass
from ..python.package import ClientModule, OwnClient, Package
from ..python.resources import ResourceClass, ResourceModule
from .checks import check_classes
from .classes import find_extended
from .files import Extension
from .import_order import import_order
from .models import extend_models, model_targets
from .targets import Target, client_targets, resource_targets


def apply_extensions(
    package: Package, modules: tuple[Extension, ...], diagnostics: Diagnostics
) -> Package:
    """Return a package that creates and exports the classes of the user.

    Args:
        package: Client package.
        modules: Modules of own code.
        diagnostics: Receives an error for each class that cannot be used.
    """
    if not modules:
        return package
    targets = {
        **resource_targets(package),
        **client_targets(package),
        **model_targets(package),
    }
    extended = find_extended(modules, targets)
    check_classes(package, extended, diagnostics)
    own: dict[str, OwnClass] = {}
    models: dict[str, OwnClass] = {}
    clients = []
    for item in extended:
        cls = OwnClass(".".join(item.module.path), item.node.name)
        if item.target.is_client:
            clients.extend(_exports(cls, package.client, item.target))
        else:
            classes = models if item.target.is_model else own
            classes.setdefault(item.target.key, cls)
    package = replace(
        package,
        client=_extend_client(package.client, own),
        resources=tuple(_extend_module(item, own) for item in package.resources),
        own_clients=tuple(sorted(clients, key=lambda item: (item.module, item.public))),
    )
    return extend_models(package, models)


def _exports(cls: OwnClass, client: ClientModule, target: Target) -> list[OwnClient]:
    """Return the names by which the package exports a client of the user."""
    exports = [OwnClient(cls.module, cls.name, cls.name)]
    if cls.name == target.name and client.name != "Client":
        alias = "AsyncClient" if target.name.startswith("Async") else "Client"
        exports.append(OwnClient(cls.module, cls.name, alias))
    return exports


def _extend_client(client: ClientModule, own: Mapping[str, OwnClass]) -> ClientModule:
    children = tuple(_extend_child(item, item.module, own) for item in client.children)
    return replace(
        client,
        children=children,
        checking=_extend_imports(client.checking, children, ".resources."),
    )


def _extend_module(
    module: ResourceModule, own: Mapping[str, OwnClass]
) -> ResourceModule:
    if module.parts:
        parts = tuple(_extend_file(item, module.name, own) for item in module.parts)
        return replace(module, parts=parts)
    return _extend_file(module, module.name, own)


def _extend_file(
    file: ResourceModule, module: str, own: Mapping[str, OwnClass]
) -> ResourceModule:
    classes = tuple(_extend_class(item, module, own) for item in file.classes)
    children = tuple(child for item in classes for child in item.children)
    return replace(
        file, classes=classes, checking=_extend_imports(file.checking, children, ".")
    )


def _extend_class(
    item: ResourceClass, module: str, own: Mapping[str, OwnClass]
) -> ResourceClass:
    children = tuple(_extend_child(child, module, own) for child in item.children)
    return replace(item, children=children)


def _extend_child(child: Child, module: str, own: Mapping[str, OwnClass]) -> Child:
    """Return a child with the classes of the user for it.

    Args:
        child: The child.
        module: Public module of its class.
        own: Classes of the user, by module and class that they extend.
    """
    return replace(
        child,
        own=own.get(f"{module}.{child.class_name}"),
        own_async=own.get(f"{module}.Async{child.class_name}"),
    )


def _extend_imports(
    imports: tuple[Import, ...], children: tuple[Child, ...], siblings: str
) -> tuple[Import, ...]:
    """Return the imports for type checkers, with the classes of the user.

    Args:
        imports: Imports of the generated file.
        children: Children whose classes the file uses.
        siblings: Prefix of the modules of resources, as the file imports them.
    """
    if not any(child.own or child.own_async for child in children):
        return imports
    unused = {(f"{siblings}{item.module}", name) for item, name in _replaced(children)}
    kept = []
    for statement in imports:
        names = tuple(
            name for name in statement.names if (statement.module, name) not in unused
        )
        if names or not statement.names:
            kept.append(replace(statement, names=names))
    dots = "." if siblings == ".resources." else ".."
    own = {
        Import(f"{dots}{cls.module}", (f"{cls.name} as _{name}",))
        for child in children
        for name, cls in _own_classes(child)
    }
    return tuple(sorted((*kept, *own), key=import_order))


def _own_classes(child: Child) -> Iterator[tuple[str, OwnClass]]:
    if child.own is not None:
        yield child.class_name, child.own
    if child.own_async is not None:
        yield f"Async{child.class_name}", child.own_async


def _replaced(children: tuple[Child, ...]) -> Iterator[tuple[Child, str]]:
    """Return the generated classes that annotations no longer name."""
    for child in children:
        for name, _ in _own_classes(child):
            yield child, name
