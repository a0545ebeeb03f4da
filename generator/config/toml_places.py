"""Positions of keys and array items in TOML, which `tomllib` does not report.

The text must be valid: this module only locates values, and reports no errors.
"""

from __future__ import annotations

import re
import tomllib

from ..source import JsonPointer, Lines, Place

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}[^\s,\]}#]*|[^\s,\]}#]+")
"""A number, a boolean or a date; a space can separate a date from its time."""


def toml_places(text: str) -> dict[JsonPointer, Place]:
    """Return the place of each key and array item, by JSON pointer.

    The place of a key is its first occurrence: in a header, in a dotted key or alone. The
    place of an item of an array of tables is its header.

    Args:
        text: a valid TOML document.
    """
    scanner = _Scanner(text)
    scanner.scan()
    return scanner.places


def value_range(text: str, pointer: JsonPointer) -> tuple[int, int]:
    """Return the offsets of the start and the end of the value of a key.

    Args:
        text: a valid TOML document.
        pointer: JSON pointer of the key, such as `("tool", "oasmith", "output")`.

    Raises:
        KeyError: the document has no value at the pointer.
    """
    scanner = _Scanner(text)
    scanner.scan()
    return scanner.values[pointer]


class _Scanner:
    """Scanner of a TOML text."""

    def __init__(self, text: str) -> None:
        self.values: dict[JsonPointer, tuple[int, int]] = {}
        self.places: dict[JsonPointer, Place] = {(): Place(1, 1)}
        self._text = text
        self._lines = Lines(text)
        self._offset = 0
        self._sizes: dict[JsonPointer, int] = {}  # items of arrays of tables so far

    def scan(self) -> None:
        """Scan headers and entries up to the end of the text."""
        table: JsonPointer = ()
        while self._next():
            table = self._header() if self._next() == "[" else self._entry(table)

    def _next(self) -> str:
        """Skip whitespace and comments; return the next character, `""` at the end."""
        match = _BLANK.match(self._text, self._offset)
        self._offset = match.end() if match else self._offset
        return self._text[self._offset : self._offset + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._offset)
        if match is None:
            raise ValueError(f"not TOML at offset {self._offset}")
        self._offset = match.end()
        return match.group()

    def _header(self) -> JsonPointer:
        """Scan `[table]` or `[[array of tables]]`; return the pointer of the table."""
        is_array = self._text.startswith("[[", self._offset)
        self._offset += 1 + is_array
        pointer: JsonPointer = ()
        keys = self._keys()
        for position, (key, place) in enumerate(keys, 1):
            pointer = (*pointer, key)
            self.places.setdefault(pointer, place)
            if is_array and position == len(keys):
                self._sizes[pointer] = self._sizes.get(pointer, 0) + 1
            if pointer in self._sizes:
                pointer = (*pointer, str(self._sizes[pointer] - 1))
                self.places.setdefault(pointer, place)
        self._next()
        self._offset += 1 + is_array
        return pointer

    def _entry(self, table: JsonPointer) -> JsonPointer:
        """Scan `key = value`; return the pointer of its table."""
        pointer = table
        for key, place in self._keys():
            pointer = (*pointer, key)
            self.places.setdefault(pointer, place)
        self._next()
        self._offset += 1  # the equals sign
        self._next()
        start = self._offset
        self._value(pointer)
        self.values[pointer] = (start, self._offset)
        return table

    def _keys(self) -> list[tuple[str, Place]]:
        """Scan a dotted key."""
        keys = [self._key()]
        while self._next() == ".":
            self._offset += 1
            keys.append(self._key())
        return keys

    def _key(self) -> tuple[str, Place]:
        is_quoted = self._next() in ('"', "'")
        start = self._offset
        token = self._take(_STRING if is_quoted else _BARE_KEY)
        key = tomllib.loads(f"key = {token}")["key"] if is_quoted else token
        return key, self._lines.place(start, self._offset)

    def _value(self, pointer: JsonPointer) -> None:
        match self._next():
            case "[":
                self._items(pointer)
            case "{":
                self._inline_table(pointer)
            case '"' | "'":
                self._take(_STRING)
            case _:
                self._take(_SCALAR)

    def _items(self, pointer: JsonPointer) -> None:
        self._offset += 1
        position = 0
        while self._next() != "]":
            start = self._offset
            item = (*pointer, str(position))
            self._value(item)
            self.places[item] = self._lines.place(start, self._offset)
            position += 1
            if self._next() == ",":
                self._offset += 1
        self._offset += 1

    def _inline_table(self, pointer: JsonPointer) -> None:
        self._offset += 1
        while self._next() != "}":
            self._entry(pointer)
            if self._next() == ",":
                self._offset += 1
        self._offset += 1
