"""Streams of typed events of a response that has one text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, cast

from ..lazy import set_public_module
from ..models.records import JSONObject
from ..requests.encoding import is_list
from .event_streams import AsyncEventStream, EventStream, EventT, ResultT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    Path = tuple[str, ...]
    Piece = tuple[Path, tuple[tuple[Path, str | int], ...]]
    Text = tuple[Path, str, tuple[str, tuple[str, ...]] | tuple[()]]


class TextEventStream(EventStream[EventT, ResultT], Generic[EventT, ResultT]):
    """An `EventStream` whose response has a text.

    If a response has several entries, such as choices, the text is that of the first.
    """

    if TYPE_CHECKING:  # At run time, the annotations could not be evaluated.
        _pieces: ClassVar[tuple[Piece, ...]]
        _text: ClassVar[Text]

    @property
    def text_stream(self) -> Iterator[str]:
        """The pieces of the text, as the events arrive.

        Events that it reads are not yielded by the stream itself.
        """
        for event in self:
            piece = find_piece(event, self._pieces)
            if piece:
                yield piece

    def get_final_text(self) -> str:
        """Read the remaining events, and return the text of the complete response.

        Returns:
            The text; `""` if the response has none.

        Raises:
            APIError: As `final` does.
        """
        return join_text(self.final(), *self._text)


class AsyncTextEventStream(AsyncEventStream[EventT, ResultT], Generic[EventT, ResultT]):
    """A `TextEventStream` of an asynchronous client."""

    if TYPE_CHECKING:  # At run time, the annotations could not be evaluated.
        _pieces: ClassVar[tuple[Piece, ...]]
        _text: ClassVar[Text]

    @property
    async def text_stream(self) -> AsyncIterator[str]:
        """The pieces of the text, as the events arrive.

        Events that it reads are not yielded by the stream itself.
        """
        async for event in self:
            piece = find_piece(event, self._pieces)
            if piece:
                yield piece

    async def get_final_text(self) -> str:
        """Read the remaining events, and return the text of the complete response.

        Returns:
            The text; `""` if the response has none.

        Raises:
            APIError: As `final` does.
        """
        return join_text(await self.final(), *self._text)


def find_piece(event: object, pieces: tuple[Piece, ...]) -> str:
    """Return the piece of the text in an event; `""` if there is none.

    Args:
        event: The event.
        pieces: Path of each kind of piece, and the paths and values that its event has.
    """
    for path, conditions in pieces:
        if all(_member_at(event, place) == value for place, value in conditions):
            piece = _member_at(event, path)
            return piece if isinstance(piece, str) else ""
    return ""


def join_text(
    response: object,
    holder: Path,
    key: str,
    where: tuple[str, tuple[str, ...]] | tuple[()],
) -> str:
    """Return the text of a response, whose parts are joined.

    Args:
        response: The response.
        holder: Path of the objects with a part of the text; `[]` represents each item of
            an array, `[0]` the first one.
        key: Key of the text.
        where: Key and possible values that such objects have; `()` for all objects.
    """
    texts = [
        _member(item, key)
        for item in _items_at(response, holder)
        if not where or _member(item, where[0]) in where[1]
    ]
    return "".join(text for text in texts if isinstance(text, str))


def _items_at(value: object, path: Path) -> Iterator[object]:
    """Yield the values at a path."""
    if not path:
        yield value
    elif path[0] in ("[]", "[0]"):
        items = value if is_list(value) else ()
        for item in items if path[0] == "[]" else items[:1]:
            yield from _items_at(item, path[1:])
    else:
        yield from _items_at(_member(value, path[0]), path[1:])


def _member_at(value: object, path: Path) -> object:
    for key in path:
        value = _member(value, key)
    return value


def _member(value: object, key: str) -> Any:
    """Return a member of a JSON object, or an attribute of another event."""
    if isinstance(value, JSONObject):
        return value.__dict__.get(key)
    if isinstance(value, Mapping):
        return cast("Mapping[str, object]", value).get(key)
    return getattr(value, key, None)


set_public_module("", TextEventStream, AsyncTextEventStream)
