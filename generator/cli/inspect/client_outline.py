"""Outline of the client: calls with their endpoints, and types.

A `?` after a name marks an optional argument or field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from ...python.constants import EndpointLiteral
from ...python.expressions import Literal, TypeExpr
from ...python.literals import escape_unseen
from ...python.package import ClientModule, Package
from ...python.resources import (
    Argument,
    Method,
    ResourceClass,
    ResourceModule,
    Streams,
)
from ...python.types import (
    AliasDefinition,
    ModelClass,
    PageClass,
    ParamClass,
    TypeItem,
    TypeNameAlias,
    TypesModule,
)
from ...rendering.python.annotations import format_type, plain_value


def outline_client(package: Package) -> str:
    """Return the client, its methods by resource, and its types by module."""
    lines = [package.client.name, *_client_lines(package.client)]
    resources = [
        (resource, module)
        for module in package.resources
        for resource in module.classes
    ]
    for resource, module in sorted(resources, key=lambda item: item[0].path):
        lines += _resource_lines(resource, module)
    for types in (*package.types, *package.params):
        lines += _module_lines(types)
    return "\n".join(map(escape_unseen, lines)) + "\n"


def _client_lines(client: ClientModule) -> Iterator[str]:
    for item in client.credentials:
        wire = f" {item.positional}" if item.positional else ""
        place = f" in {item.place}" if item.place else ""
        yield f"  {item.name}: {item.kind}{wire}{place} from {', '.join(item.environment)}"
    for schemes in client.security:
        yield f"  requires {' and '.join(schemes) or 'nothing'}"
    for server in client.servers:
        yield f"  served at {server.url}"
        for name, values in server.variables:
            yield f"    {name}: {' | '.join('(required)' if value is None else value for value in values)}"
    for status, error in client.errors:
        yield f"  {status}: {format_type(error)}"


def _resource_lines(resource: ResourceClass, module: ResourceModule) -> Iterator[str]:
    endpoints = {item.name: item for item in module.endpoints}
    if resource.methods:
        yield ""
        yield ".".join(resource.path) or "client"
    for method in sorted(resource.methods, key=lambda item: item.name):
        yield f"  {_signature(method)}"
        yield f"    {_endpoint(endpoints[method.endpoint])}"


def _signature(method: Method) -> str:
    positional = [_argument(item) for item in method.arguments if item.positional]
    keyword = [_argument(item) for item in method.arguments if not item.positional]
    separator = ["*"] if keyword else []
    text = f"{method.name}({', '.join([*positional, *separator, *keyword])})"
    results = [] if method.streams is Streams.ALWAYS else [format_type(method.returns)]
    if method.event is not None:
        results.append(f"stream[{format_type(method.event)}]")
    text += f" -> {' or '.join(results)}"
    return f"{text}, deprecated" if method.deprecated else text


def _argument(item: Argument) -> str:
    return f"{item.name}{'' if item.required else '?'}: {format_type(item.type)}"


def _endpoint(item: EndpointLiteral) -> str:
    keywords = [f", {part.name}={plain_value(part.value)!r}" for part in item.keywords]
    return f"{item.method} {item.path}{''.join(keywords)}"


def _module_lines(module: TypesModule) -> Iterator[str]:
    yield ""
    yield f"types.{module.name}"
    for item in module.items:
        yield from (f"  {line}" for line in _type_lines(item))


def _type_lines(item: TypeItem) -> Iterable[str]:
    match item:
        case AliasDefinition(name, value):
            return [f"{name} = {_value(value)}"]
        case ModelClass(name, _, fields, extra):
            lines = [f"class {name}"]
            for field in fields:
                mark = "" if field.required else "?"
                key = f" from {field.key!r}" if field.key != field.name else ""
                lines.append(f"  {field.name}{mark}: {format_type(field.type)}{key}")
            return [
                lines[0],
                *sorted(lines[1:]),
                *([f"  *: {format_type(extra)}"] if extra is not None else []),
            ]
        case ParamClass(name, _, keys):
            return [
                f"dict {name}",
                *sorted(
                    f"  {key.key}{'' if key.required else '?'}: {format_type(key.type)}"
                    for key in keys
                ),
            ]
        case PageClass(name, base, item_type):
            return [f"page {name} of {format_type(item_type)}, {base}"]
        case TypeNameAlias(name, target):
            return [f"{name} = {target}"]
        case _:
            assert_never(item)


def _value(value: TypeExpr) -> str:
    if isinstance(value, Literal):
        return " | ".join(map(repr, value.values))
    return format_type(value)
