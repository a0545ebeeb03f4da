"""Outline of the model: resources with their operations, and declarations.

Types are printed as `string(date)`, `[items]`, `(a, b, *tail)`, `{values}`, `a | b`, `T | null` and `any`;
`any!` is a type that the model cannot express. A `?` after a name marks an optional
parameter or property. Resources, operations and properties are sorted, and there are no line
numbers, so that the outlines of two documents can be compared line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import assert_never

from ...model.api import Api, Resource
from ...model.naming import Naming
from ...model.operations import Operation
from ...model.types import (
    Access,
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Enumeration,
    JsonScalar,
    Key,
    ListOf,
    Literal,
    MapOf,
    Nothing,
    Nullable,
    Object,
    OneOf,
    Property,
    Scalar,
    TupleOf,
    Type,
    Union,
)
from ...python.literals import escape_unseen
from .suggested_settings import find_suggestions, polled_lines


def outline_model(api: Api) -> str:
    """Return resources with their operations, then declarations."""
    types = _TypePrinter({item.header.key: item for item in api.declarations})
    lines = [f"{api.title} {api.version}".strip()]
    polled = polled_lines(find_suggestions(api))
    for resource in sorted(api.root.walk(), key=lambda item: item.words):
        lines += _resource(resource, types, polled)
    lines += ["", "declarations"]
    for declaration in api.declarations:
        lines += types.declaration(declaration)
    return "\n".join(map(escape_unseen, lines)) + "\n"


def _resource(
    resource: Resource, types: _TypePrinter, polled: Mapping[str, str]
) -> Iterator[str]:
    if resource.operations:
        yield ""
        yield ".".join(resource.words)
    for item in sorted(resource.operations, key=lambda item: item.name):
        name = "_".join(item.name)
        pagination = (
            f", paginated by {item.pagination.kind.value}" if item.pagination else ""
        )
        yield f"  {name}: {item.method} {item.path} ({item.id}){pagination}"
        yield f"    {_reason(item.naming)}"
        if item.id in polled:
            yield f"    {polled[item.id]}"
        yield from (f"    {line}" for line in _operation(item, types))


def _reason(naming: Naming) -> str:
    """Return the source of a name, and why other candidates were not used."""
    source = f"named by {naming.source}"
    if naming.origin is not None:
        source += f" in {naming.origin.file.name}"
    return "; ".join((source, *naming.rejected))


def _operation(item: Operation, types: _TypePrinter) -> Iterator[str]:
    if item.deprecated:
        yield "deprecated"
    yield from (f"server {server.url}" for server in item.servers)
    for parameter in item.parameters:
        mark = "" if parameter.required else "?"
        yield (
            f"{parameter.place.value} {parameter.name}{mark}: "
            f"{types.text(parameter.type)}"
        )
    if item.body is not None:
        mark = "" if item.body.required else "?"
        yield f"body{mark} {item.body.media_type}: {types.text(item.body.type)}"
    for status_response in item.responses:
        for content in status_response.contents:
            text = types.text(content.type) if content.type is not None else "-"
            if content.item is not None:
                text += f", items {types.text(content.item)}"
            yield f"{status_response.status} {content.media_type}: {text}"
        if not status_response.contents:
            yield status_response.status


class _TypePrinter:
    """Printer of types and declarations; references are printed as names."""

    def __init__(self, declarations: Mapping[Key, Declaration]) -> None:
        self._declarations = declarations

    def text(self, type_: Type) -> str:
        """Return a type in one line."""
        match type_:
            case Scalar(kind, format_):
                return f"{kind.value}({format_})" if format_ else kind.value
            case Literal(values):
                return " | ".join(map(_json, values))
            case ListOf(item):
                return f"[{self.text(item)}]"
            case TupleOf(items, rest):
                texts = [self.text(item) for item in items]
                if rest is not None:
                    texts.append(f"*{self.text(rest)}")
                return f"({', '.join(texts)})"
            case MapOf(value, key_type):
                keys = "" if key_type is None else f"{self.text(key_type)}: "
                return f"{{{keys}{self.text(value)}}}"
            case Nullable(inner):
                return f"{self.text(inner)} | null"
            case DeclarationRef(key):
                return self._name(key)
            case OneOf(members):
                return " | ".join(map(self.text, members))
            case Nothing():
                return "nothing"
            case Anything(degraded):
                return "any!" if degraded else "any"
            case _:
                assert_never(type_)

    def _name(self, key: Key) -> str:
        declaration = self._declarations.get(key)
        return ".".join(declaration.header.words) if declaration is not None else key

    def declaration(self, item: Declaration) -> Iterator[str]:
        """Yield the lines of a declaration."""
        header = item.header
        kind = type(item).__name__.lower()
        yield f"  {'.'.join(header.words)}: {kind}, {header.usage.value}"
        yield from (f"    {line}" for line in self._parts(item))

    def _parts(self, item: Declaration) -> Iterator[str]:
        match item:
            case Object(_, properties, extra):
                yield from sorted(map(self._property, properties))
                if extra is not None:
                    yield f"*: {self.text(extra)}"
            case Enumeration(_, literal):
                yield self.text(literal)
            case Alias(_, type_):
                yield self.text(type_)
            case Union(_, members, discriminator, tags):
                by_member: dict[int, list[str]] = {}
                for tag, position in tags:
                    by_member.setdefault(position, []).append(_json(tag))
                for position, member in enumerate(members):
                    values = ", ".join(by_member.get(position, ()))
                    condition = f" when {discriminator} is {values}" if values else ""
                    yield f"{self.text(member)}{condition}"
            case _:
                assert_never(item)

    def _property(self, item: Property) -> str:
        mark = "" if item.required else "?"
        access = f" ({item.access.value})" if item.access is not Access.BOTH else ""
        return f"{item.name}{mark}: {self.text(item.type)}{access}"


def _json(value: JsonScalar) -> str:
    return json.dumps(value, ensure_ascii=False)
