"""The types that the requests and responses of each call consist of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..python.expressions import Name, TypeExpr, imported_names
from ..python.package import Package
from ..python.resources import Method
from ..python.types import (
    AliasDefinition,
    ModelClass,
    PageClass,
    ParamClass,
    TypeItem,
    TypeNameAlias,
)


def find_types_by_call(package: Package) -> Mapping[str, frozenset[str]]:
    """Return the names of the types that each call sends and returns.

    Types in the fields and members of such types belong to them.

    Args:
        package: The client.

    Returns:
        Names by call, such as `files.list`.
    """
    uses = {
        item.name: frozenset(_names(_types_of(item)))
        for module in (*package.types, *package.params)
        for item in module.items
    }
    return {
        ".".join((*resource.path, method.name)): _reach(_names(_sent(method)), uses)
        for module in package.resources
        for resource in module.classes
        for method in resource.signatures
    }


def _reach(names: Iterator[str], uses: Mapping[str, frozenset[str]]) -> frozenset[str]:
    reached: set[str] = set()
    pending = [name for name in names if name in uses]
    while pending:
        name = pending.pop()
        if name not in reached:
            reached.add(name)
            pending.extend(uses[name] & uses.keys())
    return frozenset(reached)


def _names(types: Iterator[TypeExpr | None]) -> Iterator[str]:
    for type_ in types:
        if type_ is not None:
            yield from imported_names(type_)


def _sent(method: Method) -> Iterator[TypeExpr | None]:
    """Yield the types in the signature of a method."""
    for argument in method.arguments:
        yield argument.type
    for variant in method.body_variants:
        for argument in variant.arguments:
            yield argument.type
    yield from (method.returns, method.returns_async)
    yield from (method.event, method.aggregated_type)


def _types_of(item: TypeItem) -> Iterator[TypeExpr | None]:
    """Yield the types that the definition of a type names, without itself."""
    match item:
        case ModelClass():
            yield item.extra
            for field in item.fields:
                yield field.type
            if item.base:
                yield Name(item.base)
        case ParamClass():
            yield item.extra
            for key in item.fields:
                yield key.type
        case PageClass():
            yield Name(item.base)
            yield item.item
        case TypeNameAlias():
            yield Name(item.of)
        case AliasDefinition():
            yield item.value
