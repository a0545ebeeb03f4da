"""TOML source of values."""

from __future__ import annotations


def toml_string(text: str) -> str:
    """Return a text as a basic string of TOML 1.0.

    TOML has only Unicode scalar values, so surrogates become replacement characters.
    Invisible characters are escaped, so that a reader of the file can see them.
    """
    return f'"{"".join(map(_character, text))}"'


def _character(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
