"""Classes of a package: their methods, and the classes of their attributes."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cached_property

from ..frozen_dataclass import dataclass
from .calls import Request
from .modules import Function, Key, Module, Modules, last_name
from .requests import find_requests, normalize_path

_MAX_DELEGATIONS = 3
_OTHER_VIEWS = frozenset({"client", "with_raw_response", "with_streaming_response"})
"""Attributes that are not resources: the client, and the same methods with other results."""


@dataclass(frozen=True, slots=True)
class Method:
    """A method, and the module that defines it."""

    node: Function
    module: Module


class Classes:
    """The classes of a package, which are analysed when they are needed.

    Args:
        modules: The modules of the package.
    """

    def __init__(self, modules: Modules) -> None:
        self._modules = modules
        self._classes: dict[Key, Class] = {}
        self._requests: dict[Function, list[Request]] = {}

    def requests_in(self, function: Function) -> list[Request]:
        """Return the requests that a function itself sends."""
        if function not in self._requests:
            self._requests[function] = find_requests(function)
        return self._requests[function]

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """All classes, in the order of modules and definitions."""
        return tuple(
            (module.name, name)
            for module in self._modules.by_name.values()
            for name in module.classes
        )

    def get(self, key: Key) -> Class:
        """Return a class."""
        if key not in self._classes:
            self._classes[key] = Class(key, self, self._modules)
        return self._classes[key]


class Class:
    """A class; inherited methods and attributes are included.

    Args:
        key: Module and name.
        classes: All classes.
        modules: The modules of the package.
    """

    def __init__(self, key: Key, classes: Classes, modules: Modules) -> None:
        self.key = key
        self._classes = classes
        self._modules = modules
        self.module = modules.by_name[key[0]]
        self.node = self.module.classes[key[1]]
        self._requests: dict[tuple[str, int], tuple[list[Request], bool]] = {}

    @cached_property
    def lineage(self) -> tuple[Class, ...]:
        """The class and its bases in this package, nearest first."""
        classes: dict[Key, Class] = {}
        pending: list[Class] = [self]
        while pending:
            nearest = pending.pop(0)
            if nearest.key not in classes:
                classes[nearest.key] = nearest
                pending.extend(nearest._own_bases())
        return tuple(classes.values())

    def _own_bases(self) -> Iterator[Class]:
        for base in self.node.bases:
            key = self._modules.resolve(self.module, base)
            if key is not None and self._is_class(key):
                yield self._classes.get(key)

    @cached_property
    def methods(self) -> Mapping[str, Method]:
        """Methods by name; the last definition of overloads."""
        methods: dict[str, Method] = {}
        for owner in reversed(self.lineage):
            for item in owner.node.body:
                if isinstance(item, Function):
                    methods[item.name] = Method(item, owner.module)
        return methods

    @cached_property
    def attributes(self) -> Mapping[str, Key]:
        """The classes of attributes, by name of the attribute."""
        return {
            name: key
            for owner in reversed(self.lineage)
            for name, key in owner._own_attributes().items()
        }

    def _own_attributes(self) -> dict[str, Key]:
        links: dict[str, Key] = {}
        for item in self.node.body:
            match item:
                case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                    self._link(links, name, annotation)
                case ast.FunctionDef():
                    self._link_function(links, item)
        return links

    def _link_function(self, links: dict[str, Key], function: Function) -> None:
        if is_property(function) and function.name not in _OTHER_VIEWS:
            self._link(links, function.name, function.returns)
        created = dict(self._find_created(function))
        for name, value in created.items():
            self._link(links, name, value)
        if is_property(function) and function.name not in _OTHER_VIEWS:
            for name, value in created.items():
                if name.strip("_") == function.name:
                    self._link(links, function.name, value)

    def _find_created(self, function: Function) -> Iterator[tuple[str, ast.expr]]:
        """Yield the attributes of `self` to which `X(…)` is assigned, and `X`."""
        for node in ast.walk(function):
            match node:
                case ast.Assign(
                    targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)],
                    value=ast.Call(func=created),
                ):
                    yield name, created
                case ast.AnnAssign(
                    target=ast.Attribute(value=ast.Name(id="self"), attr=name),
                    value=ast.Call(func=created),
                ):
                    yield name, created

    def _link(
        self, links: dict[str, Key], name: str, expression: ast.expr | None
    ) -> None:
        key = self._modules.resolve(self.module, expression)
        if key is not None and self._is_class(key) and name not in _OTHER_VIEWS:
            links.setdefault(name, key)

    def _is_class(self, key: Key) -> bool:
        return key[1] in self._modules.by_name[key[0]].classes

    def requests_of(
        self, name: str, depth: int = _MAX_DELEGATIONS
    ) -> tuple[list[Request], bool]:
        """Return the requests of a method, and whether it sends them itself.

        A method that sends none has those of the first method or function that it calls
        and that sends some.

        Args:
            name: Name of the method.
            depth: How many calls to follow.
        """
        if (name, depth) not in self._requests:
            self._requests[name, depth] = self._find_requests(name, depth)
        return self._requests[name, depth]

    def _find_requests(self, name: str, depth: int) -> tuple[list[Request], bool]:
        method = self.methods.get(name)
        if method is None:
            return [], False
        requests = self._classes.requests_in(method.node)
        requests = requests or _find_endpoints(method)
        if requests or not depth:
            return requests, True
        for call in ast.walk(method.node):
            if isinstance(call, ast.Call):
                requests = self._requests_of_call(method, call, depth)
                if requests:
                    return requests, False
        return [], False

    def _requests_of_call(
        self, method: Method, call: ast.Call, depth: int
    ) -> list[Request]:
        match call.func:
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                if name == method.node.name:
                    return []
                return self.requests_of(name, depth - 1)[0]
            case ast.Attribute(
                value=ast.Attribute(value=ast.Name(id="self"), attr=attribute),
                attr=name,
            ):
                key = self.attributes.get(attribute)
                return (
                    self._classes.get(key).requests_of(name, depth - 1)[0]
                    if key
                    else []
                )
            case ast.Name() as function:
                key = self._modules.resolve(method.module, function)
                if key is None or self._is_class(key):
                    return []
                functions = self._modules.by_name[key[0]].functions
                return self._classes.requests_in(functions[key[1]])
            case _:
                return []


def _find_endpoints(method: Method) -> list[Request]:
    """Return the requests of the constants of endpoints that a method names."""
    names = dict.fromkeys(
        node.id
        for statement in method.node.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and node.id in method.module.endpoints
    )
    endpoints = (method.module.endpoints[name] for name in names)
    return [Request(verb, normalize_path(path)) for verb, path in endpoints]


def is_deprecated(function: Function) -> bool:
    """Return whether a function has a decorator called `deprecated`."""
    return any(
        last_name(item.func if isinstance(item, ast.Call) else item) == "deprecated"
        for item in function.decorator_list
    )


def is_property(function: Function) -> bool:
    """Return whether a function has the decorator `property` or `cached_property`."""
    names = {last_name(item) for item in function.decorator_list}
    return bool(names & {"property", "cached_property"})
