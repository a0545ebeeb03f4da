"""Binary values outside of forms, which JSON and parameters represent as strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import is_

from ...model.bodies import Body
from ...model.media_types import is_json_lines
from ...model.operations import Operation, Parameter
from ...model.types import (
    Declaration,
    DeclarationRef,
    Key,
    ListOf,
    MapOf,
    Nullable,
    Object,
    OneOf,
    Property,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
)
from ...openapi.media_types import is_json
from ..schemas.reachability import contents, parts, references, targets
from ..schemas.type_queries import Shapes
from .type_changes import change_declaration, change_type

_COMPOUND = (MapOf, OneOf, TupleOf)
_COPY = "#files"
"""End of the key of a copy with files."""


def restrict_binary(
    operations: Sequence[Operation], declarations: dict[Key, Declaration]
) -> list[Operation]:
    """Return the operations with strings for binary values that cannot be sent as files.

    Only multipart bodies and bodies of other media types contain files. In parameters and
    in JSON, a value with `format: binary` is a string. A declaration with files that is
    used in both ways becomes two: the copy is that with files.

    Args:
        operations: Operations of the client.
        declarations: Declarations by key; changed in place.
    """
    shapes = Shapes(declarations)
    bodies = [body for item in operations for body in _list_bodies(item)]
    with_files = [item.type for item in bodies if _has_files(item, shapes)]
    without = [item.type for item in bodies if not _has_files(item, shapes)]
    without += [each.type for item in operations for each in item.parameters]
    without += [each for item in declarations.values() for each in contents(item)]
    binary = find_binary(declarations)
    used = find_reachable(with_files, binary)
    shared = used & find_reachable(without, binary)
    result = [_restrict(item, shapes, shared) for item in operations]
    for key in (binary.keys() - used) | shared:
        declarations[key] = change_declaration(binary[key], _to_string)
    for key in sorted(used):
        item = _refer_to_files(binary[key], shared)
        declarations[item.header.key] = item
    for key, item in declarations.items():
        if isinstance(item, Object) and any(contents(item)):
            declarations[key] = _with_strings_in_contents(item)
    return result


def _with_strings_in_contents(declaration: Object) -> Object:
    """Return an object without binary values in the JSON that strings contain."""
    properties = tuple(map(_with_strings_in_content, declaration.properties))
    return replace(declaration, properties=properties)


def _with_strings_in_content(item: Property) -> Property:
    content = item.content
    if content is None or content.type is None:
        return item
    return replace(item, content=replace(content, type=to_strings(content.type)))


def _refer_to_files(declaration: Declaration, shared: set[Key]) -> Declaration:
    """Return a declaration, or its copy if it is shared, that refers to the copies."""
    item = change_declaration(declaration, _reference_to(shared))
    if item.header.key not in shared:
        return item
    header = replace(
        item.header,
        key=f"{item.header.key}{_COPY}",
        words=(*item.header.words, "form"),
        declared=False,
    )
    return replace(item, header=header)


def _reference_to(shared: set[Key]) -> Callable[[Type], Type]:
    """Return the function that replaces references to shared declarations."""

    def change(type_: Type) -> Type:
        match type_:
            case DeclarationRef(key) if key in shared:
                return DeclarationRef(f"{key}{_COPY}")
            case _:
                return type_

    return change


def _restrict(operation: Operation, shapes: Shapes, shared: set[Key]) -> Operation:
    parameters = tuple(map(_restrict_parameter, operation.parameters))
    body = operation.body
    if body is not None:
        body = _restrict_body(body, shapes, shared)
    if body is None and all(map(is_, parameters, operation.parameters)):
        return operation
    return replace(operation, parameters=parameters, body=body)


def _restrict_parameter(parameter: Parameter) -> Parameter:
    type_ = to_strings(parameter.type)
    return parameter if type_ is parameter.type else replace(parameter, type=type_)


def _restrict_body(body: Body, shapes: Shapes, shared: set[Key]) -> Body:
    change = _reference_to(shared) if _has_files(body, shapes) else _to_string
    form = _restrict_body(body.form, shapes, shared) if body.form else None
    others = tuple(_restrict_body(item, shapes, shared) for item in body.alternatives)
    type_ = change_type(body.type, change)
    return replace(body, type=type_, form=form, alternatives=others)


def _has_files(body: Body, shapes: Shapes) -> bool:
    """Return whether the media type of a body can represent files."""
    media_type = body.media_type
    if media_type.startswith("text/"):
        alternatives = shapes.alternatives(body.type)
        return all(isinstance(item, Scalar) for item in alternatives)
    return not (
        is_json(media_type)
        or is_json_lines(media_type)
        or media_type == "application/x-www-form-urlencoded"
    )


def find_reachable(
    types: Iterable[Type], declarations: Mapping[Key, Declaration]
) -> set[Key]:
    """Return the declarations that types refer to, directly or through each other."""
    reached: set[Key] = set()
    stack = [key for type_ in types for key in references(type_)]
    while stack:
        key = stack.pop()
        declared = declarations.get(key)
        if declared is not None and key not in reached:
            reached.add(key)
            stack += targets(declared)
    return reached


def find_binary(declarations: Mapping[Key, Declaration]) -> dict[Key, Declaration]:
    """Return the declarations that contain binary values, directly or not."""
    users: dict[Key, list[Key]] = {}
    stack: list[Key] = []
    for key, declaration in declarations.items():
        for target in targets(declaration):
            users.setdefault(target, []).append(key)
        if any(map(_contains_binary, parts(declaration))):
            stack.append(key)
    containing: set[Key] = set()
    while stack:
        key = stack.pop()
        if key not in containing:
            containing.add(key)
            stack += users.get(key, ())
    return {key: declarations[key] for key in containing}


def _contains_binary(type_: Type) -> bool:
    if isinstance(type_, Scalar):  # most types
        return type_.kind is ScalarKind.BINARY
    if isinstance(type_, Nullable):
        return _contains_binary(type_.type)
    if isinstance(type_, ListOf):
        return _contains_binary(type_.item)
    return isinstance(type_, _COMPOUND) and to_strings(type_) is not type_


def _list_bodies(operation: Operation) -> Iterable[Body]:
    return operation.body.all_forms if operation.body is not None else ()


def _to_string(type_: Type) -> Type:
    match type_:
        case Scalar(ScalarKind.BINARY):
            return Scalar(ScalarKind.STRING, "binary")
        case _:
            return type_


def to_strings(type_: Type) -> Type:
    """Return a type in which binary scalars are strings."""
    return change_type(type_, _to_string)
