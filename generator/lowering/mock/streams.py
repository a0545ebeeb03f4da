"""Example items of streaming responses, from samples or generated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ...model.operations import Operation, Streaming
from ...model.types import JsonValue, Literal, Object
from .responses import read_events, read_json
from .values import Shape, Values

_GENERATED_ITEMS = 3
_MAX_ITEMS = 40


def stream_items(operation: Operation, streaming: Streaming, values: Values) -> str:
    """Return the items of a complete stream as a JSON array."""
    if streaming.parts:
        contents = [values.generate(part.type) for part in streaming.parts]
        return json.dumps(contents, separators=(",", ":"))
    items: list[JsonValue] = []
    for sample in operation.samples:
        items = list(_sample_items(sample.response, streaming, values))
        if items:
            break
    for example in operation.examples:
        if not items and example.media_type == streaming.media_type:
            if isinstance(example.value, str):
                items = list(_sample_items(example.value, streaming, values))
            elif isinstance(example.value, list):
                items = list(_valid_items(example.value, streaming, values))
    if not items:
        items = list(_block_items(streaming, values))
    if not items:
        items = _generated_items(streaming, values)
    complete = _complete_stream(items[:_MAX_ITEMS], items, streaming, values)
    return json.dumps(complete, separators=(",", ":"))


def _sample_items(
    text: str, streaming: Streaming, values: Values
) -> Iterator[JsonValue]:
    """Yield the items in the text of a sample."""
    for name, data in read_events(text):
        if data == streaming.end_marker:
            continue
        item: JsonValue = data
        if not streaming.event_format.endswith("text"):
            parsed = read_json(data)
            if parsed is None:
                continue
            item = parsed[0]
        if streaming.event_format.startswith("named"):
            item = {"event": name, "data": item}
        yield from _valid_items([item], streaming, values)


def _valid_items(
    items: Iterable[JsonValue], streaming: Streaming, values: Values
) -> Iterator[JsonValue]:
    """Complete items to match their type; omit error events and the end marker."""
    for item in items:
        complete = values.complete(item, streaming.item)
        if isinstance(complete, dict):
            names = (complete.get("type"), complete.get("event"))
            if "error" in names or _is_end_marker(complete, streaming):
                continue
            if complete.get("error"):
                complete = {k: v for k, v in complete.items() if k != "error"}
        yield complete


def _is_end_marker(item: dict[str, JsonValue], streaming: Streaming) -> bool:
    return bool(streaming.end_marker) and item.get("data") == streaming.end_marker


def _block_items(streaming: Streaming, values: Values) -> Iterator[JsonValue]:
    """Yield an item of each event that begins or ends a response, or a block of it."""
    blocks = streaming.blocks
    if blocks is None:
        return
    by_kind: dict[JsonValue, dict[str, JsonValue]] = {}
    for shape in values.shapes(streaming.item):
        item = values.generate_shape(shape)
        if isinstance(item, dict):
            by_kind[item.get(blocks.tag)] = item
    start, member = blocks.start
    response = by_kind[start][member] if start in by_kind else None
    if isinstance(response, dict):
        by_kind[start][member] = {**response, blocks.entries: []}
    updates = [kind for kind, _ in blocks.updates]
    for kind in (start, blocks.begin[0], *updates, *blocks.last[:1]):
        if kind in by_kind:
            yield by_kind[kind]


def _generated_items(streaming: Streaming, values: Values) -> list[JsonValue]:
    """Generate an item of each of the first shapes, or two items of a single shape."""
    items: list[JsonValue] = []
    for shape in values.shapes(streaming.item):
        if len(items) < _GENERATED_ITEMS:
            item = values.generate_shape(shape)
            items += _valid_items([item], streaming, values)
    return items * 2 if len(items) == 1 else items


def _complete_stream(
    items: list[JsonValue],
    all_items: list[JsonValue],
    streaming: Streaming,
    values: Values,
) -> list[JsonValue]:
    """Add the event that completes the aggregated response, unless it is present.

    Args:
        items: Items of the stream.
        all_items: Items of the sample, which may have been truncated.
        streaming: Streaming response.
        values: Builder of values.
    """
    match streaming.aggregation:
        case ("whole" | "rules", tag, *final_tags) if final_tags:
            if any(_is_tagged(item, tag, final_tags) for item in items):
                return items
            final = [item for item in all_items if _is_tagged(item, tag, final_tags)]
            final = final or _final_event(streaming, values, tag, "", final_tags)
            return [*items, *final[:1]]
        case ("event", tag, member, *final_tags):
            if any(_has_response(item, tag, member, final_tags) for item in items):
                return items
            final = [
                item
                for item in all_items
                if _has_response(item, tag, member, final_tags)
            ]
            final = final or _final_event(streaming, values, tag, member, final_tags)
            partial = [item for item in items if not _is_tagged(item, tag, final_tags)]
            return [*partial, *final[:1]]
        case ("pieces", entries, *_):
            return [*items[:-1], *(_finish(item, entries) for item in items[-1:])]
        case _:
            return items


def _has_response(
    item: JsonValue, tag: str, member: str, final_tags: list[str]
) -> bool:
    """Return whether an item is a final event that contains the response."""
    is_final = _is_tagged(item, tag, final_tags)
    return is_final and isinstance(item, dict) and member in item


def _is_tagged(item: JsonValue, tag: str, final_tags: list[str]) -> bool:
    """Return whether an item is a final event."""
    return isinstance(item, dict) and item.get(tag) in final_tags


def _final_event(
    streaming: Streaming, values: Values, tag: str, member: str, final_tags: list[str]
) -> list[JsonValue]:
    """Generate a final event, preferably one that reports success.

    Args:
        streaming: Streaming response.
        values: Builder of values.
        tag: Property that identifies the type of an event.
        member: Property with the response; `""` if the event is the response.
        final_tags: Values of the tag of final events.

    Returns:
        The event; empty if none can be generated.
    """
    for name in sorted(final_tags, key=lambda name: "complete" not in name):
        for shape in values.shapes(streaming.item):
            event = _tagged_event(shape, values, tag, member, name)
            if event is not None:
                return [event]
    return []


def _tagged_event(
    shape: Shape, values: Values, tag: str, member: str, name: str
) -> JsonValue:
    """Generate an event with a tag; `None` if the shape does not have such events."""
    if not isinstance(shape, Object):
        return None
    types = {item.name: item.type for item in shape.properties}
    tags = values.shapes(types[tag]) if tag in types else ()
    if not any(isinstance(each, Literal) and name in each.values for each in tags):
        return None
    event = values.generate_shape(shape)
    if not isinstance(event, dict):
        return None
    if not member:
        return {**event, tag: name}
    if member not in types:
        return None
    return {**event, tag: name, member: values.generate(types[member])}


def _finish(item: JsonValue, entries: str) -> JsonValue:
    """Set the `finish_reason` of all entries of the last item of a stream."""
    if not isinstance(item, dict) or not isinstance(item.get(entries), list):
        return item
    open_entries = item[entries]
    assert isinstance(open_entries, list)
    finished: list[JsonValue] = [
        (
            {**entry, "finish_reason": entry.get("finish_reason") or "stop"}
            if isinstance(entry, dict)
            else entry
        )
        for entry in open_entries
    ]
    return {**item, entries: finished}
