"""What the samples of a document show: JSON with the slips of people, and events."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ...model.types import JsonValue

_STRING = r'"(?:[^"\\]|\\.)*"'
_SLIPS = re.compile(rf"({_STRING})|,(?=\s*[}}\]])|(?<=[{{,\s])([A-Za-z_]\w*)(?=\s*:)")
"""A comma before the end of a list or object, and names without quotation marks."""
_decoder = json.JSONDecoder()


def read_json(text: str) -> tuple[JsonValue] | None:
    """The value that a text shows, alone in a tuple; `None` if it is no JSON."""
    for form in (text, _SLIPS.sub(_mended, text)):
        try:
            return (json.loads(form),)
        except (ValueError, RecursionError):
            continue
    return None


def _mended(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    return f'"{found[2]}"' if found[2] else ""


def read_events(text: str) -> list[tuple[str, str]]:
    """The events that a text shows: name, or `""`, and data.

    They stand there as they come (`event:` and `data:` lines), or people left out
    everything but the JSON values, one behind the other.
    """
    if re.search(r"^data:", text, re.MULTILINE):
        return list(_events(text))
    values = [json.dumps(item) for item in _values(text)]
    return [("", value) for value in values] if len(values) > 1 else []


def _events(text: str) -> Iterator[tuple[str, str]]:
    name, data = "", list[str]()
    for line in (*text.splitlines(), ""):
        field, _, value = line.partition(":")
        if field == "event":
            if data:
                yield name, "\n".join(data)
                data = []
            name = value.strip()
        elif field == "data":
            data.append(value.removeprefix(" "))
        elif not line.strip() and data:
            yield name, "\n".join(data)
            name, data = "", []


def _values(text: str) -> Iterator[JsonValue]:
    """JSON objects that stand one behind the other; what is between them is left out."""
    position = text.find("{")
    while position >= 0:
        try:
            value, position = _decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return
        yield value
        position = text.find("{", position)
