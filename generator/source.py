"""Where something stands: files, JSON pointers, and the lines and columns they lead to.

A node of any tree remembers only its file and its JSON pointer. Lines and columns are
looked up when a message needs them, so that a run without findings never pays for them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

JsonPointer: TypeAlias = tuple[str, ...]
"""The unescaped reference tokens of a JSON pointer (RFC 6901); empty for the root."""


class Place(NamedTuple):
    """A stretch of one line of a text; line and column count characters from 1."""

    line: int
    column: int
    length: int = 1


_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text as editors count them: LF, CRLF and CR end one.

    Other characters that Unicode calls line ends (U+2028, form feed, …) end none.
    """

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        ends = [(match.start(), match.end()) for match in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def place(self, start: int, end: int = 0) -> Place:
        """The place of the characters from offset `start` to `end`, of its line."""
        number = bisect_right(self._starts, start)
        end = min(end, self._ends[number - 1])
        return Place(number, start - self._starts[number - 1] + 1, max(1, end - start))

    def line(self, number: int) -> str:
        """The text of line `number`, counted from 1, without its end; else `""`."""
        if not 0 < number <= len(self._starts):
            return ""
        return self.text[self._starts[number - 1] : self._ends[number - 1]]


Locator: TypeAlias = Callable[[str], Mapping[JsonPointer, Place]]
"""Reads a text and says where each node of it begins (its key, where it has one)."""


@dataclass(eq=False, slots=True)
class SourceFile:
    """A text that was read.

    Args:
        name: how messages call it: a relative path with forward slashes, or a base name.
        uri: its identity, against which relative references are resolved.
        text: the decoded text.
        locator: finds the places in `text`, when first asked for one.
    """

    name: str
    uri: str
    text: str
    locator: Locator
    _places: Mapping[JsonPointer, Place] | None = field(default=None, repr=False)
    _lines: Lines | None = field(default=None, repr=False)

    def __reduce__(self) -> tuple[type[SourceFile], tuple[Any, ...]]:
        # Without the places and lines, which can be found again.
        return SourceFile, (self.name, self.uri, self.text, self.locator)

    def place(self, pointer: JsonPointer) -> Place:
        """Where `pointer` leads, or the nearest ancestor that stands in the text.

        Nodes behind a YAML alias, and nodes that an upgrade made up, have no place of
        their own.
        """
        if self._places is None:
            self._places = self.locator(self.text)
        for length in range(len(pointer), -1, -1):
            place = self._places.get(pointer[:length])
            if place is not None:
                return place
        return Place(1, 1)

    @property
    def lines(self) -> Lines:
        """The lines of the text, counted when first asked for."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    def line(self, number: int) -> str:
        """The text of line `number`, counted from 1, without its end."""
        return self.lines.line(number)

    def span(self, start: int, end: int = 0) -> Span:
        """The characters of the text from offset `start` to `end`, of one line."""
        return Span(self, self.lines.place(start, end))


class Location(NamedTuple):
    """A node of a file."""

    file: SourceFile
    pointer: JsonPointer

    @property
    def place(self) -> Place:
        """The line and column of the node."""
        return self.file.place(self.pointer)


class Span(NamedTuple):
    """A stretch of text that is no node, such as the place of a syntax error."""

    file: SourceFile
    place: Place


def format_pointer(pointer: JsonPointer) -> str:
    """The text of a JSON pointer (RFC 6901, section 3), `""` for the root."""
    return "".join(
        "/" + token.replace("~", "~0").replace("/", "~1") for token in pointer
    )


def parse_pointer(text: str) -> JsonPointer:
    """The tokens of a JSON pointer (RFC 6901, section 4).

    Raises:
        ValueError: `text` is neither empty nor begins with a slash.
    """
    if not text:
        return ()
    if not text.startswith("/"):
        raise ValueError(f"not a JSON pointer: {text!r}")
    if "~" not in text:
        return tuple(text[1:].split("/"))
    return tuple(
        token.replace("~1", "/").replace("~0", "~") for token in text[1:].split("/")
    )


def path_of(uri: str) -> Path | None:
    """The path of a `file:` URI, `None` for other URIs."""
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    parts = urlsplit(uri)
    return Path(url2pathname(parts.path)) if parts.scheme == "file" else None
