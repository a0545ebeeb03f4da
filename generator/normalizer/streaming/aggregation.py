"""Aggregation of stream events into the non-streaming response.

Documents do not describe aggregation. It is derived from the types of the events and of the
response where these leave no doubt: chunks whose fields are appended to fields of the
response, a last event that contains the response or equals it, or events that begin and
extend the parts of the response.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...frozen_dataclass import dataclass
from ...model.accumulation import Blocks, StreamText
from ...model.operations import KeyPath
from ...model.types import (
    DeclarationRef,
    Key,
    ListOf,
    Object,
    Property,
    Scalar,
    ScalarKind,
    Type,
)
from ..schemas.type_queries import Shapes
from .blocks import find_block_text, find_blocks
from .event_texts import find_event_text
from .events import FINAL, INTERMEDIATE, last_word
from .texts import find_chunk_text, find_texts

_STRING = Scalar(ScalarKind.STRING)


@dataclass(frozen=True, slots=True)
class Aggregation:
    """Steps that combine events, and the type of the result.

    Args:
        steps: The value of `Streaming.aggregation`.
        type: Type of the combined response; `None` if `steps` is empty.
        texts, blocks, text: The values of `Streaming`.
    """

    steps: tuple[str, ...] = ()
    type: Type | None = None
    texts: tuple[KeyPath, ...] = ()
    blocks: Blocks | None = None
    text: StreamText | None = None


NO_AGGREGATION = Aggregation()
"""The result for events that cannot be combined."""


def find_aggregation(shapes: Shapes, item: Type, response: Type) -> Aggregation:
    """Find how the items of a stream are combined into the non-streaming response.

    Args:
        shapes: Queries on all types.
        item: Type of the items.
        response: Type of the non-streaming response.

    Returns:
        The aggregation, or `NO_AGGREGATION` if the types do not determine one.
    """
    events, targets = shapes.objects(item), shapes.objects(response)
    if len(targets) > 1:
        # Some documents declare the response and its chunks in one union.
        targets = [target for target in targets if target not in events]
    if len(targets) == 1:
        type_ = DeclarationRef(targets[0].header.key)
        if len(events) == 1:
            steps = _aggregate_chunks(shapes, events[0], targets[0])
            if steps:
                texts = find_texts(shapes, item, steps)
                text = find_chunk_text(steps, texts)
                return Aggregation(steps, type_, texts, text=text)
        elif steps := _find_enclosing_event(shapes, events, targets[0]):
            text = find_event_text(shapes, events, steps[1], targets[0])
            return Aggregation(steps, type_, text=text)
        elif blocks := find_blocks(shapes, events, targets[0]):
            text = find_block_text(shapes, events, blocks)
            steps = ("blocks", blocks.tag, *blocks.last)
            return Aggregation(steps, type_, blocks=blocks, text=text)
    if len(events) > 1:
        return _find_equal_event(shapes, events, targets)
    return NO_AGGREGATION


def _aggregate_chunks(
    shapes: Shapes, chunk: Object, response: Object
) -> tuple[str, ...]:
    """Find a list of the chunk whose entries are appended to those of the response."""
    targets = {item.name: item for item in response.properties}
    for member in chunk.properties:
        if member.name not in targets:
            continue
        piece = _find_entry(shapes, member.type)
        entry = _find_entry(shapes, targets[member.name].type)
        if piece is None or entry is None:
            continue
        pairs = _find_pairs(shapes, piece, entry)
        if len(pairs) == 1:
            return ("pieces", member.name, *pairs[0])
    return ()


def _find_entry(shapes: Shapes, type_: Type) -> Object | None:
    """Return the entry type of a list whose entries have an index and a finish reason."""
    for shape in shapes.alternatives(type_):
        if isinstance(shape, ListOf):
            entry = shapes.only(shape.item)
            if entry is not None:
                names = {item.name for item in entry.properties}
                if {"index", "finish_reason"} <= names:
                    return entry
    return None


def _find_pairs(shapes: Shapes, piece: Object, entry: Object) -> list[tuple[str, str]]:
    """Return the pairs of a field of the chunk and the field that it is appended to."""
    targets = {item.name: item for item in entry.properties}
    pairs = []
    for part in piece.properties:
        names = shapes.members(part.type)
        if part.name in targets:
            continue
        for name, target in targets.items():
            if names & shapes.members(target.type):
                if all(name != item.name for item in piece.properties):
                    pairs.append((part.name, name))
    if pairs:
        return pairs
    return [
        (part.name, part.name)
        for part in piece.properties
        if part.required and part.type == _STRING and part.name in targets
    ]


def _find_enclosing_event(
    shapes: Shapes, events: list[Object], response: Object
) -> tuple[str, ...]:
    """Find the events that contain the whole response as a member."""
    for tag in ("type", "event"):
        tags_by_member: dict[str, list[str]] = {}
        for event in events:
            members = {item.name: item for item in event.properties}
            tags = shapes.values(members[tag].type) if tag in members else ()
            for member in event.properties:
                if tags and shapes.only(member.type) == response:
                    tags_by_member.setdefault(member.name, []).extend(tags)
        if len(tags_by_member) == 1:
            ((member_name, names),) = tags_by_member.items()
            last = [name for name in names if last_word(name) not in INTERMEDIATE]
            if last:
                return ("event", tag, member_name, *dict.fromkeys(last))
    return ()


def _find_equal_event(
    shapes: Shapes, events: list[Object], responses: list[Object]
) -> Aggregation:
    """Find a final event that has the members of one of the possible responses."""
    for tag in ("type", "event"):
        tags_by_response: dict[Key, list[str]] = {}
        for event in events:
            members = {item.name: item for item in event.properties}
            tag_member = members.pop(tag, None)
            tags = shapes.values(tag_member.type) if tag_member is not None else ()
            last = [name for name in tags if last_word(name) in FINAL]
            fitting = [item for item in responses if _matches(shapes, members, item)]
            if last and len(fitting) == 1:
                tags_by_response.setdefault(fitting[0].header.key, []).extend(last)
        if len(tags_by_response) == 1:
            ((key, names),) = tags_by_response.items()
            response = next(item for item in responses if item.header.key == key)
            text = find_event_text(shapes, events, tag, response)
            return Aggregation(("whole", tag, *names), DeclarationRef(key), text=text)
    return NO_AGGREGATION


def _matches(shapes: Shapes, members: Mapping[str, Property], response: Object) -> bool:
    """Return whether members include all required members of a response and no others."""
    targets = {item.name: item for item in response.properties}
    required = [item for item in response.properties if item.required]
    return (
        bool(required)
        and members.keys() <= targets.keys()
        and all(
            item.name in members
            and members[item.name].required
            and _have_same_json_types(shapes, members[item.name].type, item.type)
            for item in required
        )
    )


def _have_same_json_types(shapes: Shapes, one: Type, other: Type) -> bool:
    """Return whether two types have the same JSON types, and equal scalar types."""
    first, second = (
        {item if isinstance(item, Scalar) else type(item) for item in alternatives}
        for alternatives in map(shapes.alternatives, (one, other))
    )
    return first == second
