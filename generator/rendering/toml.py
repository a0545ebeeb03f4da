"""TOML source of values."""

from __future__ import annotations


def toml_string(text: str) -> str:
    """Return a basic string of TOML 1.0 for any text.

    TOML allows only Unicode scalar values, so that surrogates become replacement
    characters. Invisible characters are escaped.
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
