"""Modules of types: the types that each module defines, its files and its imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from ...diagnostics import Diagnostics
from ...model.api import Api, SampleType
from ...model.types import Usage
from ...python.expressions import (
    NATIVE_TYPES,
    Import,
    Name,
    TypeExpr,
    Union,
    documented_name,
    imported_as,
    imported_names,
)
from ...python.types import (
    AliasDefinition,
    ModelClass,
    PageClass,
    ParamClass,
    TypeItem,
    TypeNameAlias,
    TypesModule,
)
from ...recorded_names import NO_NAMES, RecordedNames, TypeRole
from .identifiers import module_name, with_underscore
from .models import Types
from .module_parts import ModulePart, split_modules
from .pages import earlier_pages, group_by_module
from .recursive_aliases import mark_recursive
from .type_aliases import type_name_aliases
from .type_names import TypeNames

UNREACHED_MODULE = "components"
"""Module of the types that no operation or webhook uses."""

STANDARD = {
    "Any": "typing",
    "Literal": "typing",
    "Never": "typing",
    "Required": "typing",
    "TYPE_CHECKING": "typing",
    "TypeAlias": "typing",
    "TypedDict": "typing_extensions",
    "TypeAliasType": "typing_extensions",
    "Union": "typing",
    "Unpack": "typing",
    "Callable": "collections.abc",
    "AsyncIterable": "collections.abc",
    "Iterable": "collections.abc",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "date": "datetime",
    "datetime": "datetime",
    **NATIVE_TYPES,
}
"""Modules of names from the standard library and from `typing_extensions`.

All other names that are not types of the API belong to the runtime.
"""

_LAST = (PageClass, TypeNameAlias)
"""Items at the end of a module, because they refer to its other classes."""


def type_modules(
    types: Types,
    api: Api,
    pages: Iterable[PageClass],
    diagnostics: Diagnostics,
    unused_types: bool,
    recorded: RecordedNames = NO_NAMES,
) -> tuple[tuple[TypesModule, ...], tuple[TypesModule, ...], Mapping[str, str]]:
    """Build the modules of types.

    Args:
        types: Factory of the types.
        api: API that declares the types.
        pages: Page classes.
        diagnostics: Receives the imports of samples that are not possible.
        unused_types: Whether to emit types that no operation or webhook uses.
        recorded: Names of an earlier output, whose types stay in their modules.

    Returns:
        The modules of response types, the modules of argument types, and the module of
        each name.
    """
    responses: dict[str, list[TypeItem]] = {}
    params: dict[str, list[TypeItem]] = {}
    for declaration in api.declarations:
        if declaration.header.usage is Usage.UNREACHED and not unused_types:
            continue
        module = _module_name(declaration.header.group, types.names.taken)
        response_type = types.build_response_type(declaration)
        argument_type = types.build_argument_type(declaration)
        if response_type is not None:
            kept = _kept_module(response_type, recorded, params=False)
            responses.setdefault(kept or module, []).append(response_type)
        if argument_type is not None:
            kept = _kept_module(argument_type, recorded, params=True)
            params.setdefault(kept or f"{module}_params", []).append(argument_type)
    pages = tuple(pages)
    for module, classes in group_by_module(pages, _modules_by_name(responses)).items():
        responses[module].extend(classes)
    modules = _modules_by_name(responses) | _modules_by_name(params)
    others = {*modules, *(item.name for item in api.sample_types)}
    lost = _lost_types(types.names, others, recorded)
    imported = (*api.sample_types, *lost)
    aliases = type_name_aliases(imported, types.names, modules, diagnostics)
    known = {**modules, **_modules_by_name(aliases)}
    for module, earlier in earlier_pages(pages, known, recorded).items():
        aliases.setdefault(module, []).extend(earlier)
    for module, names in aliases.items():
        is_params = module in params or module.endswith("_params")
        target = params if is_params else responses
        target.setdefault(module, []).extend(names)
    modules |= _modules_by_name(aliases)
    items = mark_recursive(responses | params)
    build = _ModuleBuilder(items, modules, types.names.taken)
    return (
        tuple(build(module, items[module]) for module in sorted(responses)),
        tuple(build(module, items[module]) for module in sorted(params)),
        modules,
    )


class _ModuleBuilder:
    """Builds modules of types, each as one file or as several.

    Args:
        items: Types by module.
        modules: Module of each type.
        taken: Names of types, which files cannot have.
    """

    def __init__(
        self,
        items: Mapping[str, Sequence[TypeItem]],
        modules: Mapping[str, str],
        taken: Iterable[str],
    ) -> None:
        self._parts = split_modules(items, taken)
        self._files = dict(modules)
        for parts in self._parts.values():
            self._files |= _modules_by_name({part.name: part.items for part in parts})

    def __call__(self, name: str, items: Sequence[TypeItem]) -> TypesModule:
        kind = "Parameters" if name.endswith("_params") else "Types"
        title = name.removesuffix("_params").replace("_", " ").strip()
        docstring = f"{kind} of {title}."
        parts = self._parts.get(name)
        if parts is None:
            return _module(name, docstring, items, self._files)
        return TypesModule(
            name=name,
            docstring=docstring,
            imports=(),
            checking=(),
            items=_in_order(items),
            parts=tuple(self._part(part, name, f"{kind} of {title}") for part in parts),
        )

    def _part(self, part: ModulePart, public: str, title: str) -> TypesModule:
        docstring = f"{title} whose names begin with {part.initials}."
        return _module(part.name, docstring, part.items, self._files, public)


def _modules_by_name(items: Mapping[str, Sequence[TypeItem]]) -> dict[str, str]:
    """Return the module of each name, from the items of each module."""
    return {item.name: module for module, defined in items.items() for item in defined}


def _module_name(group: str, taken: frozenset[str]) -> str:
    """Return the name of the module of a group of types.

    The module is an attribute of the package that exports all types, so that its name
    must differ from their names. The suffix `_params` is reserved for argument types.
    """
    if not group:
        return UNREACHED_MODULE
    name = with_underscore(module_name(group), taken)
    return f"{name}_" if name.endswith("_params") else name


def _lost_types(
    names: TypeNames, known: Set[str], recorded: RecordedNames
) -> Iterator[SampleType]:
    """Yield the names of the earlier output whose types have only another name now.

    Args:
        names: Names of types.
        known: Names of types and their aliases.
        recorded: Names of the earlier output.
    """
    for name, item in recorded.types.items():
        if name not in known and not item.role.is_alias and not item.role.is_page:
            current = (names.models[item.key], names.parameters[item.key])
            if not known.isdisjoint(current):
                role = item.role is TypeRole.ARGUMENT
                until = recorded.removal
                yield SampleType(item.module, name, item.key, role, True, until)


def _kept_module(item: TypeItem, recorded: RecordedNames, *, params: bool) -> str:
    """Return the module of a type in the earlier output; `""` if it was not there."""
    earlier = recorded.types.get(item.name)
    if earlier is None or earlier.key != item.key or earlier.role.is_alias:
        return ""
    is_for_params = earlier.module.endswith("_params")
    return earlier.module if is_for_params is params else ""


def _in_order(items: Iterable[TypeItem]) -> tuple[TypeItem, ...]:
    """Return the items of a module in the order of their definitions."""
    return tuple(sorted(items, key=lambda item: (isinstance(item, _LAST), item.name)))


def _module(
    name: str,
    docstring: str,
    items: Sequence[TypeItem],
    modules: Mapping[str, str],
    public: str = "",
) -> TypesModule:
    """Build a module that is one file.

    Args:
        name: Name of the file.
        docstring: Docstring of the module.
        items: Types that the module defines.
        modules: File of each type.
        public: Module that exports the types; `""` if it is the same.
    """
    items = _in_order(items)
    types = (type_ for item in items for type_ in _annotations(item))
    names = set(imported_names(*types))
    if any(_marks_required(item) for item in items):
        names.add("Required")
    evaluated = _evaluated_names(items) | (names & STANDARD.keys())
    if names - evaluated - {item.name for item in items}:
        evaluated |= {"TYPE_CHECKING", "_runtime"}
    if public or any(map(_is_deprecated, items)):
        evaluated.add("_runtime")
    return TypesModule(
        name=name,
        docstring=docstring,
        imports=imports(evaluated, name, modules, ".."),
        checking=imports(names - evaluated, name, modules, ".."),
        items=items,
        public=public,
    )


def _evaluated_names(items: Sequence[TypeItem]) -> set[str]:
    """Return the names that are evaluated when a module is imported."""
    names = {name for item in items for name in _definition_names(item)}
    if any(isinstance(item, ModelClass) for item in items):
        names.add("BaseModel")
    if any(_calls_runtime(item) or isinstance(item, PageClass) for item in items):
        names.add("_runtime")
    if any(isinstance(item, ModelClass) and item.extra is not None for item in items):
        names.add("TYPE_CHECKING")
    if any(isinstance(item, ParamClass) for item in items):
        names.add("TypedDict")
    return names


def imports(
    names: Iterable[str], current: str, modules: Mapping[str, str], root: str
) -> tuple[Import, ...]:
    """Return the imports of names.

    Args:
        names: Names to import; names of the current module are ignored.
        current: Current module of types; `""` for a module of another package.
        modules: Module of each type.
        root: Relative path of the root package, such as `..`.
    """
    names_by_source: dict[str, list[str]] = {}
    for name in sorted(names, key=_name_order):
        module = modules.get(name)
        if module is None:
            source = STANDARD.get(name, f"{root}_runtime")
            source = root if name == "_runtime" else source
        elif module == current:
            continue
        elif root == ".." and current:
            source = f".{module}"
        else:
            source = f"{root}types.{module}"
        names_by_source.setdefault(source, []).append(imported_as(name))
    return tuple(
        Import(source, tuple(names_by_source[source]))
        for source in sorted(names_by_source, key=_import_order)
    )


def _name_order(name: str) -> tuple[bool, bool, str, str]:
    """Return the sort key of an imported name: constants, classes, then functions."""
    plain = documented_name(name)
    return not plain.isupper(), plain[:1].islower(), plain.lower(), name


def _import_order(source: str) -> tuple[int, str]:
    """Return the sort key of the module of an import.

    The order is: standard library, other libraries, root package, siblings.
    """
    group = Import(source).group
    return group + (group == 2 and not source.startswith("..")), source


def _annotations(item: TypeItem) -> Iterator[TypeExpr]:
    """Yield the types in the annotations, or in the value, of an item."""
    match item:
        case ModelClass():
            yield from (field.type for field in item.fields)
            if item.extra is not None:
                yield item.extra
            for decoder in item.decoders:
                if decoder.json is not None:
                    yield decoder.json
        case ParamClass():
            yield from (key.type for key in item.fields)
        case PageClass():
            yield item.item
        case AliasDefinition(_, value):
            yield value
        case TypeNameAlias(deprecated=True):
            yield Name(item.of)


def _definition_names(item: TypeItem) -> Iterator[str]:
    """Yield the names that the definition of an alias evaluates."""
    match item:
        case TypeNameAlias(deprecated=True):
            yield from ("TypeAlias", "TYPE_CHECKING")
        case TypeNameAlias():
            yield from ("TypeAlias", item.of)
        case AliasDefinition(deferred=False):
            yield "TypeAlias"
        case AliasDefinition(_, value):
            yield "TypeAliasType"
            if item.recursive:
                yield from ("TYPE_CHECKING", "TypeAlias")
            if isinstance(value, Union):
                yield "Union"


def _calls_runtime(item: TypeItem) -> bool:
    return isinstance(item, ModelClass) and (
        bool(item.joined or item.call or item.decoders)
        or any(field.name != field.key for field in item.fields)
    )


def _is_deprecated(item: TypeItem) -> bool:
    return isinstance(item, TypeNameAlias) and item.deprecated


def _marks_required(item: TypeItem) -> bool:
    return isinstance(item, ParamClass) and item.marks_required
