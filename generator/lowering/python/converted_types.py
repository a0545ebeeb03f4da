"""The kinds of types that responses are converted to, which need parts of the runtime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...python.constants import KeywordContent
from ...python.expressions import (
    ANY,
    OBJECT,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
)
from ...python.features import Feature
from ...python.package import Package
from ...python.types import AliasDefinition, ModelClass


def converted_features(package: Package) -> Iterator[Feature]:
    """Yield the features that conversion to the types of a client needs."""
    unions = []
    has_tuples = False
    pending = [*converted_types(package)]
    while pending:
        type_ = pending.pop()
        if isinstance(type_, Union):
            unions.append(type_)
            pending += type_.members
        elif isinstance(type_, Subscript):
            has_tuples = has_tuples or type_.base == "tuple"
            pending += type_.arguments
    if has_tuples:
        yield Feature.TUPLES
    kinds = _Kinds(package)
    if any(max(kinds.count(union)) > 1 for union in unions):
        yield Feature.UNIONS


def converted_types(package: Package) -> Iterator[TypeExpr]:
    """Yield the types of models, aliases, responses and requests that the API sends."""
    yield from _type_parts(package)
    yield from _operation_types(package)


def types_in(value: KeywordContent) -> Iterator[TypeExpr]:
    """Yield the types in a keyword argument of an endpoint."""
    for item in value.values() if isinstance(value, Mapping) else (value,):
        if isinstance(item, (Name, Subscript, Union, Literal)):
            yield item


def _type_parts(package: Package) -> Iterator[TypeExpr]:
    """Yield the types of the fields of models, and those of aliases."""
    for item in (it for module in package.types for it in module.items):
        if isinstance(item, ModelClass):
            yield from (field.type for field in item.fields)
            if item.extra is not None:
                yield item.extra
        elif isinstance(item, AliasDefinition):
            yield item.value


def _operation_types(package: Package) -> Iterator[TypeExpr]:
    """Yield the types of responses, of errors, and of requests that the API sends."""
    yield from (type_ for _, type_ in package.client.errors)
    for file in (it for module in package.resources for it in module.files):
        for endpoint in file.endpoints:
            for keyword in endpoint.keywords:
                yield from types_in(keyword.value)
        for resource in file.classes:
            for callback in resource.callbacks:
                yield from (type_ for _, type_ in callback.types)
            if resource.event is not None:
                yield from (type_ for _, type_ in resource.event.types)


class _Kinds:
    """Numbers of the objects and of the arrays that a type is a union of."""

    def __init__(self, package: Package) -> None:
        self._aliases: dict[str, TypeExpr] = {}
        self._counts: dict[str, tuple[int, int]] = {}
        for item in (it for module in package.types for it in module.items):
            if isinstance(item, AliasDefinition):
                self._aliases[item.name] = item.value
            else:
                self._counts[item.name] = (1, 0)

    def count(self, type_: TypeExpr) -> tuple[int, int]:
        """Return the numbers of objects and arrays, each at most 2."""
        if isinstance(type_, Union):
            counts = [self.count(member) for member in type_.members]
            objects, arrays = map(sum, zip(*counts, strict=True))
            return min(objects, 2), min(arrays, 2)
        if isinstance(type_, Subscript):
            return (1, 0) if type_.base == "dict" else (0, 1)
        if type_ in (ANY, OBJECT):
            return 1, 0
        return self._count_name(type_.name) if isinstance(type_, Name) else (0, 0)

    def _count_name(self, name: str) -> tuple[int, int]:
        if name not in self._counts and name in self._aliases:
            self._counts[name] = (0, 0)  # An alias can contain itself.
            self._counts[name] = self.count(self._aliases[name])
        return self._counts.get(name, (0, 0))
