"""Accumulation of the items of a stream into the response without streaming.

`Endpoint.aggregation` describes how the items form that response:

- `("pieces", entries, piece, whole)`: each item has a list `entries` of objects with an
  `index`. The values of `piece` are concatenated to `whole` of the entry with that index.
- `("event", tag, member, *last)`: the response is the property `member` of the last event,
  whose property `tag` has one of the values `last`.
- `("whole", tag, *last)`: the response is that event itself, without its tag.
- `("blocks", …)`: events begin and extend the parts of the response; see `blocks`.
- `("rules", …)`: what the settings of the client state; see `rules`.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, Final, Protocol

from ..lazy import load_feature
from ..models.declarations import declaration_of
from ..models.records import JSONObject, plain, type_of
from ..requests.encoding import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..requests.encoding import AnyList

_SCALARS: Final = frozenset((str, int, float, bool))
# Identifying strings: servers repeat them, and a repetition is not concatenated.
_IDENTIFIERS: Final = frozenset(("id", "type", "role", "object", "index"))
# Keys that tell apart the entries of a list.
_KEYS: Final = frozenset(("id", "index"))


class Accumulator(Protocol):
    """A combination of the items of a stream into the final response."""

    def add(self, value: dict[str, Any]) -> None:
        """Add an item, before it is converted to a model."""

    def is_complete(self) -> bool | None:
        """Return whether all items were received; `None` if the items do not tell."""
        ...

    def result(self, convert: Callable[[Any], Any]) -> Any:
        """Return the final response.

        Args:
            convert: Converts decoded JSON to the type of the response.

        Raises:
            LookupError: No item contains any part of the response.
            ValueError: The items do not form a response.
        """

    def snapshot(self, convert: Callable[[Any], Any]) -> Any:
        """Return the response so far, which later items do not change; see `result`."""


def accumulator_for(aggregation: tuple[Any, ...]) -> Accumulator:
    """Return the accumulator that an endpoint describes."""
    kind, *names = aggregation
    if kind == "blocks":
        from .blocks import BlockAccumulator

        return BlockAccumulator(*names)
    if kind == "rules":
        accumulator: Accumulator = load_feature("streaming.rules").RuleAccumulator(
            *names
        )
        return accumulator
    if kind == "pieces":
        return PieceAccumulator(*names)
    return MemberAccumulator(*names) if kind == "event" else EventAccumulator(*names)


class MemberAccumulator:
    """An accumulator for a response that is a property of the last event."""

    def __init__(self, tag: str, member: str, *last: str) -> None:
        self._tag = tag
        self._member = member
        self._last = last
        self._event: dict[str, Any] | None = None
        self._newest: dict[Any, dict[str, Any]] = {}

    def add(self, value: dict[str, Any]) -> None:
        """Add an item, before it is converted to a model."""
        tag = value.get(self._tag)
        if isinstance(tag, str) and is_object(value.get(self._member)):
            self._newest.pop(tag, None)  # So that the newest event is the last one.
            self._newest[tag] = value
        if tag in self._last and self._member in value:
            self._event = value

    def is_complete(self) -> bool:
        """Return whether all items were received."""
        return self._event is not None

    def result(self, convert: Callable[[Any], Any]) -> Any:
        """Return the final response."""
        if self._event is None:
            raise LookupError
        # The event and its property have been converted to models in place.
        member = self._event[self._member]
        return member if isinstance(member, JSONObject) else convert(member)

    def snapshot(self, convert: Callable[[Any], Any]) -> Any:
        """Return the property of the newest event that has the type of the response."""
        example: object = convert({})
        kind = type(example)
        for event in reversed(self._newest.values()):
            member = event[self._member]
            if isinstance(member, JSONObject) and issubclass(kind, type(member)):
                return convert(plain(member))
        raise LookupError


class EventAccumulator:
    """An accumulator for a response that is the last event."""

    def __init__(self, tag: str, *last: str) -> None:
        self._tag = tag
        self._last = last
        self._response: dict[str, Any] | None = None

    def add(self, value: dict[str, Any]) -> None:
        """Add an item, before it is converted to a model."""
        if value.get(self._tag) in self._last:
            # Copied, because the event is converted to a model in place.
            self._response = {
                key: plain(item) for key, item in value.items() if key != self._tag
            }

    def is_complete(self) -> bool:
        """Return whether all items were received."""
        return self._response is not None

    def result(self, convert: Callable[[Any], Any]) -> Any:
        """Return the final response."""
        if self._response is None:
            raise LookupError
        return convert(plain(self._response))

    def snapshot(self, convert: Callable[[Any], Any]) -> Any:
        """Return the final response, after which there are no events."""
        return self.result(convert)


class PieceAccumulator:
    """An accumulator for a response that is concatenated from pieces."""

    def __init__(self, entries: str, piece: str, whole: str) -> None:
        self._entries = entries
        self._piece = piece
        self._whole = whole
        self._head: dict[str, Any] = {}
        self._by_index: dict[int, dict[str, Any]] = {}

    def add(self, value: dict[str, Any]) -> None:
        """Add an item, before it is converted to a model."""
        head, entries = self._head, self._entries
        for key, item in value.items():
            if item is None or item == "":
                if head.get(key) is None:
                    head[key] = item
            elif key != entries:
                head[key] = item if type_of(item) in _SCALARS else plain(item)
            elif type_of(item) is list:
                for entry in item:
                    if type_of(entry) is dict:
                        self._add_entry(entry)

    def _add_entry(self, entry: dict[str, Any]) -> None:
        index = entry.get("index") or 0
        whole = self._by_index.get(index)
        if whole is None:
            whole = {}
            self._by_index[index] = whole
        for key, item in entry.items():
            if key == self._piece:
                target = whole.get(self._whole)
                if type_of(target) is dict and type_of(item) is dict:
                    _append_members(target, item)
                else:
                    _append(whole, self._whole, item)
            elif item is None or item == "":
                if whole.get(key) is None:
                    whole[key] = item
            elif type_of(item) in _SCALARS:
                whole[key] = item
            elif key == "logprobs":
                _append(whole, key, item)
            else:
                whole[key] = plain(item)

    def is_complete(self) -> bool | None:
        """Return whether all items were received."""
        missing = object()
        reasons = [
            entry.get("finish_reason", missing) for entry in self._by_index.values()
        ]
        if not reasons or missing in reasons:
            return None
        return None not in reasons

    def result(self, convert: Callable[[Any], Any]) -> Any:
        """Return the final response."""
        if not self._head and not self._by_index:
            raise LookupError
        entries = [_finished(self._by_index[index]) for index in sorted(self._by_index)]
        response = convert({**self._head, self._entries: entries})
        if isinstance(response, JSONObject):
            _set_literals(response)
            for entry in response.__dict__[self._entries]:
                _set_missing_nulls(entry)
                _set_missing_nulls(getattr(entry, "__dict__", {}).get(self._whole))
        return response

    def snapshot(self, convert: Callable[[Any], Any]) -> Any:
        """Return the response so far, which later items do not change."""
        # Copied, because the response is converted to models in place.
        return self.result(lambda value: convert(plain(value)))


class _Entries(dict[int, dict[str, Any]]):
    """The entries of a list by index, of which each is concatenated from pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.indexes = EntryIndexes()


class EntryIndexes:
    """The indexes of the entries of a list; some servers send none.

    Without an integer, entries with the same `index` or `id` have the same one, and an entry
    without both continues the last one.
    """

    def __init__(self) -> None:
        self._last = self._next = 0
        self._named: dict[object, int] = {}

    def find(self, entry: Mapping[str, Any]) -> int:
        """Return the index of an entry."""
        index, name = entry.get("index"), entry.get("id")
        if not isinstance(index, int):
            name = index if type_of(index) in _SCALARS else name
            is_named = type_of(name) in _SCALARS and name != ""
            index = self._named.get(name, self._next) if is_named else self._last
        if type_of(name) in _SCALARS:
            self._named[name] = index
        self._last, self._next = index, max(self._next, index + 1)
        return index


def _append(target: dict[str, Any], key: str, piece: Any) -> None:
    """Append a piece to the value of a key."""
    current = target.get(key)
    if isinstance(piece, str):
        if isinstance(current, StringIO):
            current.write(piece)
        elif not isinstance(current, str):
            target[key] = piece
        elif key in _IDENTIFIERS:
            # Some servers repeat them as empty strings.
            target[key] = piece or current
        elif key != "name" or current != piece:
            # Not `+`, which copies the whole string for each piece.
            target[key] = buffer = StringIO()
            buffer.write(current)
            buffer.write(piece)
    elif is_object(piece):
        whole = current
        if not is_object(whole):
            whole = dict[str, Any]()
            target[key] = whole
        _append_members(whole, piece)
    elif is_list(piece):
        _append_list(target, key, piece)
    elif piece is None:
        target.setdefault(key, None)
    else:
        target[key] = piece


def _append_members(target: Any, piece: dict[str, Any]) -> None:
    """Append each member of an object to that of another one."""
    for key, item in piece.items():
        member = target.get(key)
        # A shortcut for the most frequent case.
        if type_of(member) is StringIO and type_of(item) is str:
            member.write(item)
        else:
            _append(target, key, item)


def _append_list(target: dict[str, Any], key: str, piece: AnyList) -> None:
    """Append a list to the value of a key; entries with an `index` or `id` are merged."""
    if not target.get(key):
        are_entries = all(map(is_object, piece)) and any(
            _KEYS & x.keys() for x in piece
        )
        target[key] = _Entries() if are_entries else []
    current = target[key]
    if isinstance(current, _Entries):
        for item in filter(is_object, piece):
            index = current.indexes.find(item)
            members = {name: value for name, value in item.items() if name != "index"}
            _append_members(current.setdefault(index, {}), members)
    elif is_list(current) and isinstance(current, list):
        current.extend(plain(piece))


def _finished(value: Any) -> Any:
    """Return a value with its buffers and entries replaced by strings and lists."""
    if isinstance(value, StringIO):
        return value.getvalue()
    if isinstance(value, _Entries):
        return [_finished(value[index]) for index in sorted(value)]
    if is_object(value):
        return {key: _finished(item) for key, item in value.items()}
    return value


def _set_literals(response: JSONObject) -> None:
    """Replace constants of the items, such as `object`, by those of the response."""
    for key, values in _literals(response).items():
        (value,) = values if len(values) == 1 else (None,)
        if isinstance(value, str) and key in response.__dict__:
            response.__dict__[key] = value


def _literals(response: JSONObject) -> Mapping[str, frozenset[Any]]:
    return declaration_of(type(response)).literals()


def _set_missing_nulls(part: Any) -> None:
    """Set required nullable fields that no piece has set to `None`."""
    if not isinstance(part, JSONObject):
        return
    for key, field in declaration_of(type(part)).by_key.items():
        if field.required and key not in part.__dict__:
            annotation = field.annotation.value
            if isinstance(annotation, str) and annotation.endswith("| None"):
                part.__dict__[key] = None
