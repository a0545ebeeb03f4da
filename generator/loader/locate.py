"""Find the line and column of each node of a text, for messages.

The readers do not record places: it would double their time, and a run without
diagnostics needs none. These functions parse the text again. If a mapping contains a key
twice, they yield its pointer, and those of its children, twice.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..source import JsonPointer, Place
from .json.places import json_places


def locate_yaml(text: str) -> Mapping[JsonPointer, Place]:
    """Return the place of each node of a YAML text: its key, or the item of a list."""
    # Most runs do not need places, and importing PyYAML takes longer than this package.
    from .yaml.places import find_places

    return find_places(text)


def locate_json(text: str) -> Mapping[JsonPointer, Place]:
    """Return the place of each node of a JSON text: its key, or the item of an array."""
    return dict(json_places(text))


def locate_nothing(text: str) -> Mapping[JsonPointer, Place]:
    """Return no places, for text that is neither YAML nor JSON."""
    return {}
