"""Find the line and column of each node of a JSON text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ...source import JsonPointer, Lines, Place
from ..position import Position

_TOKEN = re.compile(r'[{}\[\],]|"(?:[^"\\]|\\.)*"|[^\s{}\[\],":]+', re.DOTALL)


def json_places(text: str) -> Iterator[tuple[JsonPointer, Place]]:
    """Yield the place of each node of a JSON text, in order, up to a syntax error."""
    lines, position = Lines(text), Position()
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
