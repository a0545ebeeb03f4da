"""Modules of resources: their files, and the imports of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...python.expressions import Import, has_name, imported_names
from ...python.resources import (
    LinkMethod,
    Method,
    ResourceClass,
    ResourceModule,
    Streams,
    printed_names,
)
from .modules import imports
from .resource_parts import ResourcePart, set_files


def build_resource_module(
    module: ResourceModule, parts: Sequence[ResourcePart], modules: Mapping[str, str]
) -> ResourceModule:
    """Return a module with its imports, as one file or as several.

    Args:
        module: The module, without imports.
        parts: Files of the module; the first is the module itself.
        modules: Type module that defines each name.
    """
    if len(parts) == 1:
        return replace(
            module,
            imports=_runtime_imports(module.classes),
            checking=_checking_imports(module.classes, modules),
        )
    files = {item.name: part.name for part in parts for item in part.classes}
    return replace(
        module, parts=tuple(_build_file(module, part, files, modules) for part in parts)
    )


def _build_file(
    module: ResourceModule,
    part: ResourcePart,
    files: Mapping[str, str],
    modules: Mapping[str, str],
) -> ResourceModule:
    """Return one of the files of a module."""
    classes = set_files(part.classes, files, part.name)
    is_public = part.name == module.name
    checking = _checking_imports(classes, modules)
    own = {method.endpoint for item in classes for method in item.signatures}
    statements = _runtime_imports(classes)
    if not any(each.module == ".." for each in statements):
        statements = (*statements[:-1], Import("..", ("_runtime",)), statements[-1])
    return ResourceModule(
        name=part.name,
        docstring=module.docstring if is_public else f"Part of `{module.name}`.",
        imports=statements,
        # The public module exports all classes, and so imports them.
        checking=checking if is_public else (*checking, *_sibling_imports(classes)),
        endpoints=tuple(item for item in module.endpoints if item.name in own),
        pollings=tuple(item for item in module.pollings if item.name in own),
        structured=tuple(item for item in module.structured if item.name in own),
        classes=classes,
        public="" if is_public else module.name,
        exports=_exports(module.classes, files, part.name) if is_public else (),
    )


def set_link_methods(
    module: ResourceModule,
    links: Mapping[str, tuple[LinkMethod, ...]],
    modules: Mapping[str, str],
) -> ResourceModule:
    """Return a module whose classes have methods of links, with the imports of these.

    Args:
        module: The module with its imports, as one file or as several.
        links: The methods by the name of the class.
        modules: Type module that defines each name.
    """
    if module.parts:
        parts = (set_link_methods(part, links, modules) for part in module.parts)
        return replace(module, parts=tuple(parts))
    classes = tuple(
        replace(item, links=links.get(item.name, ())) for item in module.classes
    )
    if not any(item.links for item in classes):
        return module
    checking = _checking_imports(classes, modules)
    if module.public:
        checking = (*checking, *_sibling_imports(classes))
    return replace(
        module,
        classes=classes,
        imports=_add_cast(module.imports),
        checking=checking,
    )


def _add_cast(statements: tuple[Import, ...]) -> tuple[Import, ...]:
    return tuple(
        (
            replace(item, names=("TYPE_CHECKING", "cast", *item.names[1:]))
            if item.module == "typing"
            else item
        )
        for item in statements
    )


def _client_imports(classes: Iterable[ResourceClass]) -> tuple[Import, ...]:
    """Return the import of the clients, which links call."""
    names = {item.client for each in classes for item in each.links}
    return tuple(Import(".._client", (f"Async{name}", name)) for name in sorted(names))


def _exports(
    classes: Iterable[ResourceClass], files: Mapping[str, str], current: str
) -> tuple[Import, ...]:
    """Return the imports of all printed classes from other files."""
    names: dict[str, list[str]] = {}
    for item in classes:
        if files[item.name] != current:
            names.setdefault(files[item.name], []).extend(printed_names(item))
    return tuple(
        Import(f".{file}", tuple(sorted(names[file]))) for file in sorted(names)
    )


def _checking_imports(
    classes: tuple[ResourceClass, ...], modules: Mapping[str, str]
) -> tuple[Import, ...]:
    """Return the imports of types for type checkers only."""
    checking = imports(_annotation_names(classes), "", modules, "..")
    relative = [item.module.startswith("..") for item in checking]
    start = relative.index(True) if True in relative else len(checking)
    clients = _client_imports(classes)
    checking = (*checking[:start], *clients, *checking[start:])
    if any(map(_uses_builtins, classes)):
        checking = (Import("builtins"), *checking)
    return checking


def _sibling_imports(classes: tuple[ResourceClass, ...]) -> tuple[Import, ...]:
    """Return the imports of nested resources from other files, for type checkers only."""
    names: dict[str, set[str]] = {}
    for item in classes:
        for child in item.children:
            if child.module:
                names.setdefault(child.module, set()).update(
                    f"{prefix}{child.class_name}{kind}"
                    for prefix in ("", "Async")
                    for kind in ("", "Raw", "Streaming")
                )
    return tuple(
        Import(f".{file}", tuple(sorted(names[file]))) for file in sorted(names)
    )


def _annotation_names(classes: Iterable[ResourceClass]) -> set[str]:
    """Return the names that the annotations of methods use."""
    names: set[str] = set()
    for item in classes:
        if item.event is not None:
            names.update(("Mapping", *imported_names(item.event.type)))
        for callback in item.callbacks:
            names.update(("Mapping", *imported_names(callback.returns)))
        for method in item.signatures:
            names |= _method_names(method)
        for stream in item.derived_streams:
            names.update((stream.function, f"async_{stream.function}"))
    return names


def _method_names(method: Method) -> set[str]:
    """Return the names that the annotations of a method use."""
    names = {"RequestOptions", "Unpack"}
    names.update(imported_names(method.returns))
    names.update(imported_names(method.returns_async))
    if method.event is not None:
        names.update(imported_names(method.event))
    if method.aggregated_type is not None:
        names.update(("ResponseStream", "AsyncResponseStream"))
        names.update(imported_names(method.aggregated_type))
    elif method.streams is not Streams.NEVER:
        names.update(("Stream", "AsyncStream"))
    if method.stream_parameter is not None and method.stream_argument is not None:
        names.update(("Literal", *imported_names(method.stream_parameter.either_type)))
    for variant in method.selector.variants if method.selector else ():
        names.update(imported_names(variant.value_type))
        names.update(imported_names(variant.returns))
        names.update(imported_names(variant.returns_async))
    variants = (each for item in method.body_variants for each in item.arguments)
    for argument in (*method.arguments, *variants):
        names.update(imported_names(argument.type))
        if "Iterable" in names:
            names.add("AsyncIterable")  # the async method accepts both
        if not argument.required:
            names.add("Omit")
    return names


def _uses_builtins(item: ResourceClass) -> bool:
    """Return whether a signature names `builtins.list`."""
    return any(
        has_name(type_, "builtins.list")
        for method in item.signatures
        for type_ in (
            method.returns,
            method.returns_async,
            method.event,
            method.aggregated_type,
        )
        if type_ is not None
    ) or any(has_name(each.returns, "builtins.list") for each in item.callbacks)


def _runtime_imports(classes: tuple[ResourceClass, ...]) -> tuple[Import, ...]:
    """Return the imports that run when the module of the classes is imported."""
    methods = [each for item in classes for each in item.signatures]
    statements = []
    if any(item.children for item in classes):
        statements.append(Import("functools", ("cached_property",)))
    typing = ["TYPE_CHECKING"]
    if any(method.has_overloads for method in methods):
        typing.append("overload")
    statements.append(Import("typing", tuple(typing)))
    runtime = ["AsyncResource", "Resource"]
    if methods or any(
        item.children or item.callbacks or item.event is not None for item in classes
    ):
        statements.append(Import("..", ("_runtime",)))
    if methods:
        runtime.insert(1, "Endpoint")
    if any(method.deprecated for method in methods):
        runtime.append("deprecated")
    if any(not item.required for method in methods for item in method.arguments):
        runtime.append("omit")
    statements.append(Import(".._runtime", tuple(runtime)))
    return tuple(statements)
