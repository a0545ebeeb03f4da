"""Positions of keys and array items in a TOML text, which `tomllib` does not report.

The text must have been accepted by `tomllib`; this module only looks for places in it.
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
"""A number, a boolean, or a date, which a space may separate from its time."""


def toml_places(text: str) -> dict[JsonPointer, Place]:
    """Return the place of each key and array item, by its JSON pointer.

    A key has the place where it is first mentioned: in a header, before a dot or alone.
    Items of arrays of tables have the place of their header.

    Args:
        text: a valid TOML document.
    """
    scanner = _Scanner(text)
    scanner.scan()
    return scanner.places


class _Scanner:
    """Reads a TOML text from beginning to end."""

    def __init__(self, text: str) -> None:
        self.places: dict[JsonPointer, Place] = {(): Place(1, 1)}
        self._text = text
        self._lines = Lines(text)
        self._at = 0
        self._sizes: dict[JsonPointer, int] = {}  # of arrays of tables, so far

    def scan(self) -> None:
        """Read headers and entries until the end of the text."""
        table: JsonPointer = ()
        while self._next():
            table = self._header() if self._next() == "[" else self._entry(table)

    def _next(self) -> str:
        """Skip blanks and comments; return the next character, `""` at the end."""
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at : self._at + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise ValueError(f"not TOML at offset {self._at}")
        self._at = match.end()
        return match.group()

    def _header(self) -> JsonPointer:
        """Read `[table]` or `[[array of tables]]`; return the table that it opens."""
        is_array = self._text.startswith("[[", self._at)
        self._at += 1 + is_array
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
        self._at += 1 + is_array
        return pointer

    def _entry(self, table: JsonPointer) -> JsonPointer:
        """Read `key = value`; return the table that it stands in."""
        pointer = table
        for key, place in self._keys():
            pointer = (*pointer, key)
            self.places.setdefault(pointer, place)
        self._next()
        self._at += 1  # the equals sign
        self._value(pointer)
        return table

    def _keys(self) -> list[tuple[str, Place]]:
        """Read a dotted key."""
        found = [self._key()]
        while self._next() == ".":
            self._at += 1
            found.append(self._key())
        return found

    def _key(self) -> tuple[str, Place]:
        is_quoted = self._next() in ('"', "'")
        start = self._at
        token = self._take(_STRING if is_quoted else _BARE_KEY)
        key = tomllib.loads(f"key = {token}")["key"] if is_quoted else token
        return key, self._lines.place(start, self._at)

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
        self._at += 1
        position = 0
        while self._next() != "]":
            start = self._at
            item = (*pointer, str(position))
            self._value(item)
            self.places[item] = self._lines.place(start, self._at)
            position += 1
            if self._next() == ",":
                self._at += 1
        self._at += 1

    def _inline_table(self, pointer: JsonPointer) -> None:
        self._at += 1
        while self._next() != "}":
            self._entry(pointer)
            if self._next() == ",":
                self._at += 1
        self._at += 1
