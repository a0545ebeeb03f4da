"""What the items of a stream add up to: the answer that would have come without one.

An endpoint says how its items do that. Either they are *pieces*: `("pieces", list, piece,
whole)` means that each item has a list of entries with an `index`, and that what stands in
an entry as `piece` is to be appended to what the answer has there as `whole`. Or one of them
is an *event* that holds all of it: `("event", tag, member, *last)` means that the answer is
the `member` of the last event, which is known by its `tag`: one of `last`. Or that event is
the answer itself, but for its tag: `("whole", tag, *last)`.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, Final, Protocol

from ..models.declarations import declaration_of
from ..requests.encoding import is_list, is_object
from ..models.records import Record, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..requests.encoding import AnyList

_SCALARS: Final = frozenset((str, int, float, bool))
# Texts that name something: a server that sends them again does not mean to append.
_NAMES: Final = frozenset(("id", "type", "role", "object", "index"))


class Sum(Protocol):
    """What the items so far add up to."""

    def add(self, value: dict[str, Any]) -> None:
        """Takes an item, before it becomes a view."""

    def complete(self) -> bool | None:
        """Whether all items were there; `None` where they do not show it."""
        ...

    def result(self, convert: Callable[[Any], Any]) -> Any:
        """The answer.

        Args:
            convert: Makes it of JSON.

        Raises:
            LookupError: No item had any of it.
        """


def sum_of(how: tuple[str, ...]) -> Sum:
    """The sum that an endpoint asks for."""
    kind, *names = how
    if kind == "pieces":
        return Pieces(*names)
    return Holding(*names) if kind == "event" else Whole(*names)


class Holding:
    """The answer is a member of an event."""

    def __init__(self, tag: str, member: str, *last: str) -> None:
        self._tag = tag
        self._member = member
        self._last = last
        self._event: dict[str, Any] | None = None

    def add(self, value: dict[str, Any]) -> None:
        if value.get(self._tag) in self._last and self._member in value:
            self._event = value

    def complete(self) -> bool:
        return self._event is not None

    def result(self, convert: Callable[[Any], Any]) -> Any:
        if self._event is None:
            raise LookupError
        # The event has become a view meanwhile, and its member with it.
        answer = self._event[self._member]
        return answer if isinstance(answer, Record) else convert(answer)


class Whole:
    """The answer is an event."""

    def __init__(self, tag: str, *last: str) -> None:
        self._tag = tag
        self._last = last
        self._answer: dict[str, Any] | None = None

    def add(self, value: dict[str, Any]) -> None:
        if value.get(self._tag) in self._last:
            # Apart from the view that the event becomes.
            members = value.items()
            self._answer = {
                key: plain(item) for key, item in members if key != self._tag
            }

    def complete(self) -> bool:
        return self._answer is not None

    def result(self, convert: Callable[[Any], Any]) -> Any:
        if self._answer is None:
            raise LookupError
        return convert(plain(self._answer))


class Pieces:
    """The answer is put together from pieces."""

    def __init__(self, entries: str, piece: str, whole: str) -> None:
        self._entries = entries
        self._piece = piece
        self._whole = whole
        self._head: dict[str, Any] = {}
        self._by_index: dict[int, dict[str, Any]] = {}

    def add(self, value: dict[str, Any]) -> None:
        head, entries = self._head, self._entries
        for key, item in value.items():
            if item is None:
                if key not in head:
                    head[key] = None
            elif key != entries:
                head[key] = item if item.__class__ in _SCALARS else plain(item)
            elif is_list(item):
                for entry in item:
                    self._add_entry(entry)

    def _add_entry(self, entry: Any) -> None:
        if not is_object(entry):
            return
        index = entry.get("index", 0)
        whole = self._by_index.get(index)
        if whole is None:
            whole = self._by_index[index] = {}
        for key, item in entry.items():
            if item is None:
                if key not in whole:
                    whole[key] = None
            elif key == self._piece:
                _append(whole, self._whole, item)
            elif item.__class__ in _SCALARS:
                whole[key] = item
            elif key == "logprobs":
                _append(whole, key, item)
            else:
                whole[key] = plain(item)

    def complete(self) -> bool | None:
        ends = [entry.get("finish_reason", self) for entry in self._by_index.values()]
        if not ends or self in ends:
            return None
        return None not in ends

    def result(self, convert: Callable[[Any], Any]) -> Any:
        if not self._head and not self._by_index:
            raise LookupError
        entries = [_settled(self._by_index[index]) for index in sorted(self._by_index)]
        answer = convert({**self._head, self._entries: entries})
        if isinstance(answer, Record):
            _own_literals(answer)
            for entry in answer.__dict__[self._entries]:
                _with_nulls(entry)
                _with_nulls(getattr(entry, "__dict__", {}).get(self._whole))
        return answer


class _Places(dict[int, dict[str, Any]]):
    """A list whose entries come in pieces, by their index."""


def _append(target: dict[str, Any], key: str, piece: Any) -> None:
    """Appends a piece to what stands under a key."""
    known = target.get(key)
    if isinstance(piece, str):
        if isinstance(known, StringIO):
            known.write(piece)
        elif not isinstance(known, str) or key in _NAMES:
            target[key] = piece
        elif key != "name" or known != piece:
            # Not `+`, which would copy all of a long text for each of its pieces.
            target[key] = text = StringIO()
            text.write(known)
            text.write(piece)
    elif is_object(piece):
        whole = known
        if not is_object(whole):
            whole = target[key] = {}
        for name, item in piece.items():
            so_far = whole.get(name)
            # The most frequent case by far, without the detour.
            if isinstance(so_far, StringIO) and isinstance(item, str):
                so_far.write(item)
            else:
                _append(whole, name, item)
    elif is_list(piece):
        _append_list(target, key, piece)
    elif piece is None:
        target.setdefault(key, None)
    else:
        target[key] = piece


def _append_list(target: dict[str, Any], key: str, piece: AnyList) -> None:
    places = all(is_object(item) and "index" in item for item in piece)
    if target.get(key) is None:
        target[key] = _Places() if places and piece else []
    known = target[key]
    if isinstance(known, _Places) and places:
        for item in piece:
            members = dict(item)
            place = known.setdefault(members.pop("index"), {})
            for name, member in members.items():
                _append(place, name, member)
    elif is_list(known) and isinstance(known, list):
        known.extend(plain(piece))


def _settled(value: Any) -> Any:
    """A value with its texts and lists put together."""
    if isinstance(value, StringIO):
        return value.getvalue()
    if isinstance(value, _Places):
        return [_settled(value[index]) for index in sorted(value)]
    if is_object(value):
        return {key: _settled(item) for key, item in value.items()}
    return value


def _own_literals(answer: Record) -> None:
    """Sets what the document says that every answer says; the pieces say it of pieces."""
    for key, values in _literals(answer).items():
        (value,) = values if len(values) == 1 else (None,)
        if isinstance(value, str) and key in answer.__dict__:
            answer.__dict__[key] = value


def _literals(answer: Record) -> Mapping[str, frozenset[Any]]:
    return declaration_of(type(answer)).literals()


def _with_nulls(part: Any) -> None:
    """Says null for what is always there and no piece had a word of."""
    if not isinstance(part, Record):
        return
    for key, field in declaration_of(type(part)).by_key.items():
        if field.required and key not in part.__dict__:
            annotation = field.annotation.value
            if isinstance(annotation, str) and annotation.endswith("| None"):
                part.__dict__[key] = None
