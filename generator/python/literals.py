"""Python source of values, formatted as black formats it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Invisible characters and characters that change the display of others; always escaped."""

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def string_literal(text: str) -> str:
    """Return a string literal on one line, in double quotes unless they need more escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    body = text.replace("\\", "\\\\").replace(quote, f"\\{quote}")
    return f"{quote}{escape_unseen(body)}{quote}"


def escape_unseen(text: str) -> str:
    """Replace control, format and surrogate characters by escape sequences."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: _escape_sequence(match.group()), text)


def _escape_sequence(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def literal_text(value: object) -> str:
    """Return the source of a scalar, tuple or mapping on one line.

    Raises:
        TypeError: The value is of another type.
    """
    match value:
        case str():
            return string_literal(value)
        case None | bool() | int():
            return repr(value)
        case float():
            # black writes 1e16 for 1e+16; infinities have no literal.
            text = repr(value).replace("e+", "e")
            return text if math.isfinite(value) else f'float("{text}")'
        case tuple():
            inner = ", ".join(map(literal_text, value))
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        case Mapping():
            pairs = (
                f"{literal_text(key)}: {literal_text(item)}"
                for key, item in value.items()
            )
            return f"{{{', '.join(pairs)}}}"
        case _:
            raise TypeError(f"no literal for {type(value).__name__}")
