"""Streaming responses: their items, their end marker and their aggregation.

Documents declare the items of a stream by `itemSchema` (OpenAPI 3.2) or, in most cases, put
the schema of one item into `schema`. The rest is inferred: the end marker from the
descriptions and samples of the operation, the aggregation from the types of the items and
of the non-streaming response.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...model.media_types import is_json_lines
from ...model.operations import Content, Streaming, StreamParameter
from ...model.types import (
    Anything,
    Declaration,
    Key,
    ListOf,
    Property,
    Scalar,
    ScalarKind,
    Type,
)
from ...openapi.document import BrokenReference
from ...openapi.operation import Operation as OperationNode
from ...openapi.schema import Schema
from ...openapi.strings import strings
from ..schemas.reader import SchemaReader
from ..schemas.type_queries import Shapes
from .aggregation import NO_AGGREGATION, find_aggregation
from .parts import find_parts, join_types

EVENTS = "text/event-stream"
_END_MARKER = "[DONE]"
_EVENT_MEMBERS = frozenset({"event", "data", "id", "retry"})
_STRING = Scalar(ScalarKind.STRING)


def is_stream(content: Content) -> bool:
    """Return whether content of its media type is a stream of items."""
    if content.type == Scalar(ScalarKind.BINARY):
        # A file of lines, which is downloaded.
        return False
    if content.part_media:
        return True
    return content.media_type == EVENTS or is_json_lines(content.media_type)


def mark_decoded_data(reader: SchemaReader, item: Schema) -> None:
    """Make the reader use the type of the JSON in the data of events, not a string.

    Args:
        reader: Reader of the schemas.
        item: Schema of an event.
    """
    seen: set[object] = set()
    pending = [item]
    while pending:
        schema = reader.document.resolve(pending.pop())
        if isinstance(schema, BrokenReference) or schema.key in seen:
            continue
        seen.add(schema.key)
        pending += [*schema.all_of, *schema.any_of, *schema.one_of]
        data = schema.properties.get("data")
        if data is not None and data.holds_json:
            reader.decoded.add(data.key)


def build_streaming(
    declarations: Mapping[Key, Declaration],
    operation: OperationNode,
    stream: Content,
    other_contents: tuple[Content, ...],
    stream_parameter: StreamParameter | None,
) -> Streaming:
    """Build the description of a streaming response.

    Args:
        declarations: All declarations.
        operation: Operation whose descriptions and samples may show the end marker.
        stream: Content that is a stream.
        other_contents: Contents of the non-streaming response.
        stream_parameter: Parameter that enables streaming.
    """
    shapes = Shapes(declarations)
    if parts := find_parts(declarations, stream):
        item = join_types(parts)
        return Streaming(item, stream.media_type, stream_parameter, parts=parts)
    item, event_format = _find_items(shapes, stream)
    declared_item = stream.item or stream.type or item
    response = next((x.type for x in other_contents if x.type is not None), None)
    description = stream_parameter.documentation if stream_parameter else ""
    end_marker = ""
    if stream.media_type == EVENTS:
        end_marker = find_end_marker(shapes, operation, description, declared_item)
    aggregation = NO_AGGREGATION
    if response is not None:
        aggregation = find_aggregation(shapes, item, response)
    return Streaming(
        item=item,
        media_type=stream.media_type,
        stream_parameter=stream_parameter,
        event_format=event_format,
        end_marker=end_marker,
        aggregation=aggregation.steps,
        aggregated_type=aggregation.type,
        texts=aggregation.texts,
        blocks=aggregation.blocks,
        text=aggregation.text,
    )


def find_end_marker(
    shapes: Shapes, operation: OperationNode, description: str, item: Type
) -> str:
    """Return the end marker if the operation, the description or the items contain it.

    Args:
        shapes: Queries on all types.
        operation: Operation whose strings are searched.
        description: Description of the stream parameter.
        item: Type of the items as declared.

    Returns:
        `[DONE]`, or `""` if it does not occur.
    """
    candidates = (description, *strings(operation.value), *shapes.literals(item))
    return _END_MARKER if any(_END_MARKER in each for each in candidates) else ""


def _find_items(shapes: Shapes, stream: Content) -> tuple[Type, str]:
    """Return the type of the items of a stream, and the format of its events."""
    type_ = stream.item or stream.type
    if stream.item is None and isinstance(type_, ListOf):
        # The schema of the whole sequence (OpenAPI 3.2, "Sequential Media Types").
        type_ = type_.item
    if stream.media_type != EVENTS:
        return type_ or Anything(), "data"
    if type_ is None:
        return _STRING, "text"
    if shapes.is_string(type_):
        return type_, "text"
    objects = shapes.objects(type_)
    events = [{item.name: item for item in owner.properties} for owner in objects]
    if len(events) > 1:
        # A declared end marker is not an item.
        events = [members for members in events if not _is_end_marker(shapes, members)]
    if not events or not all("data" in members for members in events):
        return type_, "data"
    has_names = all("event" in members for members in events)
    if stream.item is not None:
        is_envelope = all(members.keys() <= _EVENT_MEMBERS for members in events)
    else:
        # An event without a name; `data` may also be a member of the JSON.
        is_envelope = all(list(members) == ["data"] for members in events) and not any(
            shapes.is_string(members["data"].type) for members in events
        )
    if not has_names and not is_envelope:
        return type_, "data"
    is_plain = all(
        shapes.is_string(members["data"].type) or shapes.values(members["data"].type)
        for members in events
    )
    if is_envelope and len(events) == 1 and not _has_event_name(shapes, events[0]):
        return events[0]["data"].type, "text" if is_plain else "data"
    return type_, "named text" if is_plain else "named"


def _is_end_marker(shapes: Shapes, members: Mapping[str, Property]) -> bool:
    return "data" in members and shapes.values(members["data"].type) == (_END_MARKER,)


def _has_event_name(shapes: Shapes, members: Mapping[str, Property]) -> bool:
    event = members.get("event")
    return event is not None and bool(shapes.values(event.type))
