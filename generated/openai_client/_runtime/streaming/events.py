"""Events of a stream of chunks: the chunks, and the texts that they add to a response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar, cast

from ..models.records import JSONObject
from ..public import set_public_module
from ..requests.encoding import is_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .items import Items

C = TypeVar("C")
R = TypeVar("R")
K = TypeVar("K", bound=str)
Path = tuple[str, ...]

ITEMS: Final = "[]"
"""Element of a path that stands for each item of an array."""


class ChunkEvent(Generic[C, R]):
    """A chunk of a stream.

    Attributes:
        type: `"chunk"`.
        chunk: The chunk.
    """

    __slots__ = ("_items", "chunk")

    type: Literal["chunk"] = "chunk"

    def __init__(self, chunk: C, items: Items[Any]) -> None:
        self.chunk = chunk
        self._items = items

    @property
    def snapshot(self) -> R:
        """The response so far: as of now, if the stream was read further."""
        return cast("R", self._items.snapshot())

    def __repr__(self) -> str:
        return f"ChunkEvent(chunk={self.chunk!r})"


class DeltaEvent(Generic[K]):
    """A piece of a text.

    Attributes:
        type: Keys of the text and `delta`, such as `"content.delta"`.
        delta: The piece.
        index: Index of the entry of the response, such as that of a choice.
        item: Index of an item of that entry, such as a tool call; `None` if the text is
            not in one.
        name: The `name` beside the text, such as that of the function; `None` for none.
    """

    __slots__ = ("_length", "_text", "delta", "type")

    type: K  # Declared, so that type checkers select the class by it.

    def __init__(self, type_: K, delta: str, text: Text) -> None:
        self.type = type_
        self.delta = delta
        self._text = text
        self._length = len(text.pieces)

    @property
    def index(self) -> int:
        """Index of the entry of the response."""
        return self._text.index

    @property
    def item(self) -> int | None:
        """Index of the item of that entry; `None` if the text is not in one."""
        return self._text.item

    @property
    def name(self) -> str | None:
        """The `name` beside the text; `None` for none."""
        return self._text.name

    @property
    def snapshot(self) -> str:
        """The text up to this piece."""
        return "".join(self._text.pieces[: self._length])

    def __repr__(self) -> str:
        return f"DeltaEvent(type={self.type!r}, delta={self.delta!r})"


class DoneEvent(Generic[K]):
    """A complete text.

    Attributes:
        type: Keys of the text and `done`, such as `"content.done"`.
        text: The text.
        index, item, name: As in a `DeltaEvent`.
    """

    __slots__ = ("index", "item", "name", "text", "type")

    type: K

    def __init__(self, type_: K, text: Text) -> None:
        self.type = type_
        self.text = "".join(text.pieces)
        self.index = text.index
        self.item = text.item
        self.name = text.name

    def __repr__(self) -> str:
        return f"DoneEvent(type={self.type!r}, text={self.text!r})"


class Text:
    """A text of a response, whose pieces arrive in chunks."""

    __slots__ = ("index", "item", "kind", "name", "pieces")

    def __init__(self, kind: str, index: int, item: int | None) -> None:
        self.kind = kind
        self.index = index
        self.item = item
        self.name: str | None = None
        self.pieces: list[str] = []


class EventReader:
    """A conversion of the items of a stream to events.

    Args:
        items: The items of the stream.
        texts: Paths of the texts in the object that a chunk appends to an entry; `None`
            if the items are events themselves. The path of an entry that is itself a
            text has no keys after that of the entry.
    """

    def __init__(self, items: Items[Any], texts: tuple[Path, ...] | None) -> None:
        self._items = items
        self._paths = texts
        self._texts: dict[tuple[str, int, int | None], Text] = {}

    def read(self, item: Any) -> Iterator[Any]:
        """Yield the events of an item."""
        if self._paths is None:
            yield item
            return
        yield ChunkEvent[Any, Any](item, self._items)
        aggregation = self._items.call.endpoint.aggregation or ("", "")
        entries = _members(item).get(aggregation[1])
        for entry in entries if is_list(entries) else ():
            members = _members(entry)
            index = members.get("index", 0)
            for path in self._paths:
                yield from self._read_text(path, members, path, index, None)
            if members.get("finish_reason") is not None:
                yield from self._end(index)

    def finish(self) -> Iterator[Any]:
        """Yield the events of the end of the stream."""
        for index in dict.fromkeys(text.index for text in self._texts.values()):
            yield from self._end(index)

    def _read_text(
        self,
        path: Path,
        members: Mapping[str, Any],
        rest: Path,
        index: int,
        item: int | None,
    ) -> Iterator[Any]:
        """Yield the event of the piece at a path, if there is one."""
        key, *keys = rest
        value = members.get(key)
        if keys[:1] == [ITEMS]:
            for entry in value if is_list(value) else ():
                inner = _members(entry)
                number = inner.get("index", 0)
                yield from self._read_text(path, inner, (*keys[1:],), index, number)
        elif keys:
            yield from self._read_text(path, _members(value), (*keys,), index, item)
        else:
            yield from self._add(path, members, value, index, item)

    def _add(
        self,
        path: Path,
        members: Mapping[str, Any],
        piece: object,
        index: int,
        item: int | None,
    ) -> Iterator[Any]:
        """Add a piece to its text, and yield its event."""
        kind = name_text(path)
        text = self._texts.get((kind, index, item))
        if text is None:
            if not isinstance(piece, str):
                return
            text = self._texts[kind, index, item] = Text(kind, index, item)
        name = members.get("name")
        if isinstance(name, str) and name:
            text.name = name
        if isinstance(piece, str) and piece:
            text.pieces.append(piece)
            yield DeltaEvent[Any](f"{kind}.delta", piece, text)

    def _end(self, index: int) -> Iterator[Any]:
        """Yield the events of the texts of an entry that has ended."""
        ended = [key for key, text in self._texts.items() if text.index == index]
        for key in ended:
            text = self._texts.pop(key)
            if text.pieces:
                yield DoneEvent[Any](f"{text.kind}.done", text)


def name_text(path: Path) -> str:
    """Return the name of a text in the types of its events.

    Args:
        path: Path from the entry; its first key is that of the appended object, unless
            that is the text.
    """
    keys = [key for key in path if key != ITEMS]
    return ".".join(keys[1:] or keys)


def _members(value: object) -> Mapping[str, Any]:
    """Return the members of an object; none if it is something else."""
    if isinstance(value, JSONObject):
        return value.__dict__
    return cast("Mapping[str, Any]", value) if isinstance(value, dict) else {}


set_public_module("", ChunkEvent, DeltaEvent, DoneEvent)
