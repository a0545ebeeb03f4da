"""Detection of the arguments for a JSON Schema of the response."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...model.operations import KeyPath, Operation
from ...model.resolution import resolve_type
from ...model.structured import ITEMS, ResponseText, SchemaArgument, Structured
from ...model.types import (
    DeclarationRef,
    Enumeration,
    Key,
    ListOf,
    Literal,
    Object,
    Type,
)
from ...openapi.media_types import is_json
from ..pagination.response_fields import find_field_type
from ..pagination.response_list import (
    Declarations,
    resolve_object,
    union_members,
)

_CHAT = Structured(
    "",
    SchemaArgument(
        ("response_format",),
        {"type": "json_schema", "json_schema": {"strict": True}},
        ("json_schema", "schema"),
        ("json_schema", "name"),
    ),
    ResponseText(
        ("choices", ITEMS, "message"),
        (),
        "content",
        refusal="refusal",
        reason=("choices", ITEMS, "finish_reason"),
        incomplete=("length", "content_filter"),
    ),
    "parsed",
)
_RESPONSES = Structured(
    "",
    SchemaArgument(
        ("text", "format"),
        {"type": "json_schema", "strict": True},
        ("schema",),
        ("name",),
    ),
    ResponseText(
        (),
        ("output", ITEMS, "content", ITEMS),
        "text",
        where=("type", "output_text"),
        reason=("status",),
        incomplete=("incomplete",),
    ),
    "output_parsed",
)
KNOWN = (_CHAT, _RESPONSES)
"""The arguments that are detected: those of OpenAI, which other APIs copy."""


def detect_structured(
    operations: Iterable[Operation], declarations: Declarations
) -> Iterator[Structured]:
    """Yield the operations that have a known argument and a known text."""
    for operation in operations:
        for known in KNOWN:
            text = known.text
            path = (*text.owner, *text.holder, text.key)
            objects = find_objects(operation, text.owner, declarations)
            if (
                objects
                and _has_argument(operation, known.argument, declarations)
                and has_response_path(operation, path, declarations)
                and has_response_path(operation, text.reason, declarations)
            ):
                yield replace(known, operation_id=operation.id, objects=objects)


def _has_argument(
    operation: Operation, argument: SchemaArgument, declarations: Declarations
) -> bool:
    """Return whether the JSON body accepts the constants and the schema."""
    body = operation.body
    if body is None or not has_body_path(operation, argument.path, declarations):
        return False
    type_ = find_field_type(body.type, argument.path, declarations)
    if type_ is None:
        return False
    kind = argument.constants["type"]
    for item in _objects(type_, declarations):
        values = _literal_values(
            find_field_type(DeclarationRef(item.header.key), ("type",), declarations),
            declarations,
        )
        if kind in values:
            schema = find_field_type(
                DeclarationRef(item.header.key), argument.schema, declarations
            )
            return schema is not None
    return False


def _objects(type_: Type, declarations: Declarations) -> Iterator[Object]:
    """Yield the objects among the members of a type."""
    item = resolve_object(type_, declarations)
    if item is not None:
        yield item
    for member in union_members(resolve_type(type_, declarations), declarations):
        yield from _objects(member, declarations)


def _literal_values(
    type_: Type | None, declarations: Declarations
) -> tuple[object, ...]:
    resolved = resolve_type(type_, declarations) if type_ is not None else None
    if isinstance(resolved, Literal):
        return resolved.values
    if isinstance(resolved, DeclarationRef):
        declaration = declarations.get(resolved.key)
        if isinstance(declaration, Enumeration):
            return declaration.type.values
    return ()


def response_type(operation: Operation) -> Type | None:
    """Return the type of the JSON response if there is only one."""
    contents = operation.result.contents
    if len(contents) != 1 or operation.result.by_status:
        return None
    return contents[0].type if is_json(contents[0].media_type) else None


def find_objects(
    operation: Operation, path: KeyPath, declarations: Declarations
) -> tuple[Key, ...]:
    """Return the objects from the response to that at a path; none if there is none."""
    type_ = response_type(operation)
    keys: list[Key] = []
    for key in (*path, None):
        if type_ is None:
            return ()
        if key == ITEMS:
            resolved = resolve_type(type_, declarations)
            type_ = resolved.item if isinstance(resolved, ListOf) else None
            continue
        item = resolve_object(type_, declarations)
        if item is None:
            return ()
        keys.append(item.header.key)
        if key is not None:
            type_ = find_field_type(type_, (key,), declarations)
    return tuple(keys)


def has_body_path(
    operation: Operation, path: KeyPath, declarations: Declarations
) -> bool:
    """Return whether an operation has a JSON body, and only that, with a path."""
    body = operation.body
    if body is None or not is_json(body.media_type) or len(body.all_forms) > 1:
        return False
    if resolve_object(body.type, declarations) is None:
        return False
    return _has_path(body.type, path, declarations)


def has_response_path(
    operation: Operation, path: KeyPath, declarations: Declarations
) -> bool:
    """Return whether the JSON response of an operation has a path."""
    type_ = response_type(operation)
    return type_ is not None and _has_path(type_, path, declarations)


def _has_path(type_: Type, path: KeyPath, declarations: Declarations) -> bool:
    """Return whether a type has a path, in one of the members of each union."""
    if not path:
        return True
    if path[0] == ITEMS:
        resolved = resolve_type(type_, declarations)
        if not isinstance(resolved, ListOf):
            return False
        return _has_path(resolved.item, path[1:], declarations)
    for item in _objects(type_, declarations):
        for member in item.properties:
            if member.name == path[0] and _has_path(
                member.type, path[1:], declarations
            ):
                return True
    return False
