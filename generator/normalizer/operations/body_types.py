"""Types of request bodies that their media types can represent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...model.bodies import Body
from ...model.media_types import is_form
from ...model.operations import Operation
from ...model.types import (
    Anything,
    Declaration,
    Key,
    ListOf,
    Literal,
    MapOf,
    Object,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
)
from ..schemas.type_queries import Shapes

_STRINGS = (ScalarKind.STRING, ScalarKind.BINARY)
_BYTES = Scalar(ScalarKind.BINARY)
_ANY_OBJECT = MapOf(Anything())


def restrict_bodies(
    operations: Sequence[Operation], declarations: Mapping[Key, Declaration]
) -> list[Operation]:
    """Return the operations with bodies that can be encoded in their media types.

    A form is an object. Octets, also for ranges such as `image/*`, are sent as they are,
    so that only strings and bytes are accepted, whatever the schema describes.

    Args:
        operations: Operations of the client.
        declarations: Declarations that the types of bodies refer to.
    """
    shapes = Shapes(declarations)
    return [
        replace(item, body=_restrict(item.body, shapes)) if item.body else item
        for item in operations
    ]


def _restrict(body: Body, shapes: Shapes) -> Body:
    form = _restrict(body.form, shapes) if body.form is not None else None
    others = tuple(_restrict(item, shapes) for item in body.alternatives)
    type_ = _sendable_type(body, shapes)
    return replace(body, type=type_, form=form, alternatives=others)


def _sendable_type(body: Body, shapes: Shapes) -> Type:
    """Return the type of a body, or the type that its media type can represent."""
    alternatives = list(shapes.alternatives(body.type))
    media_type = body.media_type
    if is_form(media_type):
        is_list = all(isinstance(item, (ListOf, TupleOf)) for item in alternatives)
        if media_type.startswith("multipart/") and alternatives and is_list:
            return body.type if media_type != "multipart/form-data" else _ANY_OBJECT
        is_object = all(isinstance(item, (Object, MapOf)) for item in alternatives)
        return body.type if is_object and alternatives else _ANY_OBJECT
    if media_type != "application/octet-stream":
        return body.type
    is_string = bool(alternatives) and all(map(_is_string, alternatives))
    return body.type if is_string else _BYTES


def _is_string(item: Type | Object) -> bool:
    match item:
        case Scalar(kind):
            return kind in _STRINGS
        case Literal(values):
            return all(isinstance(value, str) for value in values)
        case _:
            return False
