"""Values as Python source, in the format that black does not change."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Characters that are invisible or change how others are displayed: always escaped."""

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def string_literal(text: str) -> str:
    """Return a one-line string literal, in the quotes that need fewer escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    body = text.replace("\\", "\\\\").replace(quote, f"\\{quote}")
    return f"{quote}{escape_unseen(body)}{quote}"


def escape_unseen(text: str) -> str:
    """Return the text with control, format and surrogate characters escaped."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: _escaped(match.group()), text)


def _escaped(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def literal_text(value: object) -> str:
    """Return a value as source on one line.

    Args:
        value: A scalar, a list, a tuple or a mapping.

    Raises:
        TypeError: If the value has another type.
    """
    match value:
        case str():
            return string_literal(value)
        case None | bool() | int():
            return repr(value)
        case float():
            # black replaces 1e+16 with 1e16; infinities have no literal.
            text = repr(value).replace("e+", "e")
            return text if math.isfinite(value) else f'float("{text}")'
        case list():
            return f"[{', '.join(map(literal_text, value))}]"
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
