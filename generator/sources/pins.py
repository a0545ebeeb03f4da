"""Rewriting of the digests and dates in the settings file."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any

from ..config.toml_places import toml_places, value_range


class PinError(Exception):
    """Settings in which the digest and the date cannot be written."""


def write_pins(text: str, pins: Mapping[str, tuple[str, dt.date]]) -> str:
    """Return the text of a settings file with new digests and dates.

    Everything else, such as comments and the order of keys, is unchanged.

    Args:
        text: The settings file, which is valid.
        pins: SHA-256 and day of the download by `file` of the entry.

    Raises:
        PinError: An entry is written in a way that is not supported.
    """
    entries = tomllib.loads(text)["tool"]["oasmith"]["sources"]
    for position, entry in reversed(list(enumerate(entries))):
        if entry["file"] in pins:
            digest, date = pins[entry["file"]]
            # The last key first, so that both are after `url` in this order.
            text = _write(text, position, entry, "date", date.isoformat())
            text = _write(text, position, entry, "sha256", f'"{digest}"')
    written = tomllib.loads(text)["tool"]["oasmith"]["sources"]
    for entry, new in zip(entries, written, strict=True):
        digest, date = pins.get(entry["file"], (entry.get("sha256"), entry.get("date")))
        if (new.get("sha256"), new.get("date")) != (digest, date):
            raise PinError(f"the entry of {entry['file']!r} cannot be changed")
    return text


def _write(
    text: str, position: int, entry: Mapping[str, Any], key: str, value: str
) -> str:
    """Replace the value of a key of an entry, or add the key after `url`."""
    pointer = ("tool", "oasmith", "sources", str(position))
    if key in entry:
        start, end = value_range(text, (*pointer, key))
        return f"{text[:start]}{value}{text[end:]}"
    _, end = value_range(text, (*pointer, "url"))
    is_inline = (*pointer, "url") in _inline_keys(text, pointer)
    separator = ", " if is_inline else "\n"
    return f"{text[:end]}{separator}{key} = {value}{text[end:]}"


def _inline_keys(text: str, pointer: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the keys of an entry that is an inline table: `{file = …, url = …}`."""
    places = toml_places(text)
    line = text.splitlines()[places[pointer].line - 1]
    is_header = line.lstrip().startswith("[[")
    return set() if is_header else {key for key in places if key[:-1] == pointer}
