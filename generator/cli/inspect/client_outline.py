"""The client at a glance, as short and stable text: calls with their endpoints, and types.

A `?` behind a name means that it may be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from ...python.expressions import Literal, TypeExpr
from ...python.literals import escape_unseen
from ...python.package import ClientModule, Package
from ...python.resources import (
    Argument,
    EndpointLiteral,
    Method,
    ResourceModule,
    Streams,
)
from ...rendering.python.annotations import plain_value, type_source
from ...python.types import (
    AliasDefinition,
    ModelClass,
    TypeNameAlias,
    PageClass,
    ParamClass,
    TypeItem,
    TypesModule,
)


def outline_client(package: Package) -> str:
    """Methods with their endpoints, resource by resource, then types by module."""
    lines = [package.client.name, *_client(package.client)]
    for module in package.resources:
        lines += _methods(module)
    for types in (*package.types, *package.params):
        lines += _types(types)
    return "\n".join(map(escape_unseen, lines)) + "\n"


def _client(client: ClientModule) -> Iterator[str]:
    for item in client.credentials:
        wire = f" {item.positional}" if item.positional else ""
        place = f" in {item.place}" if item.place else ""
        yield f"  {item.name}: {item.kind}{wire}{place} from {', '.join(item.environment)}"
    for asked in client.security:
        yield f"  asks for {' and '.join(asked) or 'nothing'}"
    for server in client.servers:
        yield f"  served at {server.url}"
        for name, values in server.variables:
            yield f"    {name}: {' | '.join(values)}"
    for status, error in client.errors:
        yield f"  {status}: {type_source(error)}"


def _methods(module: ResourceModule) -> Iterator[str]:
    endpoints = {item.name: item for item in module.endpoints}
    for resource in module.classes:
        if resource.methods:
            yield ""
            yield ".".join(resource.path) or "client"
        for method in resource.methods:
            yield f"  {_signature(method)}"
            yield f"    {_endpoint(endpoints[method.endpoint])}"


def _signature(method: Method) -> str:
    positional = [_argument(item) for item in method.arguments if item.positional]
    named = [_argument(item) for item in method.arguments if not item.positional]
    stars = ["*"] if named else []
    text = f"{method.name}({', '.join([*positional, *stars, *named])})"
    answers = [] if method.streams is Streams.ALWAYS else [type_source(method.returns)]
    if method.event is not None:
        answers.append(f"stream[{type_source(method.event)}]")
    text += f" -> {' or '.join(answers)}"
    return f"{text}, deprecated" if method.deprecated else text


def _argument(item: Argument) -> str:
    return f"{item.name}{'' if item.required else '?'}: {type_source(item.type)}"


def _endpoint(item: EndpointLiteral) -> str:
    keywords = [f", {part.name}={plain_value(part.value)!r}" for part in item.keywords]
    return f"{item.method} {item.path}{''.join(keywords)}"


def _types(module: TypesModule) -> Iterator[str]:
    yield ""
    yield f"types.{module.name}"
    for item in module.items:
        yield from (f"  {line}" for line in _type(item))


def _type(item: TypeItem) -> Iterable[str]:
    match item:
        case AliasDefinition(name, value):
            return [f"{name} = {_value(value)}"]
        case ModelClass(name, _, fields, extra):
            lines = [f"class {name}"]
            for field in fields:
                mark = "" if field.required else "?"
                key = f" from {field.key!r}" if field.key != field.name else ""
                lines.append(f"  {field.name}{mark}: {type_source(field.type)}{key}")
            return [
                *lines,
                *([f"  *: {type_source(extra)}"] if extra is not None else []),
            ]
        case ParamClass(name, _, keys):
            return [
                f"dict {name}",
                *(
                    f"  {key.key}{'' if key.required else '?'}: {type_source(key.type)}"
                    for key in keys
                ),
            ]
        case PageClass(name, base, listed):
            return [f"page {name} of {type_source(listed)}, {base}"]
        case TypeNameAlias(name, of):
            return [f"{name} = {of}"]
        case _:
            assert_never(item)


def _value(value: TypeExpr) -> str:
    if isinstance(value, Literal):
        return " | ".join(map(repr, value.values))
    return type_source(value)
