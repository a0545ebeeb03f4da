"""Rendering of endpoints, signatures and calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from ...python.children import Child
from ...python.constants import EndpointLiteral, PollingLiteral, StructuredLiteral
from ...python.expressions import (
    ANY,
    OBJECT,
    Import,
    Name,
    Subscript,
    TypeExpr,
    Union,
    union_members,
    union_of,
)
from ...python.literals import string_literal
from ...python.package import ClientModule
from ...python.resources import (
    Argument,
    Method,
    ResourceClass,
    Streams,
)
from .annotations import format_type
from .layout import (
    INDENT,
    fits,
    format_annotated,
    format_bracketed,
    format_expanded,
    format_generic,
    format_import,
    format_value,
)
from .servers import format_entries, format_server

_OMIT = Name("Omit")
Overrides: TypeAlias = Mapping[str, tuple[TypeExpr, bool]]
"""Type of an argument in an overload, and whether it is required, by its name."""


def format_endpoint(item: EndpointLiteral) -> str:
    """Format the constant of an endpoint."""
    parts = [string_literal(item.method), string_literal(item.path)]
    parts += [format_value(f"{key.name}=", key.value, INDENT) for key in item.keywords]
    if item.servers:
        parts.append(
            format_entries("servers=(", list(map(format_server, item.servers)), ")")
        )
    return format_bracketed(f"{item.name} = Endpoint(", parts, ")", "")


def format_polling(item: PollingLiteral) -> str:
    """Format the constant of a polling."""
    parts = [item.operation, *([f"start={item.created_by}"] if item.created_by else ())]
    parts += [
        format_value(f"{name}=", content, INDENT) for name, content in item.keywords
    ]
    return format_bracketed(f"{item.name} = _runtime.Polling(", parts, ")", "")


def format_structured(item: StructuredLiteral) -> str:
    """Format the constant of a structured operation."""
    parts = [item.operation]
    parts += [format_value(f"{name}=", value, INDENT) for name, value in item.keywords]
    if item.tools:
        argument, keywords = item.tools
        inner = [string_literal(argument)]
        inner += [
            format_value(f"{name}=", value, INDENT * 2) for name, value in keywords
        ]
        tools = format_expanded("tools=_runtime.Tools(", inner, ")", INDENT)
        parts.append(tools[len(INDENT) :])
    return format_bracketed(f"{item.name} = _runtime.Structured(", parts, ")", "")


def format_type_overloads(method: Method, asynchronous: bool) -> list[str]:
    """Return the overloads of a method whose return type depends on an argument."""
    plain = _selected_returns(method, asynchronous)
    stream_parameter, argument = method.stream_parameter, method.stream_argument
    if stream_parameter is None or argument is None:
        if not plain:
            return []
        selector = method.selector_argument
        either: Overrides = {}
        if selector is not None:
            either = {selector.name: (selector.type, selector.required)}
        plain.append((either, response_type(method, asynchronous)))
        return [format_one_signature(method, asynchronous, *item) for item in plain]
    needed, name = argument.required, argument.name
    is_off = (stream_parameter.plain_type, needed or stream_parameter.default_on)
    is_on = (stream_parameter.streaming_type, needed or not stream_parameter.default_on)
    returns = plain or [({}, response_type(method, asynchronous))]
    overloads = [({**others, name: is_off}, type_) for others, type_ in returns]
    overloads.append(({name: is_on}, stream_type(method, asynchronous)))
    both = {name: (stream_parameter.either_type, True)}
    overloads.append((both, _both(method, asynchronous)))
    return [format_one_signature(method, asynchronous, *item) for item in overloads]


def _selected_returns(
    method: Method, asynchronous: bool
) -> list[tuple[Overrides, TypeExpr]]:
    """Return each return type of a response with the argument that selects it."""
    selector, argument = method.selector, method.selector_argument
    if selector is None or argument is None:
        return []
    return [
        (
            {
                argument.name: (
                    item.value_type,
                    argument.required or not item.is_default,
                )
            },
            item.returns_async if asynchronous else item.returns,
        )
        for item in selector.variants
    ]


def format_signature(method: Method, asynchronous: bool) -> str:
    """Format the signature of a method."""
    match method.streams:
        case Streams.NEVER:
            returns = response_type(method, asynchronous)
        case Streams.ALWAYS:
            returns = stream_type(method, asynchronous)
        case Streams.ON_REQUEST:
            returns = _both(method, asynchronous)
    replaced = {name for item in method.arguments for name in item.replaces}
    if replaced:
        arguments = (
            replace(item, required=False) if item.name in replaced else item
            for item in method.arguments
        )
        method = replace(method, arguments=tuple(arguments))
    return format_one_signature(method, asynchronous, None, returns)


def response_type(method: Method, asynchronous: bool) -> TypeExpr:
    """Return the type of a response that is not streamed."""
    return method.returns_async if asynchronous else method.returns


def stream_type(method: Method, asynchronous: bool) -> TypeExpr:
    """Return the type of a streamed response."""
    prefix = "Async" if asynchronous else ""
    event = method.event if method.event is not None else OBJECT
    if method.aggregated_type is not None:
        return Subscript(f"{prefix}ResponseStream", (event, method.aggregated_type))
    return Subscript(f"{prefix}Stream", (event,))


def _both(method: Method, asynchronous: bool) -> TypeExpr:
    response, stream = response_type(method, asynchronous), stream_type(
        method, asynchronous
    )
    members = (*union_members(response), stream)
    known = tuple(item for item in members if item != ANY)
    return Union(known) if len(known) > 1 else stream


def format_one_signature(
    method: Method,
    asynchronous: bool,
    overrides: Overrides | None,
    returns: TypeExpr,
) -> str:
    """Format a signature of a method.

    Args:
        method: The method.
        asynchronous: Whether it is a method of the async client.
        overrides: Arguments of an overload with other types; `None`: no overload.
        returns: Return type.
    """
    # An async method of a list returns an awaitable page, that of a stream a manager.
    awaited = asynchronous and not method.paged and method.opens is None
    head = f"{'async ' if awaited else ''}def {method.name}("
    positional = [item for item in method.arguments if item.positional]
    keyword = [item for item in method.arguments if not item.positional]
    parts = ["self", *(_argument(item, overrides or {}) for item in positional)]
    if asynchronous:
        keyword = [
            replace(item, type=_accept_async(item.type)) if _takes_rows(item) else item
            for item in keyword
        ]
    if keyword:
        parts.append("*")
        parts += [_argument(item, overrides or {}) for item in keyword]
    parts.append("**options: Unpack[RequestOptions]")
    end = ":" if overrides is None else ": ..."
    flat = ", ".join(parts)
    source = format_type(returns)
    if "\n" not in flat and fits(f"{INDENT}{head}{flat}) -> {source}{end}"):
        return f"{INDENT}{head}{flat}) -> {source}{end}"
    tail = format_annotated(") -> ", returns, end, INDENT)
    if "\n" not in flat and _has_trailing_comma(tail):
        # Black then splits the type of the result before the arguments.
        return f"{INDENT}{head}{flat}) -> {source}{end}"
    if "\n" not in flat and fits(f"{INDENT * 2}{flat}"):
        return f"{INDENT}{head}\n{INDENT * 2}{flat}\n{tail}"
    body = "".join(f"{INDENT * 2}{part},\n" for part in parts)
    return f"{INDENT}{head}\n{body}{tail}"


def _has_trailing_comma(source: str) -> bool:
    """Return whether there is a comma before a closing bracket that begins a line."""
    return any(line.endswith(",") for line in source.splitlines())


def _argument(item: Argument, overrides: Overrides) -> str:
    """Format an argument for a separate line, without its comma and first indent."""
    type_, required = overrides.get(item.name, (item.type, item.required))
    if not required:
        type_ = Union((*union_members(type_), _OMIT))
    indent = INDENT * 2
    tail = "," if required else " = omit,"
    return format_annotated(f"{item.name}: ", type_, tail, indent)[len(indent) : -1]


def _takes_rows(item: Argument) -> bool:
    """Return whether an argument accepts iterables."""
    return any(
        isinstance(member, Subscript) and member.base == "Iterable"
        for member in union_members(item.type)
    )


def _accept_async(type_: TypeExpr) -> TypeExpr:
    """Return a type that accepts async iterables of rows as well as iterables."""
    members: list[TypeExpr] = []
    for item in union_members(type_):
        members.append(item)
        if isinstance(item, Subscript) and item.base == "Iterable":
            members.append(replace(item, base="AsyncIterable"))
    return union_of(tuple(members))


def format_resource_head(item: ResourceClass, asynchronous: bool) -> str:
    """Format the first line of a resource, which names the classes of its wrappers."""
    prefix = "Async" if asynchronous else ""
    name, base = f"{prefix}{item.name}", f"{prefix}Resource"
    if not item.wrapped:
        base = f"_runtime.{prefix}PlainResource"
    elif item.methods or item.children:
        wrappers = [string_literal(f"{name}{kind}") for kind in ("Raw", "Streaming")]
        base = format_generic(base, wrappers, INDENT)
    return format_bracketed(f"class {name}(", [base], "):", "")


def format_wrapper_head(item: ResourceClass, asynchronous: bool, kind: str) -> str:
    """Format the first line of the wrapper of a resource; `kind` is `raw` or `streaming`."""
    prefix, kind = "Async" if asynchronous else "", kind.capitalize()
    base = f"_runtime.{prefix}{kind}Resource"
    return format_bracketed(f"class {prefix}{item.name}{kind}(", [base], "):", INDENT)


def format_child_signature(child: Child, asynchronous: bool) -> str:
    """Format the signature of the property of a nested resource."""
    return format_property(format_child_class(child, asynchronous), child.name)


def format_property(type_: str, name: str) -> str:
    """Format the signature of a property."""
    return format_bracketed(f"def {name}(", ["self"], f") -> {type_}:", INDENT)


def format_child_class(child: Child, asynchronous: bool) -> str:
    """Format the name of the class of a nested resource.

    A class of the user is imported with a leading underscore, which no generated class
    has.
    """
    own = child.own_async if asynchronous else child.own
    name = f"Async{child.class_name}" if asynchronous else child.class_name
    return name if own is None else f"_{name}"


def format_child_import(child: Child, asynchronous: bool) -> str:
    """Format the import of a resource on its first use."""
    own = child.own_async if asynchronous else child.own
    if own is not None:
        alias = f"{own.name} as {format_child_class(child, asynchronous)}"
        return format_import(Import(f".{own.module}", (alias,)), INDENT * 2)
    name = f"Async{child.class_name}" if asynchronous else child.class_name
    return format_import(Import(f".resources.{child.module}", (name,)), INDENT * 2)


def format_package_import(child: Child) -> str:
    """Format the import of the class of a resource into the package, under a private name."""
    own = child.own
    module = f".resources.{child.module}" if own is None else f".{own.module}"
    name = child.class_name if own is None else own.name
    alias = f"{name} as _{child.class_name}"
    return format_import(Import(module, (alias,)), INDENT)


def format_package_attribute(child: Child) -> str:
    """Format the attribute of the package that is a resource of the default client."""
    return format_annotated(f"{child.name}: ", Name(f"_{child.class_name}"), "", INDENT)


def list_client_wrappers(client: ClientModule) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the client, the kind and the attributes of each wrapper of the clients."""
    for kind in ("raw", "streaming"):
        for owner in (client.name, f"Async{client.name}"):
            yield owner, kind, [
                format_bracketed(
                    f"{child.name} = _runtime.{kind.capitalize()}Attribute(",
                    [f"_{owner}.{child.name}"],
                    ")",
                    INDENT,
                )
                for child in client.wrapped
            ]


def format_wrapper_attributes(
    resource: ResourceClass, asynchronous: bool, kind: str
) -> list[str]:
    """Return the attributes of the wrapper of a resource: nested resources, then methods.

    The wrapped methods return the response itself instead of the parsed body.

    Args:
        resource: Resource to wrap.
        asynchronous: Whether the wrapper is for async methods.
        kind: `raw` or `streaming`.
    """
    prefix, owner = ("async_", "Async") if asynchronous else ("", "")
    inside = [
        format_bracketed(
            f"{child.name} = cached_property(",
            [f"{owner}{child.class_name}{kind.capitalize()}"],
            ")",
            INDENT * 2,
        )
        for child in resource.children
    ]
    return (
        inside
        + [
            format_bracketed(
                f"{method.name} = _runtime.{prefix}{kind}_method(",
                [f"{owner}{resource.name}.{method.name}"],
                ")",
                INDENT * 2,
            )
            for method in resource.raw_methods
        ]
        + [f"{INDENT * 2}__call__ = {method.name}" for method in resource.called]
    )
