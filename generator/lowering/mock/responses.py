"""Parsing of JSON values and server-sent events in the samples of documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ...model.types import JsonValue

_STRING = r'"(?:[^"\\]|\\.)*"'
_MISTAKES = re.compile(
    rf"({_STRING})|,(?=\s*[}}\]])|(?<=[{{,\s])([A-Za-z_]\w*)(?=\s*:)"
)
"""Mistakes that are corrected: trailing commas, and names without quotation marks.
Strings are matched first and kept."""
_decoder = json.JSONDecoder()


def read_json(text: str) -> tuple[JsonValue] | None:
    """Parse JSON, and correct trailing commas and unquoted names if necessary.

    Returns:
        A tuple of the value; `None` if the text is not JSON.
    """
    return _parse(text) or _parse(_MISTAKES.sub(_correct, text))


def _parse(text: str) -> tuple[JsonValue] | None:
    try:
        return (json.loads(text),)
    except (ValueError, RecursionError):
        return None


def _correct(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    return f'"{match[2]}"' if match[2] else ""


def read_events(text: str) -> list[tuple[str, str]]:
    """Parse the events of a sample stream.

    A sample contains server-sent events (`event:` and `data:` lines), or only their JSON
    values, one after another.

    Returns:
        Name (`""` if there is none) and data of each event.
    """
    if re.search(r"^data:", text, re.MULTILINE):
        return list(_server_sent_events(text))
    values = [json.dumps(item) for item in _json_objects(text)]
    return [("", value) for value in values] if len(values) > 1 else []


def _server_sent_events(text: str) -> Iterator[tuple[str, str]]:
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


def _json_objects(text: str) -> Iterator[JsonValue]:
    """Yield the JSON objects in a text, ignoring the text between them."""
    position = text.find("{")
    while position >= 0:
        try:
            value, position = _decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return
        yield value
        position = text.find("{", position)
