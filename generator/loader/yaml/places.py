"""Find the line and column of each node of a YAML text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ...source import AliasedPlaces, JsonPointer, Lines, Place
from ..position import Position

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def find_places(text: str) -> AliasedPlaces:
    """Return the places of the nodes of the first document of a YAML text."""
    result = AliasedPlaces()
    result.update(yaml_places(text, result.targets))
    return result


def yaml_places(
    text: str, targets: dict[JsonPointer, JsonPointer] | None = None
) -> Iterator[tuple[JsonPointer, Place]]:
    """Yield the place of each node of the first document of a YAML text, in order.

    Stop at a syntax error.

    Args:
        text: The text.
        targets: Receives the pointer of the node that each alias refers to.
    """
    lines, position = Lines(text), Position()
    anchors: dict[str, JsonPointer] = {}
    try:
        for event in iter(_Parser(text).get_event, None):
            kind = type(event)
            if kind is DocumentEndEvent or position.is_too_deep:
                return
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                position.leave()
            elif kind in _NODES:
                place = lines.place(event.start_mark.index, event.end_mark.index)
                if position.expects_key:
                    key = str(getattr(event, "value", ""))
                    position.key = key
                    yield from position.entry(key, place)
                    continue
                yield from position.add_value(place)
                if kind is AliasEvent:
                    if targets is not None and event.anchor in anchors:
                        targets[position.pointer] = anchors[event.anchor]
                elif event.anchor is not None:
                    anchors[event.anchor] = position.pointer
                if kind is MappingStartEvent or kind is SequenceStartEvent:
                    position.enter(kind is MappingStartEvent)
                else:
                    position.remove_last()
    except yaml.YAMLError:
        return


_NODES = frozenset({ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent})
