"""Names of the classes and aliases of a client.

A declared schema keeps its name in the document. Names that are equal in Python are
disambiguated by `distinct`. Inline schemas and parameter classes then get names that are
not in use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
from .identifiers import TYPE_NAMES, class_name, compound_class_name, distinct


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
    """

    declarations: Mapping[Key, Declaration]
    models: Mapping[Key, str]
    parameters: Mapping[Key, str]
    clashes: tuple[tuple[Key, Key], ...]
    taken: frozenset[str]


def build_type_names(declarations: Iterable[Declaration]) -> TypeNames:
    """Name all declarations and the parameter classes that are derived from them."""
    known = {item.header.key: item for item in declarations}
    declared = {
        item.header.words[0]: class_name(item.header.words[0])
        for item in known.values()
        if item.header.declared
    }
    by_spelling = distinct(declared)
    first: dict[str, Key] = {}
    models: dict[Key, str] = {}
    clashes: list[tuple[Key, Key]] = []
    for key, item in known.items():
        spelling = item.header.words[0]
        if item.header.declared:
            models.setdefault(key, by_spelling[spelling])
            if by_spelling[spelling] != declared[spelling]:
                other = first.get(declared[spelling])
                clashes.append((key, other or key))
            first.setdefault(declared[spelling], key)
    _disambiguate(models)
    inline = {
        key: compound_class_name(item.header.words)
        for key, item in known.items()
        if not item.header.declared
    }
    models.update(distinct(inline, TYPE_NAMES.union(models.values())))
    plain = _PlainTypes(known)
    names = {
        key: _parameter_name(models[key], item.header.usage)
        for key, item in known.items()
        if item.header.usage in (Usage.INPUT, Usage.BOTH) and not plain.is_plain(key)
    }
    _rename_unused_models(models, names)
    parameters = distinct(names, TYPE_NAMES.union(models.values()))
    return TypeNames(
        known,
        models,
        {**models, **parameters},
        tuple(clashes),
        frozenset((*models.values(), *parameters.values())),
    )


def _parameter_name(name: str, usage: Usage) -> str:
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


def _disambiguate(models: dict[Key, str]) -> None:
    """Number declarations of several files that have the same name, in order of keys."""
    by_name: dict[str, list[Key]] = {}
    for key, name in models.items():
        by_name.setdefault(name, []).append(key)
    used = set(by_name)
    for name, keys in by_name.items():
        number = 2
        for key in sorted(keys)[1:]:
            while f"{name}{number}" in used:
                number += 1
            models[key] = f"{name}{number}"
            used.add(models[key])


class _PlainTypes:
    """Detection of declarations with the same type in responses and in arguments."""

    def __init__(self, declarations: Mapping[Key, Declaration]) -> None:
        self._declarations = declarations
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
                return kind is not ScalarKind.BINARY and not is_date
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
