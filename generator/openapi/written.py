"""Text of numbers and booleans as a file contains it, such as `1.10`, whose value is 1.1."""

from __future__ import annotations

import json
import re
from typing import Any

from ..source import Location

_SCALAR = re.compile(
    r"""(?:(?:"[^"]*"|'[^']*'|[\w.$-]+)\s*:\s*)?(?:&\S+\s+)?([-+.\w]+)"""
)
"""A scalar, after the key and the anchor that it may have."""

_BASES = {"0o": 8, "0x": 16}


def written_text(value: float, where: Location) -> str:
    """Return a number or a boolean as the file contains it, or else as JSON.

    Args:
        value: The value.
        where: Location of the value: of its key, or of the item of a list.
    """
    origin = where.origin
    # A line can be a whole document, which is not copied for each value.
    file = origin.file
    match = _SCALAR.match(file.text, file.lines.offset(file.text_place(origin.pointer)))
    if match is not None and _has_value(match[1], value):
        return match[1]
    return json.dumps(value)


def quote_written(value: Any, where: Location) -> str:
    """Return a value for a message: numbers as the file contains them, quoted strings.

    Args:
        value: The value.
        where: Location of the value: of its key, or of the item of a list.
    """
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, int | float):
        return written_text(value, where)
    return json.dumps(value, ensure_ascii=False)


def _has_value(text: str, value: float) -> bool:
    """Return whether the core schema of YAML 1.2 reads a text as a value."""
    if isinstance(value, bool):
        return text.lower() == json.dumps(value)
    try:
        if text[:2] in _BASES:
            return int(text[2:], _BASES[text[:2]]) == value
        return (int(text) if isinstance(value, int) else float(text)) == value
    except ValueError:
        return False
