"""Source locations: files, JSON pointers, lines and columns.

A node of any tree stores only its file and its JSON pointer. Lines and columns are
computed when a message needs them, so a run without diagnostics never computes them.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeAlias

JsonPointer: TypeAlias = tuple[str, ...]
"""The unescaped reference tokens of a JSON pointer (RFC 6901); empty for the root."""


class Place(NamedTuple):
    """A range of characters in one line; line and column are 1-based."""

    line: int
    column: int
    length: int = 1


_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text as editors count them: LF, CRLF and CR end a line.

    Other Unicode line separators (U+2028, form feed, …) do not end a line.
    """

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        ends = [(match.start(), match.end()) for match in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def place(self, start: int, end: int = 0) -> Place:
        """Return the place of the characters from offset `start` to `end` in one line."""
        number = bisect_right(self._starts, start)
        end = min(end, self._ends[number - 1])
        return Place(number, start - self._starts[number - 1] + 1, max(1, end - start))

    def offset(self, place: Place) -> int:
        """Return the offset of the first character of a place."""
        return self._starts[place.line - 1] + place.column - 1

    def line(self, number: int) -> str:
        """Return line `number` (1-based) without its line end, or `""` if it does not exist."""
        if not 0 < number <= len(self._starts):
            return ""
        return self.text[self._starts[number - 1] : self._ends[number - 1]]


Locator: TypeAlias = Callable[[str], Mapping[JsonPointer, Place]]
"""Return the place of each node of a text: its key, or its value if it has no key."""


class AliasedPlaces(dict[JsonPointer, Place]):
    """Places of the nodes of a YAML text, and the nodes that its aliases refer to.

    Attributes:
        targets: Pointer of the node with the anchor, by the pointer of each alias.
    """

    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[JsonPointer, JsonPointer] = {}

    def resolve(self, pointer: JsonPointer) -> JsonPointer:
        """Return the pointer at which the text of a node is, behind aliases and `<<`."""
        current: JsonPointer = ()
        for token in pointer:
            child = self._child(current, token)
            if child is None:
                return pointer
            current = child
        return current

    def _child(self, parent: JsonPointer, token: str) -> JsonPointer | None:
        child = (*parent, token)
        if child in self:
            return self.targets.get(child, child)
        for source in self._merged(parent):
            inner = self._child(source, token)
            if inner is not None:
                return inner
        return None

    def _merged(self, parent: JsonPointer) -> Iterator[JsonPointer]:
        """Yield the mappings that `<<` merges into another, in the order of precedence."""
        merge = (*parent, "<<")
        if merge in self:
            merge = self.targets.get(merge, merge)
            yield merge
            for index in count():
                item = (*merge, str(index))
                if item not in self:
                    return
                yield self.targets.get(item, item)


class Origins(Protocol):
    """Origins of the nodes of a document that overlays have changed."""

    def find(self, pointer: JsonPointer) -> tuple[SourceFile | None, JsonPointer]:
        """Return the file and the pointer in which a node is written.

        The file is `None` for the document itself.
        """
        ...


@dataclass(eq=False, slots=True)
class SourceFile:
    """A source file.

    Args:
        name: Name in messages: a relative path with forward slashes, or a base name.
        uri: Base URI for relative references.
        text: Decoded text.
        locator: Function that finds the places of all nodes; called at most once.
        trace: Origins of the nodes that overlays have changed; `None` without overlays.
    """

    name: str
    uri: str
    text: str = field(repr=False)
    locator: Locator
    trace: Origins | None = field(default=None, repr=False)
    _places: Mapping[JsonPointer, Place] | None = field(default=None, repr=False)
    _known: dict[JsonPointer, Place] = field(default_factory=dict, repr=False)
    _lines: Lines | None = field(default=None, repr=False)

    def __reduce__(self) -> tuple[type[SourceFile], tuple[Any, ...]]:
        # Without the places and lines, which can be found again.
        return SourceFile, (self.name, self.uri, self.text, self.locator, self.trace)

    def place(self, pointer: JsonPointer) -> Place:
        """Return the place of a node, or of its nearest ancestor in the text.

        Nodes behind a YAML alias and nodes that the Swagger 2.0 upgrade creates do not
        have a place.
        """
        if pointer in self._known:
            return self._known[pointer]
        return self._find_place(self._locate(), pointer)

    def text_place(self, pointer: JsonPointer) -> Place:
        """Return the place of the text of a node, also of a node behind a YAML alias."""
        places = self._locate()
        if isinstance(places, AliasedPlaces):
            pointer = places.resolve(pointer)
        return self._find_place(places, pointer)

    def _locate(self) -> Mapping[JsonPointer, Place]:
        if self._places is None:
            self._places = self.locator(self.text)
        return self._places

    def _find_place(
        self, places: Mapping[JsonPointer, Place], pointer: JsonPointer
    ) -> Place:
        for length in range(len(pointer), -1, -1):
            place = places.get(pointer[:length])
            if place is not None:
                return place
        return Place(1, 1)

    def add_place(self, pointer: JsonPointer, place: Place) -> None:
        """Add the place of a node that another process has found in the same text."""
        self._known[pointer] = place

    @property
    def lines(self) -> Lines:
        """Lines of the text, computed at first use."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    def line(self, number: int) -> str:
        """Return line `number` (1-based) without its line end."""
        return self.lines.line(number)

    def span(self, start: int, end: int = 0) -> Span:
        """Return the span of the characters from offset `start` to `end` in one line."""
        return Span(self, self.lines.place(start, end))


class Location(NamedTuple):
    """A node of a file."""

    file: SourceFile
    pointer: JsonPointer

    @property
    def place(self) -> Place:
        """The line and column of the node."""
        return self.file.place(self.pointer)

    @property
    def uri(self) -> str:
        """The URI of the file, with the JSON pointer of the node as its fragment."""
        return f"{self.file.uri}#{format_pointer(self.pointer)}"

    @property
    def origin(self) -> Location:
        """The location in which the node is written: in its file, or in an overlay."""
        if self.file.trace is None:
            return self
        file, pointer = self.file.trace.find(self.pointer)
        return Location(file or self.file, pointer)


class Span(NamedTuple):
    """A range of text that is not a node, such as the place of a syntax error."""

    file: SourceFile
    place: Place


def format_pointer(pointer: JsonPointer) -> str:
    """Return a JSON pointer as a string (RFC 6901, section 3); `""` for the root."""
    if not pointer:
        return ""
    text = f"/{'/'.join(pointer)}"
    # Nearly all tokens are names without these characters.
    if "~" not in text and text.count("/") == len(pointer):
        return text
    return "".join(
        "/" + token.replace("~", "~0").replace("/", "~1") for token in pointer
    )


def parse_pointer(text: str) -> JsonPointer:
    """Return the reference tokens of a JSON pointer (RFC 6901, section 4).

    Raises:
        ValueError: `text` is not empty and does not start with a slash.
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


def uri_to_path(uri: str) -> Path | None:
    """Return the path of a `file:` URI, or `None` for other URIs."""
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(uri)
    if parts.scheme != "file":
        return None
    if sys.platform != "win32":
        return Path(unquote(parts.path))
    from urllib.request import url2pathname  # imports an HTTP client

    return Path(url2pathname(parts.path))
