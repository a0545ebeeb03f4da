"""The text of a response that the last event of a stream contains or equals.

Events with a string `delta` are pieces of a text. The name of such an event ends with the
type of the objects of the response that hold the text, before the word `delta`: the pieces
`response.output_text.delta` belong to the objects with the type `output_text`. Members such
as `output_index` name the arrays that contain these objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...frozen_dataclass import dataclass
from ...model.accumulation import StreamText, TextPiece
from ...model.operations import KeyPath
from ...model.structured import ITEMS
from ...model.types import Key, ListOf, Object, Type
from ...words import singular, split_words
from ..schemas.type_queries import Shapes
from .events import last_word

_TEXTS = ("text", "content")
"""Names of a text that a model writes, rather than of another string of a response."""

_DELTA = "delta"
_INDEX = "_index"
_ROLE = "role"


@dataclass(frozen=True, slots=True)
class _Piece:
    """An event that contains a piece of a text.

    Args:
        kind: Value of the tag of the event.
        key: Member with the piece.
        arrays: Names of the arrays whose indexes the event contains.
    """

    kind: str
    key: str
    arrays: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Place:
    """A string of a response that can be its text.

    Args:
        holder: Path of the objects with the string.
        key: Key of the string.
        tag: Key and value that such objects have; empty for all objects.
        has_role: Whether the objects are part of an object with a role.
    """

    holder: KeyPath
    key: str
    tag: tuple[str, str] | tuple[()]
    has_role: bool

    @property
    def arrays(self) -> frozenset[str]:
        """The names of the arrays on the path, in the singular."""
        return frozenset(
            singular(name)
            for name, following in zip(self.holder, self.holder[1:], strict=False)
            if following == ITEMS
        )

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the type of the objects, or of the key without a type."""
        return split_words(self.tag[1] if self.tag else self.key)

    def fits(self, piece: _Piece) -> bool:
        """Return whether an event is named after the objects, or after the string."""
        words = self.words
        is_named = split_words(piece.kind)[:-1][-len(words) :] == words
        return bool(words) and is_named and piece.arrays <= self.arrays


@dataclass(frozen=True, slots=True)
class _Holder:
    """An object of a response, which can be reached on several paths.

    Args:
        texts: Keys of the strings that can be the text.
        tags: Keys and values of the strings with a single value.
        has_role: Whether the object has a role.
        inner: The objects in it, each with the path from this one.
    """

    texts: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    has_role: bool
    inner: tuple[tuple[KeyPath, Object], ...]


def find_event_text(
    shapes: Shapes, events: Iterable[Object], tag: str, response: Object
) -> StreamText | None:
    """Return the text of a response; `None` if several strings could be it.

    Args:
        shapes: Queries on all types.
        events: Types of the events.
        tag: Key of the kind of an event.
        response: Type of the response.
    """
    pieces = list(_list_pieces(shapes, events, tag))
    places = list(dict.fromkeys(_list_places(shapes, response)))
    pairs = [pair for piece in pieces for pair in _find_places(piece, places)]
    if not pairs and len(pieces) == len(places) == 1 and not places[0].tag:
        pairs = [(pieces[0], places[0])]
    chosen = _choose(pairs, response)
    if chosen is None:
        return None
    piece, place = chosen
    conditions = ((((tag,), piece.kind)),)
    where = (place.tag[0], (place.tag[1],)) if place.tag else ()
    return StreamText(
        (TextPiece((piece.key,), conditions),), place.holder, place.key, where
    )


def _find_places(
    piece: _Piece, places: Iterable[_Place]
) -> Iterator[tuple[_Piece, _Place]]:
    """Yield the places that an event is named after, with as many words as possible."""
    fitting = [place for place in places if place.fits(piece)]
    length = max((len(place.words) for place in fitting), default=0)
    yield from ((piece, place) for place in fitting if len(place.words) == length)


def _list_pieces(
    shapes: Shapes, events: Iterable[Object], tag: str
) -> Iterator[_Piece]:
    """Yield the events whose name ends with `delta` and that have one kind."""
    for event in events:
        members = {item.name: item for item in event.properties}
        kinds = shapes.values(members[tag].type) if tag in members else ()
        if len(kinds) != 1 or last_word(kinds[0]) != _DELTA:
            continue
        keys = (key for key in (_DELTA, *_TEXTS) if key in members)
        key = next((each for each in keys if shapes.is_string(members[each].type)), "")
        if key:
            indexes = (name for name in members if name.endswith(_INDEX))
            arrays = (singular(name.removesuffix(_INDEX)) for name in indexes)
            yield _Piece(kinds[0], key, frozenset(arrays))


def _list_places(shapes: Shapes, response: Object) -> Iterator[_Place]:
    """Yield the strings of a response that can be its text."""
    holders: dict[Key, _Holder] = {}
    pending: list[tuple[Object, KeyPath, bool, frozenset[Key]]] = [
        (response, (), False, frozenset())
    ]
    while pending:
        owner, path, has_role, above = pending.pop()
        key = owner.header.key
        holder = holders.get(key)
        if holder is None:
            holder = holders[key] = _read_holder(shapes, owner)
        has_role = has_role or (bool(path) and holder.has_role)
        for text in holder.texts:
            for tag in holder.tags or ((),):
                yield _Place(path, text, tag, has_role)
        inner = above | {key}
        pending += [
            (each, (*path, *steps), has_role, inner)
            for steps, each in holder.inner
            if each.header.key not in inner
        ]


def _read_holder(shapes: Shapes, owner: Object) -> _Holder:
    members = {item.name: item for item in owner.properties}
    inner: list[tuple[KeyPath, Object]] = []
    for name, item in members.items():
        for shape in shapes.alternatives(item.type):
            steps: KeyPath = (name,)
            objects: Iterable[Type | Object] = (shape,)
            if isinstance(shape, ListOf):
                steps = (name, ITEMS)
                objects = shapes.alternatives(shape.item)
            inner += [(steps, each) for each in objects if isinstance(each, Object)]
    tags = [
        (name, values[0])
        for name, item in members.items()
        if len(values := shapes.values(item.type)) == 1
    ]
    texts = [
        key for key in _TEXTS if key in members and shapes.is_string(members[key].type)
    ]
    return _Holder(tuple(texts), tuple(tags), _ROLE in members, tuple(inner))


def _choose(
    pairs: list[tuple[_Piece, _Place]], response: Object
) -> tuple[_Piece, _Place] | None:
    """Return the text that a model writes; `None` if several texts could be it.

    That is the text which the document describes as joined, otherwise the only one, or the
    only one of an object with a role, such as a message.
    """
    joined = {item.tag[1] for item in response.joined}
    if len(joined) == 1:
        arrays = {(item.array, *item.inner) for item in response.joined}
        pairs = [
            pair
            for pair in pairs
            if pair[1].tag and pair[1].tag[1] in joined
            if any(pair[1].holder[:1] == each[:1] for each in arrays)
        ]
    with_role = [pair for pair in pairs if pair[1].has_role]
    for candidates in (pairs, with_role):
        if len(candidates) == 1:
            return candidates[0]
    return None
