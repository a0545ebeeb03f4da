"""Lowering of links to sections with both calls as Python source."""

from __future__ import annotations

from collections.abc import Mapping

from ...frozen_dataclass import dataclass
from ...model.api import Api
from ...model.links import (
    Constant,
    Expression,
    ExpressionSource,
    Link,
    LinkValue,
    Template,
)
from ...model.operations import Operation, ParameterPlace
from ...python.expressions import NONE
from ...python.literals import literal_text, string_literal
from ...python.package import Package
from ...python.resources import Argument, Method, Place, Streams
from ...reference.response_links import LinkSection
from ..python.arguments import PLACES
from ..python.link_values import ResponseTypes, TypedValue, is_index
from ..python.links import follows_error
from .examples import format_call

_REQUEST_PLACES = {
    ExpressionSource.REQUEST_PATH: (Place.PATH,),
    ExpressionSource.REQUEST_QUERY: (Place.QUERY,),
    ExpressionSource.REQUEST_HEADER: (Place.HEADERS,),
}
_USED_NAMES = ("client", "result", "response", "error", "json")
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class LinkSections:
    """Builder of the sections of links.

    Args:
        types: Types of responses.
        operations: Operations by id.
        methods: Method of each operation, by operation id.
        calls: Path of each method on the client, by operation id.
        links: Methods that make the call of a link.
        package: Name of the client package.
    """

    types: ResponseTypes
    operations: Mapping[str, Operation]
    methods: Mapping[str, Method]
    calls: Mapping[str, str]
    links: Mapping[tuple[str, str, str], str]
    package: str

    def build(
        self, operation: Operation, examples: Mapping[str, Mapping[str, str]]
    ) -> tuple[LinkSection, ...]:
        """Return the sections of the links of an operation.

        Args:
            operation: The operation.
            examples: Example of each argument as source, by name of the argument, for
                the operation and the targets of its links.
        """
        return tuple(
            LinkSection(
                link.name,
                link.status,
                link.description,
                self.calls[link.operation_id],
                _LinkCode(self, operation, link, examples).build(),
                self.links.get((operation.id, link.name, link.operation_id), ""),
            )
            for link in operation.links
            if link.operation_id in self.calls
        )


class _LinkCode:
    """The source of a call and of the call of a link that follows it.

    Args:
        sections: Builder of the sections.
        operation: The operation that has the link.
        link: The link.
        examples: Examples of arguments, by operation and name.
    """

    def __init__(
        self,
        sections: LinkSections,
        operation: Operation,
        link: Link,
        examples: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._sections = sections
        self._operation = operation
        self._link = link
        self._source = sections.methods[operation.id]
        self._target = sections.methods[link.operation_id]
        self._examples = examples
        self._is_error = follows_error(operation, link)
        self._variables: dict[str, Argument] = {}
        self._uses_raw = False
        self._uses_result = False
        self._uses_json = False

    def build(self) -> str:
        """Return the source, with the variables and imports that it uses."""
        follow = self._format_target()
        lines = ["import json", ""] if self._uses_json else []
        if self._is_error:
            lines = [f"import {self._sections.package}", "", *lines]
        example = self._examples[self._operation.id]
        lines += [
            f"{name} = {example[item.name]}" for name, item in self._variables.items()
        ]
        if self._is_error:
            call = _indent(self._format_source(""))
            error = f"except {self._sections.package}.APIStatusError as error:"
            return "\n".join([*lines, "try:", call, error, _indent(follow)])
        if self._uses_raw:
            lines.append(self._format_source("response = ", ".with_raw_response"))
            lines += ["result = response.parse()"] if self._uses_result else []
        else:
            lines.append(self._format_source("result = " if self._uses_result else ""))
        return "\n".join([*lines, follow])

    def _format_source(self, start: str, wrapper: str = "") -> str:
        """Return the first call, with variables for the arguments that the link reads."""
        call = self._sections.calls[self._operation.id]
        resource, dot, name = call.rpartition(".")
        names = {item.name: variable for variable, item in self._variables.items()}
        example = self._examples[self._operation.id]
        arguments = []
        for item in self._source.default_arguments:
            if item.name in names or item.required or item.with_body:
                value = names.get(item.name, example[item.name])
                arguments.append(value if item.positional else f"{item.name}={value}")
        path = f"{resource}{wrapper}{dot}{name}" if dot else f"{wrapper[1:]}.{name}"
        return format_call(f"{start}client.{path}(", tuple(arguments), ")")

    def _format_target(self) -> str:
        """Return the call of the link."""
        values = {
            (PLACES[ParameterPlace(item.place)], item.name): item.value
            for item in self._link.arguments
        }
        body = self._link.body
        example = self._examples[self._link.operation_id]
        arguments, extra = [], list[str]()
        for item in self._target.default_arguments:
            value = values.get((item.place, item.key))
            if value is not None:
                source = self._format_value(value, item)
            elif item.place is Place.BODY and body is not None:
                source = self._format_member(body, item)
            elif item.required:
                source = example[item.name]
            else:
                continue
            if source:
                arguments.append(source if item.positional else f"{item.name}={source}")
        if body is not None and not self._passes_whole():
            extra.append(f"extra_body={self._format_value(body, None)}")
        client = "client"
        if self._link.server:
            client = (
                f"client.with_options(base_url={string_literal(self._link.server)})"
            )
        head = f"{client}.{self._sections.calls[self._link.operation_id]}("
        return format_call(head, (*arguments, *extra), ")")

    def _passes_whole(self) -> bool:
        return any(item.whole for item in self._target.default_arguments)

    def _format_member(self, body: LinkValue, item: Argument) -> str:
        """Return the source of an argument of the body; `""` for an optional one."""
        if item.whole:
            return self._format_value(body, item)
        if not (item.required or item.with_body):
            return ""
        match body:
            case Expression(source, name, pointer):
                member = Expression(source, name, (*pointer, item.key))
                return self._format_value(member, item)
            case Constant(dict() as values) if item.key in values:
                return literal_text(values[item.key])
        return self._examples[self._link.operation_id][item.name]

    def _format_value(self, value: LinkValue, item: Argument | None) -> str:
        """Return the source of a value, for an argument or for the whole body."""
        match value:
            case Constant(constant):
                source = item and self._sections.types.convert_constant(
                    constant, item.type
                )
                return source or literal_text(constant)
            case Template(parts):
                return " + ".join(
                    (
                        string_literal(part)
                        if isinstance(part, str)
                        else f"str({self._format_expression(part).source})"
                    )
                    for part in parts
                )
            case Expression():
                typed = self._format_expression(value)
                if item is None:
                    model = self._sections.types.find_model(typed.type)
                    return f"{typed.source}.to_dict()" if model else typed.source
                converted = self._sections.types.convert(typed, item.type)
                return converted or typed.source

    def _format_expression(self, value: Expression) -> TypedValue:
        """Return the source of an expression, with its type if it is known."""
        response = "error.response" if self._is_error else "response"
        match value.source:
            case ExpressionSource.METHOD:
                return _untyped(string_literal(self._operation.method))
            case ExpressionSource.RESPONSE_BODY:
                return self._format_body(value)
            case ExpressionSource.REQUEST_BODY:
                return self._format_request_body(value, response)
            case ExpressionSource.URL:
                source = f"str({response}.url)"
            case ExpressionSource.STATUS_CODE:
                source = f"{response}.status_code"
            case ExpressionSource.RESPONSE_HEADER:
                source = f"{response}.headers[{string_literal(value.name)}]"
            case _:
                argument = self._find_argument(value)
                if argument is not None:
                    return TypedValue(self._add_variable(argument), argument.type)
                request = "request" if self._is_error else "http_request"
                name = string_literal(value.name)
                source = f"{response}.{request}.headers[{name}]"
        self._uses_raw = True
        return _untyped(source)

    def _find_argument(self, value: Expression) -> Argument | None:
        places = _REQUEST_PLACES[value.source]
        for item in self._source.default_arguments:
            if item.place in places and item.key.lower() == value.name.lower():
                return item
        return None

    def _add_variable(self, item: Argument) -> str:
        """Return the variable of an argument of the first call."""
        name = f"{item.name}_" if item.name in _USED_NAMES else item.name
        self._variables[name] = item
        return name

    def _format_request_body(self, value: Expression, response: str) -> TypedValue:
        """Return a part of the body of the first call: an argument, or decoded JSON."""
        first, *rest = value.pointer or ("",)
        for item in self._source.default_arguments:
            if item.place is Place.BODY and (item.whole or item.key == first):
                keys = value.pointer if item.whole else rest
                return _untyped(f"{self._add_variable(item)}{_subscripts(keys)}")
        self._uses_raw = self._uses_json = True
        request = "request" if self._is_error else "http_request"
        content = f"json.loads({response}.{request}.content)"
        return _untyped(f"{content}{_subscripts(value.pointer)}")

    def _format_body(self, value: Expression) -> TypedValue:
        """Return a part of the response: an attribute, or decoded JSON without a type."""
        if not self._is_error and self._is_plain():
            typed: TypedValue | None = TypedValue(
                "result", self._source.default_returns
            )
            for token in value.pointer:
                typed = self._sections.types.child(typed, token) if typed else None
            if typed is not None:
                self._uses_result = True
                return typed
        self._uses_raw = True
        start = "error.response" if self._is_error else "response"
        return _untyped(f"{start}.json(){_subscripts(value.pointer)}")

    def _is_plain(self) -> bool:
        """Return whether the first call returns the body of the response."""
        method = self._source
        return not method.paged and method.streams is Streams.NEVER


def _untyped(source: str) -> TypedValue:
    return TypedValue(source, NONE)


def _subscripts(pointer: tuple[str, ...] | list[str]) -> str:
    """Return the subscripts for the keys of a pointer; numbers are indexes of arrays."""
    return "".join(
        f"[{int(token)}]" if is_index(token) else f"[{string_literal(token)}]"
        for token in pointer
    )


def _indent(source: str) -> str:
    return "\n".join(f"{_INDENT}{line}" for line in source.split("\n"))


def build_link_sections(
    api: Api, package: Package, methods: Mapping[str, Method]
) -> LinkSections:
    """Return the builder of the sections of links.

    Args:
        api: The API.
        package: Client package.
        methods: Method of each operation, by operation id.
    """
    return LinkSections(
        ResponseTypes(
            {item.name: item for module in package.types for item in module.items}
        ),
        {item.id: item for item in api.operations if not item.alias_of},
        methods,
        {call.id: call.call for call in package.calls},
        {
            (link.operation, link.link, link.method.operation): ".".join(
                (*owner.path, link.method.name)
            )
            for module in package.resources
            for file in module.files
            for owner in file.classes
            for link in owner.links
        },
        package.name,
    )
