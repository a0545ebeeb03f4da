"""Signatures and calls."""

from __future__ import annotations

from ...python.expressions import (
    ANY,
    NONE,
    OBJECT,
    Import,
    Name,
    Subscript,
    TypeExpr,
    Union,
    union_members,
)
from ...python.literals import string_literal
from ...python.resources import (
    Argument,
    Child,
    EndpointLiteral,
    Method,
    Place,
    PollingLiteral,
    ResourceClass,
    Streams,
)
from .annotations import type_source
from .layout import INDENT, annotated, bracketed, fits, import_line, opened, value

_OMIT = Name("Omit")


def endpoint(item: EndpointLiteral) -> str:
    """The constant of an endpoint."""
    parts = [string_literal(item.method), string_literal(item.path)]
    parts += [value(f"{key.name}=", key.value, INDENT) for key in item.keywords]
    return bracketed(f"{item.name} = Endpoint(", parts, ")", "")


def polling(item: PollingLiteral) -> str:
    """The constant of something that is waited for."""
    parts = [item.operation, *([f"start={item.created_by}"] if item.created_by else ())]
    parts += [value(f"{name}=", found, INDENT) for name, found in item.keywords]
    return bracketed(f"{item.name} = _runtime.Polling(", parts, ")", "")


def overloads(method: Method, asynchronous: bool) -> list[str]:
    """The signatures of a method that streams on request, each with `...` for a body."""
    stream_parameter, argument = method.stream_parameter, method.stream_argument
    if stream_parameter is None or argument is None:
        return []
    needed = argument.required
    return [
        _signature(method, asynchronous, returns, (type_, given))
        for type_, given, returns in (
            (
                stream_parameter.plain_type,
                needed or stream_parameter.default_on,
                _answer(method, asynchronous),
            ),
            (
                stream_parameter.streaming_type,
                needed or not stream_parameter.default_on,
                _stream(method, asynchronous),
            ),
            (stream_parameter.either_type, True, _both(method, asynchronous)),
        )
    ]


def signature(method: Method, asynchronous: bool) -> str:
    """`def name(…) -> …:`."""
    match method.streams:
        case Streams.NEVER:
            returns = _answer(method, asynchronous)
        case Streams.ALWAYS:
            returns = _stream(method, asynchronous)
        case Streams.ON_REQUEST:
            returns = _both(method, asynchronous)
    return _signature(method, asynchronous, returns, None)


def _answer(method: Method, asynchronous: bool) -> TypeExpr:
    return method.returns_async if asynchronous else method.returns


def _stream(method: Method, asynchronous: bool) -> TypeExpr:
    prefix = "Async" if asynchronous else ""
    event = method.event if method.event is not None else OBJECT
    if method.total is not None:
        return Subscript(f"{prefix}ResponseStream", (event, method.total))
    return Subscript(f"{prefix}Stream", (event,))


def _both(method: Method, asynchronous: bool) -> TypeExpr:
    response, stream = _answer(method, asynchronous), _stream(method, asynchronous)
    members = (*union_members(response), stream)
    known = tuple(item for item in members if item != ANY)
    return Union(known) if len(known) > 1 else stream


def _signature(
    method: Method,
    asynchronous: bool,
    returns: TypeExpr,
    stream: tuple[TypeExpr, bool] | None,
) -> str:
    # What a list gives to async callers is awaitable itself.
    awaited = asynchronous and not method.paged
    head = f"{'async ' if awaited else ''}def {method.name}("
    positional = [item for item in method.arguments if item.positional]
    keyword = [item for item in method.arguments if not item.positional]
    parts = ["self", *(_argument(item, method, stream) for item in positional)]
    if keyword:
        parts.append("*")
        parts += [_argument(item, method, stream) for item in keyword]
    parts.append("**options: Unpack[RequestOptions]")
    end = ":" if stream is None else ": ..."
    flat = ", ".join(parts)
    source = type_source(returns)
    if "\n" not in flat and fits(f"{INDENT}{head}{flat}) -> {source}{end}"):
        return f"{INDENT}{head}{flat}) -> {source}{end}"
    together = "\n" not in flat and fits(f"{INDENT * 2}{flat}")
    if together and not fits(f"{INDENT}) -> {source}{end}"):
        return f"{INDENT}{head}{flat}) -> {source}{end}"  # left to black
    tail = annotated(") -> ", returns, end, INDENT)
    if together:
        return f"{INDENT}{head}\n{INDENT * 2}{flat}\n{tail}"
    body = "".join(f"{INDENT * 2}{part},\n" for part in parts)
    return f"{INDENT}{head}\n{body}{tail}"


def _argument(
    item: Argument, method: Method, stream: tuple[TypeExpr, bool] | None
) -> str:
    """An argument as a line of its own, but for the comma and the first indent."""
    type_, required = item.type, item.required
    if stream is not None and item is method.stream_argument:
        type_, required = stream
    if not required:
        type_ = Union((*union_members(type_), _OMIT))
    indent = INDENT * 2
    tail = "," if required else " = omit,"
    return annotated(f"{item.name}: ", type_, tail, indent)[len(indent) : -1]


def child_signature(child: Child, asynchronous: bool) -> str:
    """`def name(self) -> Class:` of the attribute of a resource."""
    name = f"Async{child.class_name}" if asynchronous else child.class_name
    return bracketed(f"def {child.name}(", ["self"], f") -> {name}:", INDENT)


def child_import(child: Child, asynchronous: bool) -> str:
    """The import of a resource, where it is first asked for."""
    name = f"Async{child.class_name}" if asynchronous else child.class_name
    return import_line(Import(f".resources.{child.module}", (name,)), INDENT * 2)


def wrapped(resource: ResourceClass, asynchronous: bool, kind: str) -> list[str]:
    """The methods of a resource that give the answer itself, behind what is inside it.

    Args:
        resource: whose methods.
        asynchronous: for which callers.
        kind: `raw` or `streaming`.
    """
    prefix, owner = ("async_", "Async") if asynchronous else ("", "")
    inside = [
        bracketed(
            f"{child.name} = cached_property(",
            [f"{owner}{child.class_name}{kind.capitalize()}"],
            ")",
            INDENT,
        )
        for child in resource.children
    ]
    return inside + [
        bracketed(
            f"{method.name} = _runtime.{prefix}{kind}_method(",
            [f"{owner}{resource.name}.{method.name}"],
            ")",
            INDENT,
        )
        for method in resource.methods
    ]


def call(method: Method, asynchronous: bool) -> str:
    """The statement that makes the call."""
    parts = [method.endpoint]
    for place in Place:
        given = [item for item in method.arguments if item.place is place]
        if place is Place.BODY and given and given[0].whole:
            parts.append(f"body={given[0].name}")
        elif given:
            parts.append(_pairs(place, given))
    parts.append("options=options")
    nothing = method.returns == NONE and method.streams is Streams.NEVER
    lazy = asynchronous and method.paged
    wait = "await " if asynchronous and not lazy else ""
    name = "_page" if lazy else "_run" if nothing else "_call"
    name = "_poll" if method.polls else name
    return bracketed(f"return {wait}self.{name}(", parts, ")", INDENT * 2)


def returned(event: TypeExpr) -> str:
    """The end of the signature of what reads webhooks."""
    return annotated(") -> ", event, ":", INDENT)


def unwrapping(event: TypeExpr) -> str:
    """The statement that reads a webhook."""
    arguments = ["self._client", string_literal(type_source(event))]
    arguments += ["payload", "headers", "secret"]
    return bracketed("return _runtime.unwrap(", arguments, ")", INDENT * 2)


def _pairs(place: Place, given: list[Argument]) -> str:
    indent = INDENT * 3
    pairs = [f"{string_literal(item.key)}: {item.name}" for item in given]
    flat = f"{place.value}={{{', '.join(pairs)}}}"
    if fits(f"{indent}{flat},"):
        return flat
    return opened(f"{place.value}={{", pairs, "}", indent)[len(indent) :]
