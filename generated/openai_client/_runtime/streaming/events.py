"""Events of a stream of chunks: the chunks, and the texts that they add to a response."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Literal,
    Protocol,
    TypeVar,
    cast,
)

from ..lazy import set_public_module
from ..models.records import JSONObject
from ..requests.encoding import is_list
from .accumulation import EntryIndexes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .items import Items

C = TypeVar("C")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
K = TypeVar("K", bound=str)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Path = tuple[str, ...]

ITEMS: Final = "[]"
"""Element of a path that stands for each item of an array."""


class ParsedResult(Protocol[T_co]):
    """A response with values that are parsed to a type of the caller, for type checkers."""

    def _parsed_type(self) -> T_co | None: ...


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


class ParsedDoneEvent(DoneEvent[K], Generic[K, R_co]):
    """A complete text, which is parsed if the call has a type for it.

    Attributes:
        type, text, index, item, name: As in a `DoneEvent`.
    """

    __slots__ = ("_parse", "_parsed")

    def __init__(
        self, type_: K, text: Text, parse: Callable[[str], Any] | None
    ) -> None:
        super().__init__(type_, text)
        self._parse = parse
        self._parsed: Any = None

    @property
    def parsed(self: ParsedDoneEvent[Any, ParsedResult[T]]) -> T | None:
        """The text as an instance of the type of the call; `None` without a type.

        Raises:
            APIResponseValidationError: The text does not match the type.
            IncompleteResponseError: The text is cut off.
        """
        if self._parse is not None:
            self._parsed, self._parse = self._parse(self.text), None
        return cast("T | None", self._parsed)


class ArgumentsDoneEvent(DoneEvent[K]):
    """The complete arguments of the call of a tool.

    Attributes:
        type, text, index, item, name: As in a `DoneEvent`.
    """

    __slots__ = ("_parse", "_parsed")

    def __init__(
        self, type_: K, text: Text, parse: Callable[[str], object] | None
    ) -> None:
        super().__init__(type_, text)
        self._parse = parse
        self._parsed: object = None

    @property
    def parsed_arguments(self) -> object:
        """The arguments as an instance of the type that was passed for the tool.

        `None` without a type.

        Raises:
            APIResponseValidationError: The arguments do not match the type.
            IncompleteResponseError: The arguments are cut off.
        """
        if self._parse is not None:
            self._parsed, self._parse = self._parse(self.text), None
        return self._parsed


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
        parsed_text: Name of the text that is parsed to a type of the caller; `""` if there
            is none.
        arguments_text: Name of the text that is the arguments of a tool; `""` if there is
            none.
    """

    def __init__(
        self,
        items: Items[Any],
        texts: tuple[Path, ...] | None,
        parsed_text: str,
        arguments_text: str,
    ) -> None:
        self._arguments_text = arguments_text
        self._items = items
        self._paths = texts
        self._parsed_text = parsed_text
        self._texts: dict[tuple[str, int, int | None], Text] = {}
        self._indexes: dict[tuple[Path, int], EntryIndexes] = {}

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
            index = members.get("index") or 0
            for path in self._paths:
                yield from self._read_text(path, members, path, index, None)
            reason = members.get("finish_reason")
            if reason is not None:
                yield from self._end(index, reason)

    def finish(self) -> Iterator[Any]:
        """Yield the events of the end of the stream."""
        for index in dict.fromkeys(text.index for text in self._texts.values()):
            yield from self._end(index, None)

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
            indexes = self._indexes.setdefault((path, index), EntryIndexes())
            for entry in value if is_list(value) else ():
                inner = _members(entry)
                number = indexes.find(inner)
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

    def _end(self, index: int, reason: object) -> Iterator[Any]:
        """Yield the events of the texts of an entry that has ended for a reason."""
        ended = [key for key, text in self._texts.items() if text.index == index]
        for key in ended:
            text = self._texts.pop(key)
            kind = f"{text.kind}.done"
            if text.pieces and text.kind == self._parsed_text:
                parse = self._items.text_parser(reason)
                yield ParsedDoneEvent[Any, Any](kind, text, parse)
            elif text.pieces and text.kind == self._arguments_text:
                parse = self._items.arguments_parser(text.name, reason)
                yield ArgumentsDoneEvent[Any](kind, text, parse)
            elif text.pieces:
                yield DoneEvent[Any](kind, text)


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


set_public_module(
    "", ArgumentsDoneEvent, ChunkEvent, DeltaEvent, DoneEvent, ParsedDoneEvent
)
