"""The items of a streamed answer: those that a sample shows, else a few made ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from .responses import read_events, read_json
from .values import Values
from ...model.operations import Operation, Streaming
from ...model.types import JsonValue, Literal, Object

_FEW = 3
_MOST = 40


def stream_items(operation: Operation, streaming: Streaming, values: Values) -> str:
    """The items as a JSON list; whoever reads them all gets to the end of the stream."""
    items: list[JsonValue] = []
    for sample in operation.samples:
        items = list(_shown(sample.response, streaming, values))
        if items:
            break
    for example in operation.examples:
        if not items and example.media_type == streaming.media_type:
            if isinstance(example.value, str):
                items = list(_shown(example.value, streaming, values))
            elif isinstance(example.value, list):
                items = list(_sound(example.value, streaming, values))
    if not items:
        items = _made(streaming, values)
    ended = _ended(items[:_MOST], items, streaming, values)
    return json.dumps(ended, separators=(",", ":"))


def _shown(text: str, streaming: Streaming, values: Values) -> Iterator[JsonValue]:
    """The items in the text of a sample."""
    for name, data in read_events(text):
        if data == streaming.end_marker:
            continue
        item: JsonValue = data
        if not streaming.event_format.endswith("text"):
            found = read_json(data)
            if found is None:
                continue
            item = found[0]
        if streaming.event_format.startswith("named"):
            item = {"event": name, "data": item}
        yield from _sound([item], streaming, values)


def _sound(
    items: Iterable[JsonValue], streaming: Streaming, values: Values
) -> Iterator[JsonValue]:
    """The items, true to their type, that are neither errors nor the end."""
    for item in items:
        whole = values.completed(item, streaming.item)
        if isinstance(whole, dict):
            names = (whole.get("type"), whole.get("event"))
            if "error" in names or _is_end(whole, streaming):
                continue
            if whole.get("error"):
                whole = {key: each for key, each in whole.items() if key != "error"}
        yield whole


def _is_end(item: dict[str, JsonValue], streaming: Streaming) -> bool:
    return bool(streaming.end_marker) and item.get("data") == streaming.end_marker


def _made(streaming: Streaming, values: Values) -> list[JsonValue]:
    """An item of each of the first kinds that there are, or two of the only one."""
    found: list[JsonValue] = []
    for shape in values.shapes(streaming.item):
        if len(found) < _FEW:
            made = values.made_of(shape)
            found += _sound([made], streaming, values)
    return found * 2 if len(found) == 1 else found


def _ended(
    items: list[JsonValue], known: list[JsonValue], streaming: Streaming, values: Values
) -> list[JsonValue]:
    """The items with what makes their sum complete."""
    match streaming.aggregation:
        case ("whole", tag, *last):
            if any(_is_tagged(item, tag, last) for item in items):
                return items
            end = [item for item in known if _is_tagged(item, tag, last)]
            return [*items, *(end or _last(streaming, values, tag, "", last))[:1]]
        case ("event", tag, member, *last):
            if any(_holds(item, tag, member, last) for item in items):
                return items
            later = [item for item in known if _holds(item, tag, member, last)]
            going = [item for item in items if not _is_tagged(item, tag, last)]
            end = later or _last(streaming, values, tag, member, last)
            return [*going, *end[:1]]
        case ("pieces", entries, *_):
            return [*items[:-1], *(_finished(item, entries) for item in items[-1:])]
        case _:
            return items


def _holds(item: JsonValue, tag: str, member: str, last: list[str]) -> bool:
    return _is_tagged(item, tag, last) and isinstance(item, dict) and member in item


def _is_tagged(item: JsonValue, tag: str, last: list[str]) -> bool:
    return isinstance(item, dict) and item.get(tag) in last


def _last(
    streaming: Streaming, values: Values, tag: str, member: str, last: list[str]
) -> list[JsonValue]:
    """The made event that holds the answer, or is it: a good one, if there is one."""
    for name in sorted(last, key=lambda name: "complete" not in name):
        for shape in values.shapes(streaming.item):
            if isinstance(shape, Object):
                types = {item.name: item.type for item in shape.properties}
                tags = values.shapes(types[tag]) if tag in types else ()
                for each in tags:
                    if isinstance(each, Literal) and name in each.values:
                        made = values.made_of(shape)
                        if isinstance(made, dict) and member in types:
                            whole = values.made(types[member])
                            return [{**made, tag: name, member: whole}]
                        if isinstance(made, dict) and not member:
                            return [{**made, tag: name}]
    return []


def _finished(item: JsonValue, entries: str) -> JsonValue:
    """The last item of a stream of pieces: none of its entries goes on."""
    if not isinstance(item, dict) or not isinstance(item.get(entries), list):
        return item
    listed = item[entries]
    assert isinstance(listed, list)
    closed: list[JsonValue] = [
        (
            {**entry, "finish_reason": entry.get("finish_reason") or "stop"}
            if isinstance(entry, dict)
            else entry
        )
        for entry in listed
    ]
    return {**item, entries: closed}
