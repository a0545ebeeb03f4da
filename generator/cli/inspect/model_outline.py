"""The model at a glance, as short and stable text.

Types read `string(date)`, `[items]`, `{values}`, `a | b`, `T | null`, and `any`, with
`any!` where the document says more than could be represented. A `?` behind a name means
that it may be left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import assert_never

from ...model.api import Api, Resource
from ...model.operations import Naming, Operation
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
    Nullable,
    Object,
    OneOf,
    Property,
    Scalar,
    Type,
    Union,
)
from ...python.literals import escape_unseen


def outline_model(api: Api) -> str:
    """Resources with their operations, then declarations."""
    types = _Types({item.header.key: item for item in api.declarations})
    lines = [f"{api.title} {api.version}".strip()]
    for resource in api.root.walk():
        lines += _resource(resource, types)
    lines += ["", "declarations"]
    for declaration in api.declarations:
        lines += types.declaration(declaration)
    return "\n".join(map(escape_unseen, lines)) + "\n"


def _resource(resource: Resource, types: _Types) -> Iterator[str]:
    if resource.operations:
        yield ""
        yield ".".join(resource.words)
    for item in resource.operations:
        name = "_".join(item.name)
        paged = f", pages by {item.pagination.kind.value}" if item.pagination else ""
        yield f"  {name}: {item.method} {item.path} ({item.id}){paged}"
        yield f"    {_reason(item.naming)}"
        yield from (f"    {line}" for line in _operation(item, types))


def _reason(naming: Naming) -> str:
    """Where a name comes from, and why others lost."""
    said = f"named by {naming.source}"
    if naming.origin is not None:
        said += f" at {naming.origin.file.name}:{naming.origin.place.line}"
    return "; ".join((said, *naming.rejected))


def _operation(item: Operation, types: _Types) -> Iterator[str]:
    if item.deprecated:
        yield "deprecated"
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
            said = types.text(content.type) if content.type is not None else "-"
            if content.item is not None:
                said += f", items {types.text(content.item)}"
            yield f"{status_response.status} {content.media_type}: {said}"
        if not status_response.contents:
            yield status_response.status


class _Types:
    """Writes types; references by the names of what they lead to."""

    def __init__(self, declarations: Mapping[Key, Declaration]) -> None:
        self._declarations = declarations

    def text(self, type_: Type) -> str:
        """A type in one line."""
        match type_:
            case Scalar(kind, format_):
                return f"{kind.value}({format_})" if format_ else kind.value
            case Literal(values):
                return " | ".join(map(_json, values))
            case ListOf(item):
                return f"[{self.text(item)}]"
            case MapOf(value):
                return f"{{{self.text(value)}}}"
            case Nullable(inner):
                return f"{self.text(inner)} | null"
            case DeclarationRef(key):
                return self._name(key)
            case OneOf(members):
                return " | ".join(map(self.text, members))
            case Anything(degraded):
                return "any!" if degraded else "any"
            case _:
                assert_never(type_)

    def _name(self, key: Key) -> str:
        found = self._declarations.get(key)
        return ".".join(found.header.words) if found is not None else key

    def declaration(self, item: Declaration) -> Iterator[str]:
        """A declaration, and what it is made of."""
        header = item.header
        kind = type(item).__name__.lower()
        yield f"  {'.'.join(header.words)}: {kind}, {header.usage.value}"
        yield from (f"    {line}" for line in self._parts(item))

    def _parts(self, item: Declaration) -> Iterator[str]:
        match item:
            case Object(_, properties, extra):
                yield from map(self._property, properties)
                if extra is not None:
                    yield f"*: {self.text(extra)}"
            case Enumeration(_, literal):
                yield self.text(literal)
            case Alias(_, type_):
                yield self.text(type_)
            case Union(_, members, discriminator, tags):
                by_place: dict[int, list[str]] = {}
                for tag, place in tags:
                    by_place.setdefault(place, []).append(_json(tag))
                for place, member in enumerate(members):
                    told = ", ".join(by_place.get(place, ()))
                    when = f" when {discriminator} is {told}" if told else ""
                    yield f"{self.text(member)}{when}"
            case _:
                assert_never(item)

    def _property(self, item: Property) -> str:
        mark = "" if item.required else "?"
        access = f" ({item.access.value})" if item.access is not Access.BOTH else ""
        return f"{item.name}{mark}: {self.text(item.type)}{access}"


def _json(value: JsonScalar) -> str:
    return json.dumps(value, ensure_ascii=False)
