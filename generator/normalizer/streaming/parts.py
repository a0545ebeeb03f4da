"""Types of the parts of multipart streams (OpenAPI 3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model.media_types import is_text
from ...model.operations import Content
from ...model.resolution import resolve_type
from ...model.streamed_part import StreamedPart
from ...model.types import (
    Anything,
    Declaration,
    DeclarationRef,
    Enumeration,
    Key,
    ListOf,
    Literal,
    OneOf,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
)
from ...openapi.media_types import is_json, media_type_name

_STRING = Scalar(ScalarKind.STRING)
_BINARY = Scalar(ScalarKind.BINARY)
_BINARY_RANGES = ("image/*", "audio/*", "video/*", "font/*", "model/*", "multipart/*")


def find_parts(
    declarations: Mapping[Key, Declaration], stream: Content
) -> tuple[StreamedPart, ...]:
    """Return the parts of a multipart stream by position, and last that of the others.

    Args:
        declarations: All declarations.
        stream: Content that is a stream.

    Returns:
        The parts; empty if the stream is not multipart.
    """
    if not stream.part_media:
        return ()
    types, rest = _find_types(declarations, stream)
    *media, other_media = stream.part_media
    parts = [
        _build_part(
            declarations,
            types[index] if index < len(types) else rest,
            media[index] if index < len(media) else other_media,
        )
        for index in range(max(len(types), len(media)))
    ]
    if rest is not None or not parts:
        parts.append(_build_part(declarations, rest, other_media))
    return tuple(parts)


def join_types(parts: tuple[StreamedPart, ...]) -> Type:
    """Return the union of the types of parts."""
    members = tuple(
        dict.fromkeys(each for part in parts for each in list_members(part))
    )
    return members[0] if len(members) == 1 else OneOf(members)


def list_members(part: StreamedPart) -> tuple[Type, ...]:
    """Return the types that the content of a part can have."""
    return part.type.members if isinstance(part.type, OneOf) else (part.type,)


def _find_types(
    declarations: Mapping[Key, Declaration], stream: Content
) -> tuple[tuple[Type, ...], Type | None]:
    """Return the types of the first parts, and that of the others; `None` for none."""
    if stream.item is not None or stream.type is None:
        return (), stream.item or Anything()
    match resolve_type(stream.type, declarations):
        case ListOf(item):
            return (), item
        case TupleOf(items, rest):
            return items, rest
        case _:
            return (), Anything()


def _build_part(
    declarations: Mapping[Key, Declaration],
    type_: Type | None,
    media_types: tuple[str, ...],
) -> StreamedPart:
    type_ = Anything() if type_ is None else type_
    if not media_types:
        return StreamedPart(type_, _default_media_type(declarations, type_))
    members: dict[Type, None] = {}
    for media_type in media_types:
        name = media_type_name(media_type)
        members |= dict.fromkeys(_list_types(declarations, type_, name))
    if Anything() in members:
        members = {Anything(): None}
    types = tuple(members)
    default = next((item for item in media_types if "*" not in item), "")
    return StreamedPart(types[0] if len(types) == 1 else OneOf(types), default)


def _default_media_type(declarations: Mapping[Key, Declaration], type_: Type) -> str:
    """Return the media type of a part without an encoding; `""` if that is open."""
    if resolve_type(type_, declarations) == _BINARY:
        return "application/octet-stream"
    return "text/plain" if _is_text_type(declarations, type_) else ""


def _list_types(
    declarations: Mapping[Key, Declaration], type_: Type, media_type: str
) -> Iterator[Type]:
    """Yield the types of the content of a part in a media type or range."""
    text = type_ if _is_scalar(declarations, type_) else _STRING
    if is_json(media_type) and "*" not in media_type:
        yield type_
    elif is_text(media_type):
        yield text
    elif "*" in media_type and media_type not in _BINARY_RANGES:
        yield from (type_, text, _BINARY)
    else:
        yield _BINARY


def _is_scalar(declarations: Mapping[Key, Declaration], type_: Type) -> bool:
    """Return whether values of a type are written as text without quotes."""
    match resolve_type(type_, declarations):
        case Scalar(kind):
            return kind is not ScalarKind.BINARY
        case Literal():
            return True
        case DeclarationRef(key):
            return isinstance(declarations.get(key), Enumeration)
        case _:
            return False


def _is_text_type(declarations: Mapping[Key, Declaration], type_: Type) -> bool:
    """Return whether all values of a type are strings."""
    match resolve_type(type_, declarations):
        case Scalar(ScalarKind.STRING):
            return True
        case Literal(values):
            return all(isinstance(value, str) for value in values)
        case DeclarationRef(key):
            declaration = declarations.get(key)
            return isinstance(declaration, Enumeration) and _is_text_type(
                declarations, declaration.type
            )
        case _:
            return False
