"""Lowering of resources to modules of classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from ...model.api import Resource
from ...model.operations import Operation, Polling
from ...python.callbacks import CallbackMethod, WebhookEvent
from ...python.children import Child
from ...python.constants import EndpointLiteral, StructuredLiteral
from ...python.event_streams import StreamMethod
from ...python.expressions import (
    Docstring,
    renamed,
)
from ...python.package import Call
from ...python.resources import Method, ResourceClass, ResourceModule
from ...python.types import TypesModule
from .docstrings import prose
from .event_streams import EventStreams
from .identifiers import constant_name, distinct, module_name
from .links import build_link_methods
from .methods import Methods
from .polling import build_polling_literal, build_polling_method, name_polling_methods
from .resource_modules import build_resource_module, set_link_methods
from .resource_names import (
    CALLBACKS,
    RESERVED_METHODS,
    WEBHOOK_METHODS,
    WEBHOOKS,
    kept_classes,
    name_attributes,
    name_classes,
    name_methods,
    name_top_classes,
)
from .resource_parts import split_classes
from .structured import (
    METHOD,
    ParsedTypes,
    build_parsing_method,
    build_structured_literal,
)


def build_resource_modules(
    root: Resource,
    methods: Methods,
    modules: Mapping[str, str],
    types: Sequence[TypesModule],
    client: str,
    pollings: tuple[Polling, ...],
    parsed: ParsedTypes,
    streams: EventStreams,
    event: WebhookEvent | None,
    callbacks: tuple[CallbackMethod, ...],
) -> tuple[tuple[ResourceModule, ...], tuple[Child, ...], tuple[Call, ...]]:
    """Build the module of each top-level resource.

    Args:
        root: Root of the resources.
        methods: Lowering of operations.
        modules: Type module that defines each name.
        types: Modules of the types of responses, whose values links pass.
        client: Name of the sync client.
        pollings: Pollings of all operations.
        parsed: Classes of parsed responses.
        streams: Classes of streams of typed events.
        event: Webhook events; `None` if the API has no webhooks.
        callbacks: Methods that parse payloads of callbacks.

    Returns:
        The modules, the attributes of the client, and the method of each operation.
    """
    names = _name_modules(root)
    files = set(names.values())
    resource_modules: list[ResourceModule] = []
    children: list[Child] = []
    calls: dict[str, Call] = {}
    attributes = name_attributes(root, modules.keys(), event is not None)
    reserved = {*modules, *_list_clients(client), *attributes.values()}
    kept = kept_classes(root, attributes, methods.recorded.resources)
    top_classes = name_top_classes(root, reserved, kept)
    for child in root.children:
        builder = _ModuleBuilder(
            child,
            methods,
            modules,
            name_classes(child, top_classes, reserved, kept),
            attributes,
            pollings,
            parsed,
            streams,
            event if child.words == WEBHOOKS else None,
            callbacks if child.words == CALLBACKS else (),
            files,
        )
        module = builder.build(names[child.words[0]])
        files.update(file.name for file in module.files)
        resource_modules.append(module)
        children.append(builder.build_child(child, module.name))
        calls.update(builder.calls)
    links = build_link_methods(root, resource_modules, calls, types, client)
    linked = tuple(set_link_methods(item, links, modules) for item in resource_modules)
    return linked, tuple(children), tuple(calls[id_] for id_ in _operation_ids(root))


def _name_modules(root: Resource) -> dict[str, str]:
    """Name the module of each top-level resource, by its word."""
    words = [child.words[0] for child in root.children]
    return distinct({word: module_name(word) for word in words})


def _list_clients(client: str) -> tuple[str, ...]:
    """Return the names of the clients.

    In scripts without capitals, a class and an attribute could have the same name.
    """
    return client, f"Async{client}", "Client", "AsyncClient"


def _operation_ids(root: Resource) -> Iterator[str]:
    """Yield the ids of operations that are not aliases, in the order of resources."""
    for resource in root.walk():
        for item in resource.operations:
            if not item.alias_of:
                yield item.id


class _ModuleBuilder:
    """Builder of the module of a top-level resource.

    Args:
        top: Top-level resource.
        methods: Lowering of operations.
        modules: Type module that defines each name.
        classes: Class of each resource of the module.
        attributes: Attribute of each resource.
        pollings: Pollings of all operations.
        parsed: Classes of parsed responses.
        streams: Classes of streams of typed events.
        event: Webhook events, if the resource parses webhooks.
        callbacks: Methods that parse payloads of callbacks, if it has them.
        files: Names of files of all modules so far.

    Attributes:
        calls: Method of each operation, by ID. Set by `build`.
    """

    def __init__(
        self,
        top: Resource,
        methods: Methods,
        modules: Mapping[str, str],
        classes: Mapping[tuple[str, ...], str],
        attributes: Mapping[tuple[str, ...], str],
        pollings: tuple[Polling, ...],
        parsed: ParsedTypes,
        streams: EventStreams,
        event: WebhookEvent | None,
        callbacks: tuple[CallbackMethod, ...],
        files: set[str],
    ) -> None:
        self._top = top
        self._files = files
        self._event = event
        self._callbacks = callbacks
        self._pollings = pollings
        self._parsed = parsed
        self._streams = streams
        self._methods = methods
        self._modules = modules
        self._classes = classes
        self._class_names = frozenset(classes.values())
        self._attributes = attributes
        self.calls: dict[str, Call] = {}
        self._endpoints: list[EndpointLiteral] = []
        self._constants: set[str] = set()
        self._constant_of: dict[str, str] = {}
        self._polling_constants: list[tuple[str, Polling]] = []
        self._structured: list[StructuredLiteral] = []

    def build(self, name: str) -> ResourceModule:
        """Return the module, with nested classes first."""
        classes = tuple(
            reversed([self._build_class(item) for item in self._top.walk()])
        )
        pollings = tuple(
            build_polling_literal(constant, polling, self._constant_of)
            for constant, polling in self._polling_constants
        )
        parts = split_classes(name, classes, pollings, self._files)
        return build_resource_module(
            ResourceModule(
                name=name,
                docstring=f"{self._top.title}.",
                imports=(),
                checking=(),
                endpoints=tuple(self._endpoints),
                pollings=pollings,
                classes=classes,
                structured=tuple(self._structured),
            ),
            parts,
            self._modules,
        )

    def build_child(self, resource: Resource, module: str = "") -> Child:
        """Return the attribute of a resource.

        Args:
            resource: Resource of the module.
            module: Module that defines the class; `""` for the same module.
        """
        return Child(
            self._attributes[resource.words],
            self._classes[resource.words],
            module,
            _build_docstring(resource),
            bool(resource.operations or resource.children),
        )

    def _build_class(self, resource: Resource) -> ResourceClass:
        path = tuple(
            self._attributes[resource.words[:length]]
            for length in range(1, len(resource.words) + 1)
        )
        children = tuple(self.build_child(child) for child in resource.children)
        child_names = {child.name for child in children}
        event = self._event if resource is self._top else None
        callbacks = self._callbacks if resource is self._top else ()
        names = name_methods(
            resource.operations,
            {
                *child_names,
                *(WEBHOOK_METHODS if event is not None else ()),
                *(item.name for item in callbacks),
            },
            self._modules.keys(),
            self._class_names,
        )
        taken = {*names.values(), *child_names}
        methods = tuple(
            self._build_method(
                resource, operation, names[operation.id], path, "list" in taken
            )
            for operation in resource.operations
        )
        polling_methods = tuple(
            self._build_polling_method(resource, method, polling, name)
            for operation, method in zip(resource.operations, methods, strict=True)
            for polling, name in name_polling_methods(operation, self._pollings)
            if name not in taken
        )
        parsing_methods = tuple(
            parsing
            for method in methods
            if (parsing := self._build_parsing_method(resource, method, taken))
        )
        streams = tuple(self._build_stream_methods(methods, parsing_methods, taken))
        return ResourceClass(
            self._classes[resource.words],
            path,
            _build_docstring(resource),
            children,
            methods,
            polling_methods,
            event,
            _annotate(callbacks, "list" in taken),
            parsing_methods,
            tuple(stream for stream, _ in streams),
            tuple(opening for _, opening in streams if opening is not None),
        )

    def _build_stream_methods(
        self,
        methods: tuple[Method, ...],
        parsing_methods: tuple[Method, ...],
        taken: AbstractSet[str],
    ) -> Iterator[tuple[StreamMethod, Method | None]]:
        """Yield the methods that stream the responses of others, with their signatures."""
        parsing = {item.operation: item for item in parsing_methods}
        reserved = {*taken, *RESERVED_METHODS, *(item.name for item in parsing_methods)}
        for method in methods:
            built = self._streams.build_method(
                method, parsing.get(method.operation), reserved
            )
            if built is not None:
                reserved.add(built[0].name)
                yield built

    def _build_parsing_method(
        self, resource: Resource, method: Method, taken: AbstractSet[str]
    ) -> Method | None:
        """Return the method that parses the response of another one, if there is one."""
        item, returns = self._parsed.operations.get(method.operation, (None, ""))
        tools = self._parsed.tools.get(method.operation)
        if item is None and tools is None:
            return None
        constant = self._choose_constant(resource, METHOD)
        parsing = build_parsing_method(method, item, tools, constant, returns)
        if parsing is None or parsing.name in taken:
            return None
        literal = build_structured_literal(
            constant, method.endpoint, item, tools, returns
        )
        self._structured.append(literal)
        self._parsed.parsing.add(method.operation)
        return parsing

    def _build_polling_method(
        self, resource: Resource, method: Method, polling: Polling, name: str
    ) -> Method:
        constant = self._choose_constant(resource, name)
        self._polling_constants.append((constant, polling))
        return build_polling_method(
            method, polling, name, constant, method.default_returns
        )

    def _build_method(
        self,
        resource: Resource,
        operation: Operation,
        name: str,
        path: tuple[str, ...],
        hides_list: bool,
    ) -> Method:
        constant = self._choose_constant(resource, name)
        self._constant_of[operation.id] = constant
        method, endpoint = self._methods.make(operation, name, constant, hides_list)
        self._endpoints.append(endpoint)
        self.calls[operation.id] = Call(
            operation.id, operation.method, operation.path, ".".join(path), name
        )
        return method

    def _choose_constant(self, resource: Resource, name: str) -> str:
        """Return an unused name for the constant of a method, and reserve it."""
        preferred = constant_name(resource.words[1:], name)
        number = 2
        unique = preferred
        while unique in self._constants:
            unique = f"{preferred}_{number}"
            number += 1
        self._constants.add(unique)
        return unique


def _annotate(
    callbacks: tuple[CallbackMethod, ...], hides_list: bool
) -> tuple[CallbackMethod, ...]:
    """Return methods with annotations for a class that may have a method `list`."""
    if not hides_list:
        return callbacks
    return tuple(
        replace(item, returns=renamed(item.returns, {"list": "builtins.list"}))
        for item in callbacks
    )


def _build_docstring(resource: Resource) -> Docstring:
    title = f"{resource.title}."
    return Docstring(prose(resource.description) or title, summary=title)
