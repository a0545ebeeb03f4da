"""Binary values outside of forms, which JSON and parameters represent as strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from ...model.bodies import Body
from ...model.media_types import is_json_lines
from ...model.operations import Operation, Parameter
from ...model.types import (
    Declaration,
    DeclarationRef,
    Key,
    Object,
    Property,
    Scalar,
    ScalarKind,
    Type,
)
from ...openapi.media_types import is_json
from ..schemas.reachability import contents, parts, references
from ..schemas.type_queries import Shapes
from .type_changes import change_declaration, change_type

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
    used = find_reachable(with_files, declarations)
    both = used & find_reachable(without, declarations)
    shared = find_binary(both, declarations)
    result = [_restrict(item, shapes, shared) for item in operations]
    for key in sorted(used):
        _copy_with_files(key, declarations, shared)
    for key, item in list(declarations.items()):
        if key in shared or not (key in used or key.endswith(_COPY)):
            item = change_declaration(item, _to_string)
        declarations[key] = _with_strings_in_contents(item)
    return result


def _with_strings_in_contents(declaration: Declaration) -> Declaration:
    """Return a declaration without binary values in the JSON that strings contain."""
    if not isinstance(declaration, Object) or not list(contents(declaration)):
        return declaration
    properties = tuple(map(_with_strings_in_content, declaration.properties))
    return replace(declaration, properties=properties)


def _with_strings_in_content(item: Property) -> Property:
    content = item.content
    if content is None or content.type is None:
        return item
    return replace(item, content=replace(content, type=to_strings(content.type)))


def _copy_with_files(
    key: Key, declarations: dict[Key, Declaration], shared: set[Key]
) -> None:
    """Let a declaration, or its copy if it is shared, refer to the copies."""
    item = change_declaration(declarations[key], _reference_to(shared))
    if key in shared:
        header = replace(
            item.header,
            key=f"{key}{_COPY}",
            words=(*item.header.words, "form"),
            declared=False,
        )
        item = replace(item, header=header)
    declarations[item.header.key] = item


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
    """Return the declarations that types refer to, directly or not."""
    reached: set[Key] = set()
    stack = [key for type_ in types for key in references(type_)]
    while stack:
        key = stack.pop()
        declared = declarations.get(key)
        if declared is not None and key not in reached:
            reached.add(key)
            stack += [each for type_ in parts(declared) for each in references(type_)]
    return reached


def find_binary(
    keys: AbstractSet[Key], declarations: Mapping[Key, Declaration]
) -> set[Key]:
    """Return the declarations that contain binary values, directly or not.

    Args:
        keys: The declarations to search, with all that they refer to.
        declarations: Declarations by key.
    """
    users: dict[Key, list[Key]] = {}
    stack: list[Key] = []
    for key in keys:
        for type_ in parts(declarations[key]):
            for target in references(type_):
                users.setdefault(target, []).append(key)
            if to_strings(type_) is not type_:
                stack.append(key)
    containing: set[Key] = set()
    while stack:
        key = stack.pop()
        if key not in containing:
            containing.add(key)
            stack += users.get(key, ())
    return containing


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
