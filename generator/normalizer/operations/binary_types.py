"""Binary values outside of forms, which JSON and parameters represent as strings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.bodies import Body
from ...model.operations import Operation
from ...model.types import (
    Alias,
    Declaration,
    Key,
    ListOf,
    MapOf,
    Nullable,
    Object,
    OneOf,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
    Union,
)
from ...openapi.media_types import is_json
from ..schemas.reachability import parts, references
from ..schemas.type_ops import join_types
from ..schemas.type_queries import Shapes


def restrict_binary(
    operations: Sequence[Operation], declarations: dict[Key, Declaration]
) -> list[Operation]:
    """Return the operations with strings for binary values that cannot be sent as files.

    Only multipart bodies and bodies of other media types contain files. In parameters and
    in JSON, a value with `format: binary` is a string. Declarations that no body with
    files uses are changed as well.

    Args:
        operations: Operations of the client.
        declarations: Declarations by key; changed in place.
    """
    shapes = Shapes(declarations)
    used = _find_used_by_files(operations, shapes)
    result = [_restrict(item, shapes) for item in operations]
    for key, item in declarations.items():
        if key not in used:
            declarations[key] = _without_binary(item)
    return result


def _restrict(operation: Operation, shapes: Shapes) -> Operation:
    parameters = tuple(
        replace(item, type=to_strings(item.type)) for item in operation.parameters
    )
    body = operation.body
    if body is not None:
        body = _restrict_body(body, shapes)
    return replace(operation, parameters=parameters, body=body)


def _restrict_body(body: Body, shapes: Shapes) -> Body:
    type_ = body.type if _has_files(body, shapes) else to_strings(body.type)
    others = tuple(_restrict_body(item, shapes) for item in body.alternatives)
    return replace(body, type=type_, alternatives=others)


def _has_files(body: Body, shapes: Shapes) -> bool:
    """Return whether the media type of a body can represent files."""
    media_type = body.media_type
    if media_type.startswith("text/"):
        alternatives = shapes.alternatives(body.type)
        return all(isinstance(item, Scalar) for item in alternatives)
    return not (
        is_json(media_type) or media_type == "application/x-www-form-urlencoded"
    )


def _find_used_by_files(operations: Sequence[Operation], shapes: Shapes) -> set[Key]:
    """Return the declarations that bodies with files contain."""
    used: set[Key] = set()
    stack = [
        key
        for body in _list_bodies(operations)
        if _has_files(body, shapes)
        for key in references(body.type)
    ]
    while stack:
        key = stack.pop()
        declared = shapes.declarations.get(key)
        if declared is None or key in used:
            continue
        used.add(key)
        for type_ in parts(declared):
            stack.extend(references(type_))
    return used


def _list_bodies(operations: Sequence[Operation]) -> Iterator[Body]:
    for operation in operations:
        if operation.body is not None:
            yield from operation.body.all_forms


def _without_binary(declaration: Declaration) -> Declaration:
    match declaration:
        case Object(_, properties, extra):
            return replace(
                declaration,
                properties=tuple(
                    replace(item, type=to_strings(item.type)) for item in properties
                ),
                extra=to_strings(extra) if extra is not None else None,
            )
        case Alias(_, type_):
            return replace(declaration, type=to_strings(type_))
        case Union(_, members):
            return replace(declaration, members=tuple(map(to_strings, members)))
        case _:
            return declaration


def to_strings(type_: Type) -> Type:
    """Return a type in which binary scalars are strings."""
    match type_:
        case Scalar(ScalarKind.BINARY):
            return Scalar(ScalarKind.STRING, "binary")
        case ListOf(inner):
            return ListOf(to_strings(inner))
        case TupleOf(items, rest):
            return TupleOf(
                tuple(map(to_strings, items)),
                to_strings(rest) if rest is not None else None,
            )
        case MapOf(inner):
            return MapOf(to_strings(inner))
        case Nullable(inner):
            return Nullable(to_strings(inner))
        case OneOf(members) if any(to_strings(item) != item for item in members):
            return join_types(map(to_strings, members))
        case _:
            return type_
