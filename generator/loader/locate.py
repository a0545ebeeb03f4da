"""Find the line and column of each node of a text, for messages.

The readers do not record places: it would double their time, and a run without
diagnostics needs none. These functions parse the text again. If a mapping contains a key
twice, they yield its pointer, and those of its children, twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
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

from ..limits import MAX_DEPTH
from ..source import JsonPointer, Lines, Place

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def locate_yaml(text: str) -> Mapping[JsonPointer, Place]:
    """Return the place of each node of a YAML text: its key, or the item of a list."""
    return dict(yaml_places(text))


def locate_json(text: str) -> Mapping[JsonPointer, Place]:
    """Return the place of each node of a JSON text: its key, or the item of an array."""
    return dict(json_places(text))


def locate_nothing(text: str) -> Mapping[JsonPointer, Place]:
    """Return no places, for text that is neither YAML nor JSON."""
    return {}


class _Position:
    """Pointer of the next node while a text is parsed."""

    __slots__ = ("_counts", "_path", "key")

    def __init__(self) -> None:
        self._path: list[str] = []
        self._counts: list[int | None] = []
        self.key: str | None = None

    @property
    def is_outside(self) -> bool:
        """Whether no mapping or list is open."""
        return not self._counts

    @property
    def expects_key(self) -> bool:
        """Whether the next scalar is a key of a mapping."""
        return bool(self._counts) and self._counts[-1] is None and self.key is None

    @property
    def is_too_deep(self) -> bool:
        """Whether to stop, since time and memory grow quadratically with the depth."""
        return len(self._counts) > MAX_DEPTH

    def enter(self, mapping: bool) -> None:
        """Enter a mapping or a list."""
        self._counts.append(None if mapping else 0)
        self.key = None

    def leave(self) -> None:
        """Leave the innermost mapping or list."""
        self._counts.pop()
        self.key = None
        self.remove_last()

    def remove_last(self) -> None:
        """Remove the last token of the pointer."""
        if self._path:
            self._path.pop()

    def add_value(self, place: Place) -> Iterator[tuple[JsonPointer, Place]]:
        """Add the next value to the pointer; yield its place unless it has a key."""
        if not self._counts:
            yield (), place
            return
        count = self._counts[-1]
        if count is None:
            self._path.append(self.key or "")
            self.key = None
            return
        yield from self.entry(str(count), place)
        self._path.append(str(count))
        self._counts[-1] = count + 1

    def entry(self, token: str, place: Place) -> Iterator[tuple[JsonPointer, Place]]:
        """Yield the place of an entry of the innermost node."""
        yield (*self._path, token), place


def yaml_places(text: str) -> Iterator[tuple[JsonPointer, Place]]:
    """Yield the place of each node of the first document of a YAML text, in order.

    Stop at a syntax error.
    """
    lines, position = Lines(text), _Position()
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
                if kind is MappingStartEvent or kind is SequenceStartEvent:
                    position.enter(kind is MappingStartEvent)
                else:
                    position.remove_last()
    except yaml.YAMLError:
        return


_NODES = frozenset({ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent})

_TOKEN = re.compile(r'[{}\[\],]|"(?:[^"\\]|\\.)*"|[^\s{}\[\],":]+', re.DOTALL)


def json_places(text: str) -> Iterator[tuple[JsonPointer, Place]]:
    """Yield the place of each node of a JSON text, in order, up to a syntax error."""
    lines, position = Lines(text), _Position()
    for match in _TOKEN.finditer(text):
        token = match[0]
        if position.is_too_deep:
            return
        if token in _CLOSING:
            if position.is_outside:
                return
            position.leave()
        elif token != ",":
            place = lines.place(match.start(), match.end())
            if position.expects_key:
                position.key = _string(token)
                yield from position.entry(position.key, place)
            else:
                yield from position.add_value(place)
                if token in _OPENING:
                    position.enter(token == "{")
                else:
                    position.remove_last()


_OPENING, _CLOSING = frozenset("{["), frozenset("}]")


def _string(token: str) -> str:
    """Return the value of a JSON string; return an invalid one unchanged."""
    if "\\" in token:
        try:
            return str(json.loads(token, strict=False))
        except ValueError:
            return token
    return token[1:-1]
