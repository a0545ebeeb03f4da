"""Pointer of the next node while a text is parsed."""

from __future__ import annotations

from collections.abc import Iterator

from ..limits import MAX_DEPTH
from ..source import JsonPointer, Place


class Position:
    """Pointer of the next node while a text is parsed; the caller sets `key` for each key."""

    __slots__ = ("_counts", "_path", "key")

    def __init__(self) -> None:
        self._path: list[str] = []
        self._counts: list[int | None] = []
        self.key: str | None = None

    @property
    def pointer(self) -> JsonPointer:
        """Pointer of the value that was added last, before another one follows."""
        return tuple(self._path)

    @property
    def is_outside(self) -> bool:
        """Whether no mapping or list is open."""
        return not self._counts

    @property
    def expects_key(self) -> bool:
        """Whether the next scalar is a key of a mapping."""
        return bool(self._counts) and self._counts[-1] is None and self.key is None

    @property
    def is_too_deep(self) -> bool:
        """Whether to stop, since time and memory grow quadratically with the depth."""
        return len(self._counts) > MAX_DEPTH

    def enter(self, mapping: bool) -> None:
        """Enter a mapping or a list."""
        self._counts.append(None if mapping else 0)
        self.key = None

    def leave(self) -> None:
        """Leave the innermost mapping or list."""
        self._counts.pop()
        self.key = None
        self.remove_last()

    def remove_last(self) -> None:
        """Remove the last token of the pointer."""
        if self._path:
            self._path.pop()

    def add_value(self, place: Place) -> Iterator[tuple[JsonPointer, Place]]:
        """Add the next value to the pointer; yield its place unless it has a key."""
        if not self._counts:
            yield (), place
            return
        count = self._counts[-1]
        if count is None:
            self._path.append(self.key or "")
            self.key = None
            return
        yield from self.entry(str(count), place)
        self._path.append(str(count))
        self._counts[-1] = count + 1

    def entry(self, token: str, place: Place) -> Iterator[tuple[JsonPointer, Place]]:
        """Yield the place of an entry of the innermost node."""
        yield (*self._path, token), place
