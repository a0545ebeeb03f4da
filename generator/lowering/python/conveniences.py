"""Clients without the parts of the runtime that `runtime = "minimal"` leaves out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ...model.api import Api
from ...python.expressions import Import
from ...python.features import Convenience
from ...python.package import ClientModule, DefaultClient, Package
from ...python.resources import ResourceClass, ResourceModule, printed_names

_BASES = ("AsyncResource", "Resource")
"""The base classes of resources with raw responses."""
_RUNTIME = Import("..", ("_runtime",))


def omit_conveniences(package: Package, api: Api) -> Package:
    """Return a client without raw responses and what else no operation needs.

    Raw responses remain if an operation has links, because a link can read the headers of
    a response.

    Args:
        package: The client with all conveniences.
        api: Its API.
    """
    omitted = tuple(
        item
        for item in Convenience
        if item is not Convenience.RAW_RESPONSES
        or not any(operation.links for operation in api.operations)
    )
    client, resources = replace(package.client, plain=True), package.resources
    if Convenience.RAW_RESPONSES in omitted:
        client = _without_wrappers(client)
        resources = tuple(_plain_module(module) for module in resources)
    names = sorted(package.default_client.names)
    return replace(
        package,
        client=client,
        resources=resources,
        default_client=DefaultClient((), (), tuple(names)),
        omitted=omitted,
    )


def _without_wrappers(client: ClientModule) -> ClientModule:
    return replace(
        client,
        children=tuple(replace(child, wrapped=False) for child in client.children),
        checking=tuple(
            item for item in client.checking if item != Import(".", ("_wrappers",))
        ),
    )


def _plain_module(module: ResourceModule) -> ResourceModule:
    """Return a module, or one of the files of a module, without wrappers."""
    plain = replace(module, classes=_plain_classes(module))
    if not module.parts:
        return replace(plain, imports=_plain_imports(module.imports))
    wrappers = {
        name
        for part in module.parts
        for before, after in zip(part.classes, _plain_classes(part), strict=True)
        for name in set(printed_names(before)).difference(printed_names(after))
    }
    parts = (
        replace(
            _plain_module(part),
            checking=_without_names(part.checking, wrappers),
            exports=_without_names(part.exports, wrappers),
        )
        for part in module.parts
    )
    return replace(plain, parts=tuple(parts))


def _plain_classes(module: ResourceModule) -> tuple[ResourceClass, ...]:
    return tuple(replace(item, wrapped=False) for item in module.classes)


def _without_names(
    imports: tuple[Import, ...], removed: Collection[str]
) -> tuple[Import, ...]:
    """Return imports without some names; an import of removed names only is left out."""
    kept = (
        replace(item, names=tuple(name for name in item.names if name not in removed))
        for item in imports
    )
    return tuple(
        after
        for before, after in zip(imports, kept, strict=True)
        if after.names or not before.names
    )


def _plain_imports(imports: tuple[Import, ...]) -> tuple[Import, ...]:
    """Return imports without the base classes of resources with raw responses.

    Those without are qualified, so that a type of the API can have any name.
    """
    *others, runtime = imports
    names = tuple(name for name in runtime.names if name not in _BASES)
    if _RUNTIME not in others:
        others.append(_RUNTIME)
    return (*others, *((replace(runtime, names=names),) if names else ()))
