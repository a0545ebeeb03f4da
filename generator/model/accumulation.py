"""Accumulation of a response from events that begin and extend its parts."""

from __future__ import annotations

from typing import TypeAlias

from ..frozen_dataclass import dataclass

Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeltaRule:
    """The effect of a member of a delta on a member of a block.

    Args:
        kind: Value of the tag of the delta.
        key: Member of the delta.
        how: `text` to append to a string, `item` to append to an array, `json` to append
            to the JSON text of a value.
        target: Member of the block.
    """

    kind: str
    key: str
    how: str
    target: str


@dataclass(frozen=True, slots=True)
class Blocks:
    """Events that form a response whose array is built from blocks.

    Args:
        tag: Key whose value is the kind of an event.
        start: Event that contains the response at its begin, and the member.
        begin: Event that contains a block with its `index`, and the member.
        entries: Array of the response that contains the blocks.
        delta: Event that changes the block with its `index`, and the member.
        rules: What deltas change.
        updates: Events with members that replace those of the response; each with the
            members whose own members do.
        last: Events after which the response is complete.
        neutral: Events that change nothing.
    """

    tag: str
    start: tuple[str, str]
    begin: tuple[str, str]
    entries: str
    delta: tuple[str, str]
    rules: tuple[DeltaRule, ...]
    updates: tuple[tuple[str, tuple[str, ...]], ...]
    last: tuple[str, ...]
    neutral: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccumulationRule:
    """The effect of the items of a stream on the response, as the settings state it.

    Args:
        where: Keys and the possible values that an item has; empty for all items.
        source: Path of a value in the item; `None` if the item changes nothing. `[]`
            represents each entry of an array.
        target: Path in the response. `[key]` represents the entry of an array whose index
            is a member of the item, or of an entry of `source`.
        how: `replace`, `text` to append to a string, `items` to append to an array, or
            `json` to append to the JSON text of a value.
        last: Whether the response is complete after such an item.
    """

    where: tuple[tuple[str, tuple[str, ...]], ...]
    source: Path | None
    target: Path
    how: str = "replace"
    last: bool = False


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A piece of the text of a response, in an event.

    Args:
        path: Path of the piece.
        conditions: Paths and values that the event has.
    """

    path: Path
    conditions: tuple[tuple[Path, str | int], ...]


@dataclass(frozen=True, slots=True)
class StreamText:
    """The text of a streamed response.

    Args:
        pieces: Its pieces in the events.
        holder: Path in the response of the objects with the text; `[]` represents each
            item of an array, `[0]` the first one.
        key: Key of the text.
        where: Key and possible values that such objects have; empty for all objects.
    """

    pieces: tuple[TextPiece, ...]
    holder: Path
    key: str
    where: tuple[str, tuple[str, ...]] | tuple[()] = ()
