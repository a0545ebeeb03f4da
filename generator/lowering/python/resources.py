"""Resources become modules of classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from ...model.api import Resource
from ...model.operations import Operation, Polling
from ...python.expressions import Docstring, Import, TypeExpr, has_name, imported_names
from ...python.package import Call
from ...python.resources import (
    Child,
    EndpointLiteral,
    Method,
    ResourceClass,
    ResourceModule,
    Streams,
)
from .docstrings import prose
from .identifiers import (
    BUILTIN_TYPES,
    CLASS_BODY_NAMES,
    CLIENT_ATTRIBUTES,
    LONGEST,
    attribute_name,
    class_name,
    compound_class_name,
    constant_name,
    distinct,
    module_name,
    shortened,
    with_underscore,
)
from .methods import Methods
from .modules import imports
from .polling import wait_literal, wait_method, waits_of
from .runtime_names import attributes_of

_WEBHOOKS = ("webhooks",)
_LONGEST = 36
"""Characters of the name of a resource's class, which stands behind `Async` and `def`."""
_LONGEST_CLASS = 80
_LONGEST_METHOD = 120
"""Characters of names that are cut, since lines and files have no room for more."""
_RESERVED = CLIENT_ATTRIBUTES | CLASS_BODY_NAMES | (BUILTIN_TYPES - {"list"})
_METHOD_RESERVED = (
    attributes_of("client.resource.Resource", "client.resource.AsyncResource")
    | CLASS_BODY_NAMES
    | (BUILTIN_TYPES - {"list"})
    | {"date", "datetime", "with_raw_response", "with_streaming_response"}
)


def resource_modules(
    root: Resource,
    methods: Methods,
    modules: Mapping[str, str],
    client: str,
    pollings: tuple[Polling, ...],
    event: TypeExpr | None,
) -> tuple[tuple[ResourceModule, ...], tuple[Child, ...], tuple[Call, ...]]:
    """The modules, the attributes of the client, and how each operation is called."""
    names = distinct(
        {child.words[0]: module_name(child.words[0]) for child in root.children}
    )
    found: list[ResourceModule] = []
    children: list[Child] = []
    calls: dict[str, Call] = {}
    attributes = _attribute_names(root, modules.keys(), event is not None)
    # In scripts without capitals, classes could be called as attributes are.
    reserved = {*modules, client, f"Async{client}", *attributes.values()}
    tops = _top_names(root, reserved)
    for child in root.children:
        read = event if child.words == _WEBHOOKS else None
        classes = _class_names(child, tops, reserved)
        maker = _ModuleMaker(
            child, methods, modules, classes, attributes, pollings, read
        )
        module = maker.make(names[child.words[0]])
        found.append(module)
        children.append(
            Child(
                maker.attributes[child.words],
                maker.classes[child.words],
                module.name,
                _resource_docstring(child),
            )
        )
        calls.update(maker.calls)
    ordered = (
        item.id
        for resource in root.walk()
        for item in resource.operations
        if not item.alias_of
    )
    return tuple(found), tuple(children), tuple(calls[identity] for identity in ordered)


class _ModuleMaker:
    """Makes the module of a top resource."""

    def __init__(
        self,
        top: Resource,
        methods: Methods,
        modules: Mapping[str, str],
        classes: Mapping[tuple[str, ...], str],
        attributes: Mapping[tuple[str, ...], str],
        pollings: tuple[Polling, ...],
        event: TypeExpr | None,
    ) -> None:
        self._top = top
        self._event = event
        self._pollings = pollings
        self._methods = methods
        self._modules = modules
        self.classes = classes
        self.attributes = attributes
        self.calls: dict[str, Call] = {}
        self._endpoints: list[EndpointLiteral] = []
        self._constants: set[str] = set()
        self._constant_of: dict[str, str] = {}
        self._waits: list[tuple[str, Polling]] = []

    def make(self, name: str) -> ResourceModule:
        """The module, inner classes first."""
        classes = tuple(reversed([self._class(item) for item in self._top.walk()]))
        checking = imports(_names(classes), "", self._modules, "..")
        if any(map(_uses_builtins, classes)):
            checking = (Import("builtins"), *checking)
        return ResourceModule(
            name=name,
            docstring=f"{self._top.title}.",
            imports=_running(classes),
            checking=checking,
            endpoints=tuple(self._endpoints),
            pollings=tuple(
                wait_literal(constant, polling, self._constant_of)
                for constant, polling in self._waits
            ),
            classes=classes,
        )

    def _class(self, resource: Resource) -> ResourceClass:
        path = tuple(
            self.attributes[resource.words[:length]]
            for length in range(1, len(resource.words) + 1)
        )
        children = tuple(
            Child(
                self.attributes[child.words],
                self.classes[child.words],
                "",
                _resource_docstring(child),
            )
            for child in resource.children
        )
        own = {child.name for child in children}
        if resource is self._top and self._event is not None:
            own |= _READERS
        names = _method_names(
            resource.operations,
            own,
            {*self._modules, *self.classes.values()},
        )
        methods = tuple(
            self._method(
                resource,
                operation,
                names[operation.id],
                path,
                "list" in {*names.values(), *(child.name for child in children)},
            )
            for operation in resource.operations
        )
        taken = {*names.values(), *(child.name for child in children)}
        polling_methods = tuple(
            self._wait(resource, method, polling, name)
            for operation, method in zip(resource.operations, methods, strict=True)
            for polling, name in waits_of(operation, self._pollings)
            if name not in taken
        )
        return ResourceClass(
            self.classes[resource.words],
            path,
            _resource_docstring(resource),
            children,
            methods,
            polling_methods,
            self._event if resource is self._top else None,
        )

    def _wait(
        self, resource: Resource, method: Method, polling: Polling, name: str
    ) -> Method:
        constant = self._constant(resource, name)
        self._waits.append((constant, polling))
        return wait_method(method, polling, name, constant, method.returns)

    def _method(
        self,
        resource: Resource,
        operation: Operation,
        name: str,
        path: tuple[str, ...],
        hides_list: bool,
    ) -> Method:
        unique = self._constant_of[operation.id] = self._constant(resource, name)
        method, endpoint = self._methods.make(operation, name, unique, hides_list)
        self._endpoints.append(endpoint)
        self.calls[operation.id] = Call(
            operation.id, operation.method, operation.path, ".".join(path), name
        )
        return method

    def _constant(self, resource: Resource, name: str) -> str:
        """A name for a constant of the module that no other has."""
        constant = constant_name(resource.words[1:], name)
        number = 2
        unique = constant
        while unique in self._constants:
            unique = f"{constant}_{number}"
            number += 1
        self._constants.add(unique)
        return unique


_READERS = frozenset({"unwrap", "verify_signature"})
"""What reads webhooks."""
_FORMS = [
    (before, behind) for before in ("", "Async") for behind in ("", "Raw", "Streaming")
]
"""What stands before and behind the name of a resource's class in the others."""


def _resource_docstring(resource: Resource) -> Docstring:
    title = f"{resource.title}."
    return Docstring(prose(resource.description) or title, summary=title)


def _attribute_names(
    root: Resource, types: AbstractSet[str], receives: bool
) -> dict[tuple[str, ...], str]:
    """The attribute of each resource; those of one owner are all different.

    Args:
        root: the resources.
        types: the names of types.
        receives: whether the resource of webhooks reads them.
    """
    found: dict[tuple[str, ...], str] = {}
    for owner in (root, *(item for child in root.children for item in child.walk())):
        # Classes of resources name types in their bodies, the clients do not.
        hidden = set(_RESERVED)
        if owner is not root:
            hidden |= {*types, "date", "datetime"}
        if receives and owner.words == _WEBHOOKS:
            hidden |= _READERS
        wanted = {
            child.words[-1]: with_underscore(
                shortened(attribute_name(child.words[-1]), LONGEST), frozenset(hidden)
            )
            for child in owner.children
        }
        names = distinct(wanted, hidden)
        found |= {child.words: names[child.words[-1]] for child in owner.children}
    return found


def _top_names(root: Resource, taken: AbstractSet[str]) -> dict[str, str]:
    """The classes of the resources of the client, which one module imports, by word."""
    wanted = {child.words[0]: class_name(child.words[0]) for child in root.children}
    return _apart(wanted, set(taken))


def _class_names(
    top: Resource, tops: Mapping[str, str], taken: AbstractSet[str]
) -> dict[tuple[str, ...], str]:
    """The class of each resource: its last word, with those before it where needed."""
    inner = [resource for resource in top.walk() if len(resource.words) > 1]
    last = [class_name(resource.words[-1]) for resource in top.walk()]
    wanted: dict[str, str] = {}
    for resource in inner:
        name = class_name(resource.words[-1])
        if last.count(name) > 1:
            name = compound_class_name(resource.words[1:], _LONGEST)
        wanted[".".join(resource.words)] = name
    own = tops[top.words[0]]
    names = _apart(wanted, {*taken, *_forms(own)})
    found = {resource.words: names[".".join(resource.words)] for resource in inner}
    return {top.words: own, **found}


def _forms(name: str) -> list[str]:
    return [f"{before}{name}{behind}" for before, behind in _FORMS]


def _apart(wanted: dict[str, str], taken: set[str]) -> dict[str, str]:
    """The names, of which no form is taken or that of another: longer, or with a number."""
    longer = {}
    for key, name in wanted.items():
        name = shortened(name, _LONGEST_CLASS)
        free = taken.isdisjoint(_forms(name))
        longer[key] = name if free else f"{name}Resource"
    found: dict[str, str] = {}
    for key, name in sorted(distinct(longer).items(), key=lambda item: item[::-1]):
        unique, number = name, 2
        while not taken.isdisjoint(_forms(unique)):
            unique = f"{name}{number}"
            number += 1
        taken.update(_forms(unique))
        found[key] = unique
    return found


def _method_names(
    operations: Iterable[Operation],
    children: AbstractSet[str],
    types: AbstractSet[str],
) -> dict[str, str]:
    names: dict[str, str] = {}
    reserved = frozenset(_METHOD_RESERVED | types)
    for operation in operations:
        name = shortened(attribute_name("_".join(operation.name)), _LONGEST_METHOD)
        name = with_underscore(name, reserved)
        if name in children:
            name = f"{operation.method.lower()}_{name}"
        names[operation.id] = name
    return distinct(names, {*children, *reserved})


def _names(classes: Iterable[ResourceClass]) -> set[str]:
    """What the annotations of methods name."""
    found: set[str] = set()
    for item in classes:
        if item.event is not None:
            found.update(("Mapping", *imported_names(item.event)))
    for method in (
        each for item in classes for each in (*item.methods, *item.polling_methods)
    ):
        found.update(("RequestOptions", "Unpack"))
        found.update(imported_names(method.returns))
        found.update(imported_names(method.returns_async))
        if method.event is not None:
            found.update(imported_names(method.event))
        if method.total is not None:
            found.update(("ResponseStream", "AsyncResponseStream"))
            found.update(imported_names(method.total))
        elif method.streams is not Streams.NEVER:
            found.update(("Stream", "AsyncStream"))
        if method.stream_parameter is not None and method.stream_argument is not None:
            found.update(
                ("Literal", *imported_names(method.stream_parameter.either_type))
            )
        for argument in method.arguments:
            found.update(imported_names(argument.type))
            if not argument.required:
                found.add("Omit")
    return found


def _uses_builtins(item: ResourceClass) -> bool:
    """Return whether a signature names `builtins.list`."""
    return any(
        has_name(type_, "builtins.list")
        for method in (*item.methods, *item.polling_methods)
        for type_ in (method.returns, method.returns_async, method.event, method.total)
        if type_ is not None
    )


def _has_overloads(method: Method) -> bool:
    """Return whether a method streams on request or has an optional body."""
    return method.stream_argument is not None or any(
        item.with_body for item in method.arguments
    )


def _running(classes: tuple[ResourceClass, ...]) -> tuple[Import, ...]:
    """What runs when a module of resources is imported."""
    methods = [
        each for item in classes for each in (*item.methods, *item.polling_methods)
    ]
    found = []
    if methods or any(item.children for item in classes):
        found.append(Import("functools", ("cached_property",)))
    typing = ["TYPE_CHECKING"]
    if any(_has_overloads(method) for method in methods):
        typing.append("overload")
    found.append(Import("typing", tuple(typing)))
    if any(method.deprecated for method in methods):
        found.append(Import("typing_extensions", ("deprecated",)))
    runtime = ["AsyncResource", "Resource"]
    if methods or any(item.children or item.event is not None for item in classes):
        found.append(Import("..", ("_runtime",)))
    if methods:
        runtime.insert(1, "Endpoint")
    if any(not item.required for method in methods for item in method.arguments):
        runtime.append("omit")
    found.append(Import(".._runtime", tuple(runtime)))
    return tuple(found)
