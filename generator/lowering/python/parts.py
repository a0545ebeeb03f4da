"""Types of the parts of multipart streams."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.operations import Streaming
from ...model.streamed_part import StreamedPart
from ...model.types import OneOf, Scalar, ScalarKind, Type
from ...python.constants import PlainValue
from ...python.expressions import Name, Subscript, TypeExpr
from .expressions import ModelTypes, join

_PART = "ReceivedPart"
_OTHERS = "*"
"""Key of the parts without a position in the document."""


def stream_item(streaming: Streaming, models: ModelTypes) -> TypeExpr:
    """Return the type of the items of a stream.

    Args:
        streaming: The stream.
        models: Type expressions of responses.
    """
    if not streaming.parts:
        return models.of(streaming.item)
    content = join(_part_type(part, models) for part in streaming.parts)
    return Subscript(_PART, (content,))


def is_part(item: TypeExpr) -> bool:
    """Return whether the items of a stream are the parts of a multipart body."""
    return isinstance(item, Subscript) and item.base == _PART


def part_types(streaming: Streaming | None, models: ModelTypes) -> dict[str, TypeExpr]:
    """Return the types of the parts of a multipart stream by position; empty for none."""
    return {key: _part_type(part, models) for key, part in _list_parts(streaming)}


def list_part_media(streaming: Streaming) -> dict[str, PlainValue]:
    """Return the known media types of parts that have none, by position."""
    return {
        key: part.media_type for key, part in _list_parts(streaming) if part.media_type
    }


def _list_parts(streaming: Streaming | None) -> Iterator[tuple[str, StreamedPart]]:
    """Yield the parts with their keys; the last one describes all further parts."""
    if streaming is None or not streaming.parts:
        return
    *first, last = streaming.parts
    for index, part in enumerate(first):
        if part != last:
            yield str(index), part
    yield _OTHERS, last


def _part_type(part: StreamedPart, models: ModelTypes) -> TypeExpr:
    members = part.type.members if isinstance(part.type, OneOf) else (part.type,)
    return join(_content_type(item, models) for item in members)


def _content_type(type_: Type, models: ModelTypes) -> TypeExpr:
    """Return the type of the content of a part, which is not encoded as in JSON."""
    if isinstance(type_, Scalar) and type_.kind is ScalarKind.BINARY:
        return Name("bytes")
    return models.of(type_)
