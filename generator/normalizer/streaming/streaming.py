"""Answers that come bit by bit: what their items are, how they end, what they add up to.

Documents declare the items of a stream by `itemSchema` (OpenAPI 3.2) or, as most do, put the
schema of one item straight into `schema`. The rest is written for people, so it is read
between the lines: a mark of the end by the words of the operation and its samples, the sum
of the items by what their type and that of the answer have in common.
"""

from __future__ import annotations

from collections.abc import Mapping

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
from ..schemas.reader import SchemaReader
from ..schemas.type_queries import Shapes
from .aggregation import NOTHING, sum_of_items
from ...openapi.strings import strings
from ...openapi.document import BrokenReference
from ...openapi.operation import Operation as OperationNode
from ...openapi.schema import Schema

EVENTS = "text/event-stream"
_LINES = (
    *("/jsonl", "/x-ndjson", "/ndjson", "jsonlines", "/json-lines"),
    *("/stream+json", "json-seq"),
)
_MARK = "[DONE]"
_EVENT_MEMBERS = frozenset({"event", "data", "id", "retry"})
_TEXT = Scalar(ScalarKind.STRING)


def is_stream(content: Content) -> bool:
    """Whether content of its media type is a sequence that comes bit by bit."""
    if content.type == Scalar(ScalarKind.BINARY):
        # A file of lines, to be downloaded.
        return False
    return content.media_type == EVENTS or content.media_type.endswith(_LINES)


def expect_decoded(reader: SchemaReader, item: Schema) -> None:
    """Makes the JSON that stands in the data of events their type, not the text around it."""
    seen: set[object] = set()
    waiting = [item]
    while waiting:
        schema = reader.document.resolve(waiting.pop())
        if isinstance(schema, BrokenReference) or schema.key in seen:
            continue
        seen.add(schema.key)
        waiting += [*schema.all_of, *schema.any_of, *schema.one_of]
        data = schema.properties.get("data")
        if data is not None and data.holds_json:
            reader.decoded.add(data.key)


def streaming(
    declarations: Mapping[Key, Declaration],
    operation: OperationNode,
    stream: Content,
    plain: tuple[Content, ...],
    stream_parameter: StreamParameter | None,
) -> Streaming:
    """What there is to know of a streamed answer.

    Args:
        declarations: all there are.
        operation: says in words how its streams end.
        stream: the content that is a stream.
        plain: what may come in its place.
        switch: what asks for the stream.
    """
    shapes = Shapes(declarations)
    item, form = _items(shapes, stream)
    whole = stream.item or stream.type or item
    answer = next((content.type for content in plain if content.type is not None), None)
    text = stream_parameter.documentation if stream_parameter else ""
    events = stream.media_type == EVENTS
    total = NOTHING if answer is None else sum_of_items(shapes, item, answer)
    return Streaming(
        item=item,
        media_type=stream.media_type,
        stream_parameter=stream_parameter,
        form=form,
        ends=has_mark(shapes, operation, text, whole) if events else "",
        final=total.how,
        total=total.type,
    )


def has_mark(shapes: Shapes, operation: OperationNode, text: str, item: Type) -> str:
    """The mark of the end, if the operation, that text or the items speak of one."""
    said = (text, *strings(operation.value), *shapes.literals(item))
    return _MARK if any(_MARK in each for each in said) else ""


def _items(shapes: Shapes, stream: Content) -> tuple[Type, str]:
    """The type of the items of a stream, and how its events carry them."""
    type_ = stream.item or stream.type
    if stream.item is None and isinstance(type_, ListOf):
        # The schema of the whole sequence (OpenAPI 3.2, "Sequential Media Types").
        type_ = type_.item
    if stream.media_type != EVENTS:
        return type_ or Anything(), "data"
    if type_ is None:
        return _TEXT, "text"
    if shapes.is_text(type_):
        return type_, "text"
    objects = shapes.objects(type_)
    members = [{item.name: item for item in owner.properties} for owner in objects]
    if len(members) > 1:
        # What marks the end, if it is declared, comes to no caller.
        members = [found for found in members if not _is_end(shapes, found)]
    if not members or not all("data" in found for found in members):
        return type_, "data"
    named = all("event" in found for found in members)
    if stream.item is not None:
        whole = all(found.keys() <= _EVENT_MEMBERS for found in members)
    else:
        # An event without its name; `data` may be a member of JSON as well.
        whole = all(list(found) == ["data"] for found in members) and not any(
            shapes.is_text(found["data"].type) for found in members
        )
    if not named and not whole:
        return type_, "data"
    plain = all(
        shapes.is_text(found["data"].type) or shapes.values(found["data"].type)
        for found in members
    )
    if whole and len(members) == 1 and not _is_named(shapes, members[0]):
        return members[0]["data"].type, "text" if plain else "data"
    return type_, "named text" if plain else "named"


def _is_end(shapes: Shapes, members: Mapping[str, Property]) -> bool:
    return "data" in members and shapes.values(members["data"].type) == (_MARK,)


def _is_named(shapes: Shapes, members: Mapping[str, Property]) -> bool:
    event = members.get("event")
    return event is not None and bool(shapes.values(event.type))
