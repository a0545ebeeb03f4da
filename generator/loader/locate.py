"""Finds the line and column of every node of a text, for messages.

Reading keeps no places: it would cost as much again, and a run without findings needs
none. These functions read the text once more. They yield a pointer a second time when
a key stands twice in a mapping, children included.
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
    """The places of a YAML text: of the key, or of the item of a list."""
    return dict(yaml_places(text))


def locate_json(text: str) -> Mapping[JsonPointer, Place]:
    """The places of a JSON text: of the key, or of the item of an array."""
    return dict(json_places(text))


def locate_nothing(text: str) -> Mapping[JsonPointer, Place]:
    """No places: of a text that is neither."""
    return {}


class _Position:
    """The pointer of the node that comes next, while a text is walked."""

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
    def wants_key(self) -> bool:
        """Whether the next scalar is a key of a mapping."""
        return bool(self._counts) and self._counts[-1] is None and self.key is None

    @property
    def is_too_deep(self) -> bool:
        """Whether the walk should end: both time and pointers grow with the square."""
        return len(self._counts) > MAX_DEPTH

    def enter(self, mapping: bool) -> None:
        """Goes into the node that begins here."""
        self._counts.append(None if mapping else 0)
        self.key = None

    def leave(self) -> None:
        """Goes out of the innermost node."""
        self._counts.pop()
        self.key = None
        self.step_back()

    def step_back(self) -> None:
        """Ends the node that was stepped onto last."""
        if self._path:
            self._path.pop()

    def take(self, place: Place) -> Iterator[tuple[JsonPointer, Place]]:
        """Steps onto the next value, which is found where no key told of it."""
        if not self._counts:
            yield (), place
            return
        count = self._counts[-1]
        if count is None:
            self._path.append(self.key or "")
            self.key = None
            return
        yield from self.found(str(count), place)
        self._path.append(str(count))
        self._counts[-1] = count + 1

    def found(self, token: str, place: Place) -> Iterator[tuple[JsonPointer, Place]]:
        """The entry called `token` of the innermost node."""
        yield (*self._path, token), place


def yaml_places(text: str) -> Iterator[tuple[JsonPointer, Place]]:
    """Every node of the first document of a YAML text, in order.

    Stops at a syntax error: what stands before it is still found.
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
                if position.wants_key:
                    key = str(getattr(event, "value", ""))
                    position.key = key
                    yield from position.found(key, place)
                    continue
                yield from position.take(place)
                if kind is MappingStartEvent or kind is SequenceStartEvent:
                    position.enter(kind is MappingStartEvent)
                else:
                    position.step_back()
    except yaml.YAMLError:
        return


_NODES = frozenset({ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent})

_TOKEN = re.compile(r'[{}\[\],]|"(?:[^"\\]|\\.)*"|[^\s{}\[\],":]+', re.DOTALL)


def json_places(text: str) -> Iterator[tuple[JsonPointer, Place]]:
    """Every node of a JSON text, in order; stops where the text is not JSON."""
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
            if position.wants_key:
                position.key = _string(token)
                yield from position.found(position.key, place)
            else:
                yield from position.take(place)
                if token in _OPENING:
                    position.enter(token == "{")
                else:
                    position.step_back()


_OPENING, _CLOSING = frozenset("{["), frozenset("}]")


def _string(token: str) -> str:
    """The text that a JSON string means; other tokens are no keys, and stay."""
    if "\\" in token:
        try:
            return str(json.loads(token, strict=False))
        except ValueError:
            return token
    return token[1:-1]
