"""Accumulation of events that begin and extend the blocks of a response."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..models.records import plain
from ..requests.encoding import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Pair = tuple[str, str]


class BlockAccumulator:
    """An accumulator for a response whose array consists of blocks.

    An event with members whose effect is not described makes the response unknown: it is
    reported by `result`, and the events themselves can still be read.

    Args:
        tag: Key of the kind of an event, of a block and of a delta.
        start: Event that contains the response at its begin, and the member.
        begin: Event that contains a block with its `index`, and the member.
        entries: Array of the response that contains the blocks.
        delta: Event that changes the block with its `index`, and the member.
        rules: Kind and key of a member of a delta, how it changes its block (`text` and
            `json` are appended to a string or to JSON text, `item` to an array), and the
            changed member.
        updates: Events whose members replace those of the response, each with the members
            whose own members do. Objects are merged, and `null` changes nothing.
        last: Events after which the response is complete.
        neutral: Events that change nothing.
    """

    def __init__(
        self,
        tag: str,
        start: Pair,
        begin: Pair,
        entries: str,
        delta: Pair,
        rules: tuple[tuple[str, str, str, str], ...],
        updates: tuple[tuple[str, tuple[str, ...]], ...],
        last: tuple[str, ...],
        neutral: tuple[str, ...],
    ) -> None:
        self._tag = tag
        self._start = start
        self._begin = begin
        self._entries = entries
        self._delta = delta
        self._rules = rules
        self._updates = dict(updates)
        self._last = last
        self._neutral = neutral
        self._head: dict[str, Any] | None = None
        self._blocks: dict[int, dict[str, Any]] = {}
        self._pieces: dict[tuple[int, str, str], list[Any]] = {}
        self._is_ended = False
        self._problem = ""

    def add(self, value: dict[str, Any]) -> None:
        """Add an item, before it is converted to a model."""
        kind = value.get(self._tag)
        if kind == self._start[0]:
            self._set_head(value.get(self._start[1]))
        elif kind == self._begin[0]:
            self._begin_block(value.get("index"), value.get(self._begin[1]))
        elif kind == self._delta[0]:
            self._extend(value.get("index"), value.get(self._delta[1]))
        elif kind in self._updates:
            self._update(value, self._updates[kind])
        elif kind in self._last:
            self._is_ended = True
        elif kind not in self._neutral and value.keys() - {self._tag}:
            self._fail(f"the effect of the event {kind!r} is not known")

    def _fail(self, problem: str) -> None:
        self._problem = self._problem or problem

    def _set_head(self, response: Any) -> None:
        if not is_object(response):
            self._fail(f"the event {self._start[0]!r} has no {self._start[1]!r}")
            return
        head: dict[str, Any] = plain(dict(response))
        blocks = head.pop(self._entries, None)
        self._head = head
        self._blocks = dict(enumerate(blocks)) if is_list(blocks) else {}
        self._pieces.clear()

    def _begin_block(self, index: Any, block: Any) -> None:
        if isinstance(index, int) and is_object(block):
            self._blocks[index] = plain(dict(block))
        else:
            self._fail(f"the event {self._begin[0]!r} has no index or no block")

    def _extend(self, index: Any, delta: Any) -> None:
        """Add the members of a delta to the pieces of a block."""
        if index not in self._blocks or not is_object(delta):
            self._fail(f"the event {self._delta[0]!r} belongs to no block")
            return
        kind = delta.get(self._tag)
        rules = [rule for rule in self._rules if rule[0] == kind]
        if not rules:
            self._fail(f"the effect of the delta {kind!r} is not known")
        for _, key, how, target in rules:
            piece = delta.get(key)
            if piece is None:
                continue
            if how != "item" and not isinstance(piece, str):
                self._fail(f"{key!r} of the delta {kind!r} is not a string")
                continue
            self._pieces.setdefault((index, how, target), []).append(plain(piece))

    def _update(self, value: Mapping[str, Any], spread: tuple[str, ...]) -> None:
        if self._head is None:
            self._fail(f"the event {value[self._tag]!r} comes before the response")
            return
        for key, item in value.items():
            if key in spread and is_object(item):
                for name, member in item.items():
                    _merge(self._head, name, member)
            elif key not in (self._tag, *spread):
                _merge(self._head, key, item)

    def is_complete(self) -> bool:
        """Return whether all items were received."""
        return self._is_ended

    def result(self, convert: Callable[[Any], Any]) -> Any:
        """Return the final response."""
        return convert(self._build(is_final=True))

    def snapshot(self, convert: Callable[[Any], Any]) -> Any:
        """Return the response so far, which later items do not change.

        Values whose JSON text is incomplete are those with which their block began.
        """
        return convert(self._build(is_final=False))

    def _build(self, is_final: bool) -> dict[str, Any]:
        if self._problem:
            raise ValueError(self._problem)
        if self._head is None:
            raise LookupError
        blocks = {index: plain(self._blocks[index]) for index in sorted(self._blocks)}
        for (index, how, target), pieces in self._pieces.items():
            place = f"{self._entries}[{index}].{target}"
            _extend_member(blocks[index], target, how, pieces, place, is_final)
        return {**plain(self._head), self._entries: list(blocks.values())}


def _extend_member(
    block: dict[str, Any],
    target: str,
    how: str,
    pieces: list[Any],
    place: str,
    is_final: bool,
) -> None:
    """Append pieces to a member of a block.

    Raises:
        ValueError: The member has another type, or its JSON text is invalid.
    """
    current = block.get(target)
    if how == "json":
        text = "".join(pieces)
        try:
            if text.strip():
                block[target] = json.loads(text)
        except ValueError as error:
            if is_final:
                raise ValueError(f"{place} is not valid JSON: {error}") from error
        return
    if how == "text" and isinstance(current, str | None):
        block[target] = (current or "") + "".join(pieces)
    elif how == "item" and (current is None or is_list(current)):
        block[target] = [*(current or ()), *plain(pieces)]
    else:
        raise ValueError(f"{place} cannot be extended")


def _merge(target: dict[str, Any], key: str, value: Any) -> None:
    """Replace a member; objects are merged, and `null` changes nothing."""
    current = target.get(key)
    if value is None:
        target.setdefault(key, None)
    elif is_object(value) and is_object(current):
        merged = dict(current)
        for name, item in value.items():
            _merge(merged, name, item)
        target[key] = merged
    else:
        target[key] = plain(value)
