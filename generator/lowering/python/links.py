"""Lowering of links to methods that make the next call with values of a response."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.api import Resource
from ...model.links import (
    Constant,
    Expression,
    ExpressionSource,
    Link,
    LinkValue,
    Template,
)
from ...model.operations import Operation, ParameterPlace
from ...python.expressions import (
    NONE,
    ArgumentDoc,
    Docstring,
    Name,
    TypeExpr,
    renamed,
    union_members,
    union_of,
)
from ...python.literals import string_literal
from ...python.package import Call
from ...python.resources import (
    Argument,
    LinkMethod,
    Method,
    Place,
    ResourceClass,
    ResourceModule,
    Streams,
)
from ...python.types import TypesModule
from .arguments import PLACES
from .callbacks import one_line
from .docstrings import prose
from .errors import is_error
from .identifiers import attribute_name, distinct, shorten
from .link_values import ResponseTypes, TypedValue
from .methods import OPTIONS_DOC
from .resource_names import RESERVED_METHODS

_MAX_NAME = 100
"""Characters of longer names of methods, which are cut."""
_RESPONSE = "response"
_STRING = Name("str")


@dataclass(frozen=True, slots=True)
class LinkMethods:
    """Builder of the methods that follow links.

    Args:
        operations: Operations by ID.
        methods: Method of each operation, by ID.
        calls: Path of each method on the client, by ID of the operation.
        types: Types of responses.
        client: Name of the sync client.
    """

    operations: Mapping[str, Operation]
    methods: Mapping[str, Method]
    calls: Mapping[str, str]
    types: ResponseTypes
    client: str

    def build(self, operation: Operation, link: Link) -> LinkMethod | None:
        """Return the method of a link, which has no name yet.

        Returns:
            The method; `None` if the values of the link are not all in the response, if
            a type does not fit, or if the target needs other arguments.
        """
        source = self.methods[operation.id]
        target = self.methods.get(link.operation_id)
        if target is None or link.server or follows_error(operation, link):
            return None
        response = TypedValue(_RESPONSE, source.default_returns)
        is_typed = self.types.find_model(response.type) is not None
        if response.is_optional or not is_typed or not _returns_plainly(source):
            return None
        if target.deprecated or not _returns_plainly(target):
            return None
        arguments = self._arguments(operation, link, target, response)
        if arguments is None:
            return None
        return LinkMethod(
            _build_signature(source, target, link, self.calls[link.operation_id]),
            operation.id,
            link.name,
            self.client,
            self.calls[link.operation_id],
            arguments,
        )

    def _arguments(
        self, operation: Operation, link: Link, target: Method, response: TypedValue
    ) -> tuple[str, ...] | None:
        """Return the source of all arguments; `None` if one is not typed or missing."""
        values = {
            (PLACES[ParameterPlace(item.place)], item.name): item.value
            for item in link.arguments
        }
        if link.body is not None:
            values |= _list_body_values(link.body, target)
        arguments: list[str] = []
        for item in target.default_arguments:
            value = values.pop((item.place, item.key), None)
            if value is not None:
                text = self._convert(operation, value, item, response)
                if not text:
                    return None
                arguments.append(text if item.positional else f"{item.name}={text}")
            elif item.required:
                return None
        return tuple(arguments) if not values else None

    def _convert(
        self,
        operation: Operation,
        value: LinkValue,
        argument: Argument,
        response: TypedValue,
    ) -> str:
        """Return the source of an argument; `""` if it is not typed."""
        match value:
            case Constant(constant):
                return self.types.convert_constant(constant, argument.type)
            case Expression(ExpressionSource.METHOD):
                return self.types.convert_constant(operation.method, argument.type)
            case Expression():
                typed = self._read(value, response)
                return "" if typed is None else self.types.convert(typed, argument.type)
            case Template(parts):
                pieces = [self._piece(operation, part, response) for part in parts]
                if not all(pieces) or not self.types.convert_constant(
                    "x", argument.type
                ):
                    return ""
                return " + ".join(pieces)

    def _piece(
        self, operation: Operation, part: str | Expression, response: TypedValue
    ) -> str:
        """Return the source of a part of a template as a string; `""` for none."""
        if isinstance(part, str):
            return string_literal(part)
        text = Argument("", "", Place.PATH, _STRING, required=True)
        return self._convert(operation, part, text, response)

    def _read(self, value: Expression, response: TypedValue) -> TypedValue | None:
        """Return a typed value of the response; one that is missing raises an error."""
        if value.source is not ExpressionSource.RESPONSE_BODY:
            return None
        typed = response
        for token in value.pointer:
            if self.types.find_model(typed.type) is None:
                return None
            child = self.types.child(typed, token)
            if child is None:
                return None
            typed = child
            if typed.is_optional:
                source = (
                    f"_runtime.linked({typed.source}, {string_literal(typed.pointer)})"
                )
                typed = replace(typed, source=source, type=_without_none(typed.type))
        return typed


def _returns_plainly(method: Method) -> bool:
    """Return whether a call without a stream parameter returns one response."""
    if method.streams is Streams.NEVER:
        return True
    parameter = method.stream_parameter
    return (
        method.streams is Streams.ON_REQUEST
        and parameter is not None
        and not parameter.default_on
    )


def _list_body_values(
    body: LinkValue, target: Method
) -> dict[tuple[Place, str], LinkValue]:
    """Return the values of the arguments of the body.

    A body that can only be passed as several arguments has the key `""`, which no
    argument has.
    """
    whole = [item for item in target.default_arguments if item.whole]
    if whole:
        return {(Place.BODY, whole[0].key): body}
    if isinstance(body, Constant) and isinstance(body.value, dict):
        return {(Place.BODY, key): Constant(value) for key, value in body.value.items()}
    return {(Place.BODY, ""): body}


def follows_error(operation: Operation, link: Link) -> bool:
    """Return whether the response of a link raises an error."""
    return any(
        item.status == link.status and is_error(operation, item)
        for item in operation.responses
    )


def _without_none(type_: TypeExpr) -> TypeExpr:
    return union_of(item for item in union_members(type_) if item != NONE)


def _build_signature(source: Method, target: Method, link: Link, call: str) -> Method:
    """Return the method of a link, without its name."""
    text = f"Follow the link `{one_line(link.name)}`: call `{call}`."
    docstring = Docstring(
        "\n\n".join(filter(None, (text, prose(link.description)))),
        (
            ArgumentDoc(
                _RESPONSE, f"Response of `{source.name}`, which has the arguments."
            ),
            OPTIONS_DOC,
        ),
        target.docstring.returns,
    )
    selector = target.selector
    returns_async = (
        selector.variants[0].returns_async if selector else target.returns_async
    )
    response = Argument(
        _RESPONSE,
        _RESPONSE,
        Place.BODY,
        source.default_returns,
        required=True,
        positional=True,
    )
    return Method(
        name="",
        operation=target.operation,
        endpoint="",
        arguments=(response,),
        returns=target.default_returns,
        returns_async=returns_async,
        event=None,
        streams=Streams.NEVER,
        docstring=docstring,
        docstring_async=docstring,
        deprecated="",
        paged=target.paged,
        single_page=target.single_page,
    )


def build_link_methods(
    root: Resource,
    modules: Sequence[ResourceModule],
    calls: Mapping[str, Call],
    types: Sequence[TypesModule],
    client: str,
) -> Mapping[str, tuple[LinkMethod, ...]]:
    """Return the methods of links, by the name of the class that has them.

    Args:
        root: Root of the resources.
        modules: Modules with the methods of all operations.
        calls: Path of the method of each operation, by ID.
        types: Modules of the types of responses.
        client: Name of the sync client.
    """
    operations = [each for item in root.walk() for each in item.operations]
    if not any(operation.links for operation in operations):
        return {}
    classes = [
        item for module in modules for file in module.files for item in file.classes
    ]
    builder = LinkMethods(
        {item.id: item for item in operations},
        {method.operation: method for item in classes for method in item.methods},
        {id_: item.call for id_, item in calls.items()},
        ResponseTypes({item.name: item for each in types for item in each.items}),
        client,
    )
    return {item.name: _list_class_methods(builder, item) for item in classes}


def _list_class_methods(
    builder: LinkMethods, owner: ResourceClass
) -> tuple[LinkMethod, ...]:
    """Return the methods of the links of the operations of a class, with their names."""
    taken = {
        *RESERVED_METHODS,
        *(child.name for child in owner.children),
        *(item.name for item in owner.signatures),
        *(item.name for item in owner.stream_methods),
        *(item.name for item in owner.callbacks),
    }
    operations = [
        operation
        for method in owner.methods
        if (operation := builder.operations.get(method.operation))
        and not operation.alias_of
    ]
    # Links of several status codes are often the same.
    built = dict.fromkeys(
        item
        for operation in operations
        for link in operation.links
        if (item := builder.build(operation, link)) is not None
    )
    names = distinct(
        {
            str(index): shorten(attribute_name(f"follow_{item.link}"), _MAX_NAME)
            for index, item in enumerate(built)
        },
        taken,
    )
    hides_list = any(item.name == "list" for item in owner.methods)
    return tuple(
        _complete(item, names[str(index)], hides_list)
        for index, item in enumerate(built)
    )


def _complete(item: LinkMethod, name: str, hides_list: bool) -> LinkMethod:
    """Return a method with its name, for a class that may have a method `list`."""
    hidden, plain = "builtins.list", "list"
    names = {plain: hidden} if hides_list else {hidden: plain}
    method = item.method
    return replace(
        item,
        method=replace(
            method,
            name=name,
            returns=renamed(method.returns, names),
            returns_async=renamed(method.returns_async, names),
        ),
    )
