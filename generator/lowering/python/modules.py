"""The modules of types: which item stands where, and what each module imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...diagnostics import Diagnostics
from ...model.api import Api
from ...model.types import Usage
from ...python.expressions import Import, Union, imported_names
from ...python.types import (
    AliasDefinition,
    ModelClass,
    PageClass,
    ParamClass,
    TypeItem,
    TypeNameAlias,
    TypesModule,
)
from .identifiers import module_name, with_underscore
from .models import Types
from .pages import group_by_module
from .type_aliases import type_name_aliases

UNREACHED_MODULE = "components"
"""Module of the types that no operation or webhook uses."""

STANDARD = {
    "Any": "typing",
    "Literal": "typing",
    "Required": "typing",
    "TYPE_CHECKING": "typing",
    "TypeAlias": "typing",
    "TypedDict": "typing_extensions",
    "TypeAliasType": "typing_extensions",
    "Union": "typing",
    "Unpack": "typing",
    "Callable": "collections.abc",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "date": "datetime",
    "datetime": "datetime",
}
"""Where names come from that are no types of the API; all others are the runtime's."""

_BEHIND = (PageClass, TypeNameAlias)


def type_modules(
    types: Types,
    api: Api,
    pages: Iterable[PageClass],
    diagnostics: Diagnostics,
    unused_types: bool,
) -> tuple[tuple[TypesModule, ...], tuple[TypesModule, ...], Mapping[str, str]]:
    """The modules of views, those of parameters, and the module of each name.

    Args:
        types: makes their items.
        api: whose types.
        pages: the classes of pages.
        diagnostics: takes names that samples have for types, and that they cannot have.
        unused_types: Whether to emit types that no operation or webhook uses.
    """
    models: dict[str, list[TypeItem]] = {}
    params: dict[str, list[TypeItem]] = {}
    for declaration in api.declarations:
        if declaration.header.usage is Usage.UNREACHED and not unused_types:
            continue
        module = _module_of(declaration.header.group, types.names.taken)
        model, param = types.model(declaration), types.param(declaration)
        if model is not None:
            models.setdefault(module, []).append(model)
        if param is not None:
            params.setdefault(f"{module}_params", []).append(param)
    places = {item.name: module for module, items in models.items() for item in items}
    for module, classes in group_by_module(pages, places).items():
        models[module].extend(classes)
    modules = {
        item.name: module
        for found in (models, params)
        for module, items in found.items()
        for item in items
    }
    others = type_name_aliases(api.sample_types, types.names, modules, diagnostics)
    for module, aliases in others.items():
        (params if module in params else models).setdefault(module, []).extend(aliases)
        modules |= {item.name: module for item in aliases}
    return (
        tuple(_module(name, items, modules) for name, items in sorted(models.items())),
        tuple(_module(name, items, modules) for name, items in sorted(params.items())),
        modules,
    )


def _module_of(group: str, taken: frozenset[str]) -> str:
    """The module of a group, which is not called as a type is, or as one of parameters.

    Modules are attributes of the package that has all types.
    """
    if not group:
        return UNREACHED_MODULE
    name = with_underscore(module_name(group), taken)
    return f"{name}_" if name.endswith("_params") else name


def _module(
    name: str, items: list[TypeItem], modules: Mapping[str, str]
) -> TypesModule:
    # Pages and other names last: classes that they need must stand before them.
    items = sorted(items, key=lambda item: (isinstance(item, _BEHIND), item.name))
    names = {used for item in items for used in _used(item)}
    running = {name for item in items for name in _definition_names(item)}
    if any(isinstance(item, ModelClass) for item in items):
        running.add("BaseModel")
        if any(_has_renamed(item) for item in items):
            running.add("_runtime")
    if any(isinstance(item, PageClass) for item in items):
        running.add("_runtime")
    if any(isinstance(item, ParamClass) for item in items):
        running.add("TypedDict")
    running |= {item.of for item in items if isinstance(item, TypeNameAlias)}
    if any(_requires(item) for item in items):
        names.add("Required")
    running |= names & STANDARD.keys()
    if names - running - {item.name for item in items}:
        running |= {"TYPE_CHECKING", "_runtime"}
    kind = "Parameters" if name.endswith("_params") else "Types"
    title = name.removesuffix("_params").replace("_", " ").strip()
    return TypesModule(
        name=name,
        docstring=f"{kind} of {title}.",
        imports=imports(running, name, modules, ".."),
        checking=imports(names - running, name, modules, ".."),
        items=tuple(items),
    )


def imports(
    names: Iterable[str], here: str, modules: Mapping[str, str], up: str
) -> tuple[Import, ...]:
    """What makes names known in the module `here`; `up` leads to the package's root."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=_name_order):
        module = modules.get(name)
        if module is None:
            source = STANDARD.get(name, f"{up}_runtime")
            source = up if name == "_runtime" else source
        elif module == here:
            continue
        else:
            source = f".{module}" if up == ".." and here else f"{up}types.{module}"
        found.setdefault(source, []).append(name)
    return tuple(
        Import(source, tuple(found[source]))
        for source in sorted(found, key=_import_order)
    )


def _name_order(name: str) -> tuple[bool, str, str]:
    """Constants first, then by the alphabet."""
    return not name.isupper(), name.lower(), name


def _import_order(source: str) -> tuple[int, str]:
    """The standard library, other libraries, the package's root, then its siblings."""
    group = Import(source).group
    return group + (group == 2 and not source.startswith("..")), source


def _used(item: TypeItem) -> Iterator[str]:
    match item:
        case ModelClass():
            for field in item.fields:
                yield from imported_names(field.type)
            if item.extra is not None:
                yield from imported_names(item.extra)
        case ParamClass():
            for key in item.fields:
                yield from imported_names(key.type)
        case PageClass():
            yield from imported_names(item.item)
        case AliasDefinition(_, value):
            yield from imported_names(value)


def _definition_names(item: TypeItem) -> Iterator[str]:
    """Yield the names that the definition of an alias evaluates."""
    match item:
        case TypeNameAlias() | AliasDefinition(deferred=False):
            yield "TypeAlias"
        case AliasDefinition(_, value):
            yield "TypeAliasType"
            if isinstance(value, Union):
                yield "Union"


def _has_renamed(item: TypeItem) -> bool:
    return isinstance(item, ModelClass) and any(
        field.name != field.key for field in item.fields
    )


def _requires(item: TypeItem) -> bool:
    return isinstance(item, ParamClass) and item.marks_required
