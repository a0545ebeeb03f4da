"""One side of a comparison: a client, with indexes of what callers use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from ..frozen_dataclass import dataclass
from ..model.api import Api
from ..model.bodies import Body
from ..model.operations import Operation, ParameterPlace
from ..model.types import (
    Declaration,
    DeclarationRef,
    Documentation,
    Key,
    Nullable,
    Object,
    Property,
    Type,
)
from ..python.constants import EndpointLiteral
from ..python.expressions import (
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    has_name,
    imported_names,
    renamed,
)
from ..python.package import Package
from ..python.resources import Argument, Method, Place
from ..python.types import (
    AliasDefinition,
    ModelClass,
    PageClass,
    ParamClass,
    TypeItem,
)
from ..source import Location

_PLACES = {
    ParameterPlace.PATH: Place.PATH,
    ParameterPlace.QUERY: Place.QUERY,
    ParameterPlace.HEADER: Place.HEADERS,
    ParameterPlace.COOKIE: Place.COOKIES,
}


@dataclass(frozen=True, slots=True)
class MethodEntry:
    """A method of a client.

    Args:
        call: Attributes from the client to the method: `files.create`.
        method: The method.
        operation: The operation that it calls.
    """

    call: str
    method: Method
    operation: Operation

    @property
    def subject(self) -> str:
        """The call in messages: `client.files.create`."""
        return f"client.{self.call}"

    @property
    def request(self) -> str:
        """HTTP method and path, without the names of path parameters."""
        path = re.sub(r"\{[^{}]*\}", "{}", self.operation.path)
        return f"{self.operation.method} {path}"


class Side:
    """A client with indexes of its calls and types.

    Args:
        api: Model of the API.
        package: Client package.
    """

    def __init__(self, api: Api, package: Package) -> None:
        self.api = api
        self.package = package

    @cached_property
    def methods(self) -> dict[str, MethodEntry]:
        """Methods by call."""
        operations = {item.id: item for item in self.api.operations}
        return {
            call: MethodEntry(call, _plain(method), operations[method.operation])
            for module in self.package.resources
            for resource in module.classes
            for method in resource.all_methods
            for call in (
                ".".join((*resource.path, method.name)),
                *([".".join(resource.path)] if method in resource.called else ()),
            )
        }

    @cached_property
    def errors(self) -> dict[str, dict[str, TypeExpr]]:
        """Types of the bodies of errors by status code, by call.

        Calls that only have the errors of the client have no entry.
        """
        result: dict[str, dict[str, TypeExpr]] = {}
        for module in self.package.resources:
            declared = {item.name: _errors(item) for item in module.endpoints}
            for resource in module.classes:
                for method in resource.methods:
                    call = ".".join((*resource.path, method.name))
                    result[call] = declared.get(method.endpoint, {})
        return result

    @cached_property
    def types(self) -> dict[str, TypeItem]:
        """Public types by name."""
        modules = (*self.package.types, *self.package.params)
        return {item.name: item for module in modules for item in module.items}

    @cached_property
    def declarations(self) -> dict[Key, Declaration]:
        """Declarations of the model by key."""
        return {item.header.key: item for item in self.api.declarations}

    @cached_property
    def used_by_arguments(self) -> frozenset[str]:
        """Names of types that arguments and keys of parameter classes refer to."""
        return frozenset(
            name for type_ in self._request_types() for name in imported_names(type_)
        )

    @cached_property
    def flattened_bodies(self) -> dict[Key, list[MethodEntry]]:
        """Methods by the declaration of the body whose properties are arguments."""
        result: dict[Key, list[MethodEntry]] = {}
        for entry in self.methods.values():
            for body in bodies_of(entry.operation):
                declared = self.object_of(body.type)
                if declared is not None:
                    result.setdefault(declared.header.key, []).append(entry)
        return result

    def _request_types(self) -> Iterator[TypeExpr]:
        for entry in self.methods.values():
            for argument in _all_arguments(entry.method):
                yield argument.type
        for item in self.types.values():
            if isinstance(item, ParamClass):
                for field in item.fields:
                    yield field.type
            elif isinstance(item, AliasDefinition):
                yield item.value

    def object_of(self, type_: Type) -> Object | None:
        """Return the object that a type refers to, if it refers to one."""
        match type_:
            case DeclarationRef(key):
                declared = self.declarations.get(key)
                return declared if isinstance(declared, Object) else None
            case Nullable(inner):
                return self.object_of(inner)
            case _:
                return None

    def module_of(self, name: str) -> str:
        """Return the public module that a type is imported from: `types.files`."""
        return f"types.{self.package.modules[name]}"

    def type_location(self, name: str) -> Location | None:
        """Return the location of the schema of a type."""
        declared = self.declarations.get(self.types[name].key)
        return declared.header.origin if declared is not None else None

    def type_documentation(self, item: TypeItem) -> Documentation | None:
        """Return the documentation of the schema of a type."""
        declared = self.declarations.get(item.key)
        return declared.header.documentation if declared is not None else None

    def property_of(self, name: str, key: str) -> Property | None:
        """Return a property of the object of a class."""
        return self._property(self.types[name].key, key)

    def _property(self, declaration: Key, key: str) -> Property | None:
        declared = self.declarations.get(declaration)
        while isinstance(declared, Object):
            for item in declared.properties:
                if item.name == key:
                    return item
            declared = self.declarations.get(declared.base)
        return None

    def argument_origin(
        self, entry: MethodEntry, argument: Argument
    ) -> tuple[Location, Documentation]:
        """Return the location and the documentation of an argument."""
        if argument.place is Place.BODY:
            for body in bodies_of(entry.operation):
                declared = self.object_of(body.type)
                if argument.whole:
                    return body.origin, Documentation()
                if declared is not None:
                    item = self._property(declared.header.key, argument.key)
                    if item is not None:
                        return item.origin, item.documentation
        for parameter in entry.operation.parameters:
            place = _PLACES.get(parameter.place)
            if (parameter.name, place) == (argument.key, argument.place):
                return parameter.origin, parameter.documentation
        return entry.operation.origin, Documentation()

    @cached_property
    def parsed_bases(self) -> dict[str, str]:
        """Class that the generic class of a parsed response extends, by its name."""
        return {item.name: item.base for item in self.package.parsed}

    def bases(self, name: str) -> Iterator[str]:
        """Yield the names of the classes that a model class extends, nearest first."""
        seen = {name}
        while True:
            item = self.types.get(name)
            if isinstance(item, ModelClass | PageClass) and item.base not in seen:
                name = item.base
                seen.add(name)
                if name:
                    yield name
                continue
            return


def _plain(method: Method) -> Method:
    """Return a method with `list` for `builtins.list`.

    A resource with a method `list` has to print the longer name for the same type.
    """
    if not has_name(method.returns, "builtins.list"):
        return method
    names = {"builtins.list": "list"}
    return replace(
        method,
        returns=renamed(method.returns, names),
        returns_async=renamed(method.returns_async, names),
    )


def bodies_of(operation: Operation) -> Iterable[Body]:
    """Return the body of an operation in each of its media types."""
    return operation.body.all_forms if operation.body is not None else ()


def _all_arguments(method: Method) -> Iterator[Argument]:
    yield from method.arguments
    for variant in method.body_variants:
        yield from variant.arguments


def _errors(endpoint: EndpointLiteral) -> dict[str, TypeExpr]:
    for keyword in endpoint.keywords:
        if keyword.name == "errors" and isinstance(keyword.value, Mapping):
            return {
                status: type_
                for status, type_ in keyword.value.items()
                if isinstance(type_, Name | Subscript | Union | Literal)
            }
    return {}
