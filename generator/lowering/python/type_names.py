"""Names of the classes and aliases of a client.

A declared schema keeps its name in the document. Names that are equal in Python are
disambiguated by `distinct`; those of entry documents take precedence over other files.
Inline schemas and parameter classes then get names that are not in use. The setting `types`
replaces names at the end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ...frozen_dataclass import dataclass
from ...model.types import (
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Enumeration,
    Key,
    Literal,
    Nullable,
    Object,
    OneOf,
    Scalar,
    ScalarKind,
    Type,
    Union,
    Usage,
)
from ...recorded_names import NO_NAMES, RecordedNames, TypeRole
from .identifiers import TYPE_NAMES, class_name, compound_class_name, distinct
from .native_types import native_type
from .renamed_types import rename_types
from .resource_names import emitted_names


@dataclass(frozen=True, slots=True)
class TypeNames:
    """The names of declarations, by key.

    Args:
        declarations: All declarations.
        models: Names of the types of responses.
        parameters: Names of the types of arguments; the same name if responses and
            arguments share the type.
        clashes: Pairs of declarations whose names are equal in Python.
        taken: All names of types.
        original: All names of types without the setting `types`.
    """

    declarations: Mapping[Key, Declaration]
    models: Mapping[Key, str]
    parameters: Mapping[Key, str]
    clashes: tuple[tuple[Key, Key], ...]
    taken: frozenset[str]
    original: frozenset[str] = frozenset()


def build_type_names(
    declarations: Iterable[Declaration],
    types: Mapping[str, str],
    recorded: RecordedNames = NO_NAMES,
    native: Collection[str] = (),
) -> TypeNames:
    """Name all declarations and the parameter classes that are derived from them.

    Args:
        declarations: All declarations.
        types: The setting `types`: new names, by the names that types have without it.
        recorded: Names of an earlier output, which stay unless the setting changes them.
        native: The setting `native_types`.
    """
    known = {item.header.key: item for item in declarations}
    kept = _KeptNames(recorded, types)
    models, clashes = _name_declared(known, kept)
    taken = TYPE_NAMES.union(models.values(), kept.taken)
    for items in _group_by_rank(known.values(), declared=False):
        inline = {
            item.header.key: compound_class_name(item.header.words)
            for item in items
            if item.header.key not in models
        }
        models.update(distinct(inline, taken.union(models.values())))
    original_models = dict(models)
    plain = _PlainTypes(known, native)
    original_parameters = _name_parameters(known, original_models, kept, plain)
    if types:
        rename_types(models, types)
        parameters = _name_parameters(known, models, kept, plain)
        for key, name in original_parameters.items():
            parameters[key] = types.get(name, parameters[key])
    else:
        models, parameters = original_models, original_parameters
    original = {*original_models.values(), *original_parameters.values()}
    return TypeNames(
        known,
        models,
        {**models, **parameters},
        tuple(clashes),
        frozenset((*models.values(), *parameters.values())),
        frozenset(original),
    )


class _KeptNames:
    """Names of types of an earlier output.

    Names from the setting `types` are left out: the setting is applied to the names that
    types have without it.

    Args:
        recorded: Names of the earlier output, with the keys of the declarations.
        types: The setting `types`.
    """

    def __init__(self, recorded: RecordedNames, types: Mapping[str, str]) -> None:
        renamed = frozenset(types.values())
        self.models: dict[Key, str] = {}
        self.parameters: dict[Key, str] = {}
        for name, item in recorded.types.items():
            if name not in renamed and item.role is TypeRole.RESPONSE:
                self.models[item.key] = name
            elif name not in renamed and item.role is TypeRole.ARGUMENT:
                self.parameters[item.key] = name
        classes = {
            name
            for item in recorded.resources.values()
            for name in emitted_names(item.rpartition(".")[2])
        }
        # A resource can have the name that a type would have without the setting.
        classes -= types.keys()
        self.taken = (frozenset(recorded.types) | classes) - renamed


def _name_parameters(
    known: Mapping[Key, Declaration],
    models: dict[Key, str],
    kept: _KeptNames,
    plain: _PlainTypes,
) -> dict[Key, str]:
    """Return the names of parameter classes.

    Models that are not emitted get another name if a parameter class has the same.
    """
    names = {
        key: parameter_name(models[key], item.header.usage)
        for key, item in known.items()
        if item.header.usage in (Usage.INPUT, Usage.BOTH) and not plain.is_plain(key)
    }
    same = {key: kept.parameters[key] for key in names if key in kept.parameters}
    _rename_unused_models(models, {**names, **same})
    new = {key: name for key, name in names.items() if key not in same}
    return {**same, **distinct(new, TYPE_NAMES.union(models.values(), kept.taken))}


def parameter_name(name: str, usage: Usage) -> str:
    """Return the name of the parameter class; a name ends in `Param` only once."""
    if not name.endswith("Param"):
        return f"{name}Param"
    if usage is Usage.INPUT:
        return name
    return f"{name.removesuffix('Param')}InputParam"


def _rename_unused_models(models: dict[Key, str], names: Mapping[Key, str]) -> None:
    """Rename models that are not emitted if a parameter class has the same name.

    These models are used only in requests, so only their parameter classes are emitted.
    The names must differ, because an equal name means that requests and responses share
    one type.
    """
    for key, name in names.items():
        if models[key] == name:
            models[key] = f"{name}Model"


def _name_declared(
    known: Mapping[Key, Declaration], kept: _KeptNames
) -> tuple[dict[Key, str], list[tuple[Key, Key]]]:
    """Return the names of declared schemas, and the pairs whose names are equal.

    Names of entry documents take precedence over those of other files.
    """
    models = {key: name for key, name in kept.models.items() if key in known}
    for key, name in kept.parameters.items():
        # A schema that is named like its parameter class, and used in requests only.
        if key in known and class_name(known[key].header.words[0]) == name:
            models.setdefault(key, name)
    holders = {name: key for key, name in models.items()}
    for all_items in _group_by_rank(known.values(), declared=True):
        items = [item for item in all_items if item.header.key not in models]
        preferred = {
            item.header.words[0]: class_name(item.header.words[0]) for item in items
        }
        names = distinct(preferred, {*holders, *kept.taken})
        for item in sorted(items, key=lambda item: item.header.key):
            name = base = names[item.header.words[0]]
            number = 2
            while name in holders or name in kept.taken:
                name, number = f"{base}{number}", number + 1
            models[item.header.key] = name
            holders[name] = item.header.key
    clashes = []
    for key, item in known.items():
        name = class_name(item.header.words[0])
        if item.header.declared and models[key] != name:
            clashes.append((key, holders.get(name, key)))
    return {key: models[key] for key in known if key in models}, clashes


def _group_by_rank(
    declarations: Iterable[Declaration], declared: bool
) -> list[list[Declaration]]:
    """Return the declared or the inline declarations by the precedence of their names."""
    groups: dict[int, list[Declaration]] = {}
    for item in declarations:
        if item.header.declared is declared:
            groups.setdefault(item.header.rank, []).append(item)
    return [groups[rank] for rank in sorted(groups)]


class _PlainTypes:
    """Detection of declarations with the same type in responses and in arguments."""

    def __init__(
        self, declarations: Mapping[Key, Declaration], native: Collection[str]
    ) -> None:
        self._declarations = declarations
        self._native = native
        self._known: dict[Key, bool] = {}

    def is_plain(self, key: Key) -> bool:
        """Return whether values contain no objects, lists, dates or bytes."""
        known = self._known.get(key)
        if known is None:
            self._known[key] = True  # stops the recursion of recursive declarations
            known = self._known[key] = self._declared(self._declarations[key])
        return known

    def _declared(self, declaration: Declaration) -> bool:
        match declaration:
            case Object():
                return False
            case Enumeration():
                return True
            case Union(_, members):
                return all(map(self._type, members))
            case Alias(_, type_):
                return self._type(type_)

    def _type(self, type_: Type) -> bool:
        match type_:
            case Scalar(kind, format_):
                is_date = kind is ScalarKind.STRING and format_ in ("date", "date-time")
                is_native = native_type(type_, self._native) is not None
                return kind is not ScalarKind.BINARY and not is_date and not is_native
            case Literal():
                return True
            case Nullable(inner):
                return self._type(inner)
            case OneOf(members):
                return all(map(self._type, members))
            case DeclarationRef(key):
                return key in self._declarations and self.is_plain(key)
            case Anything():
                return False
            case _:
                return False
