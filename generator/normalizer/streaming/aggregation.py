"""What the items of a stream add up to: the answer that comes without one.

Documents do not say it. It is sound where the types of item and answer show it: pieces that
append to what the answer has, or an event at the end that holds the answer, or is it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.types import (
    DeclarationRef,
    Key,
    ListOf,
    Object,
    Property,
    Scalar,
    ScalarKind,
    Type,
)
from ..schemas.type_queries import Shapes
from ...words import split_words

_UNFINISHED = frozenset("""
    added begin began cancelling changed created delta heartbeat opened partial pending ping
    processing progress queued running snapshot start started update updated
    """.split())
"""Last words of the names of events behind which others follow."""
_FINISHED = frozenset("complete completed done end ended final finished result".split())
"""Those of events behind which nothing follows."""
_TEXT = Scalar(ScalarKind.STRING)


@dataclass(frozen=True, slots=True)
class Sum:
    """How items add up, as `Streaming.final` says it, and to which type."""

    how: tuple[str, ...] = ()
    type: Type | None = None


NOTHING = Sum()
"""Items that add up to nothing known."""


def sum_of_items(shapes: Shapes, item: Type, answer: Type) -> Sum:
    """How the items of a stream add up to the answer that comes without one.

    Args:
        shapes: knows all types.
        item: the type of the items.
        answer: that of the answer.
    """
    events, wholes = shapes.objects(item), shapes.objects(answer)
    if len(wholes) > 1:
        # Some documents declare the answer and its pieces in one place.
        wholes = [whole for whole in wholes if whole not in events]
    if len(wholes) == 1:
        total = DeclarationRef(wholes[0].header.key)
        if len(events) == 1:
            how = _pieces(shapes, events[0], wholes[0])
        else:
            how = _holding(shapes, events, wholes[0])
        if how:
            return Sum(how, total)
    return _being(shapes, events, wholes) if len(events) > 1 else NOTHING


def _pieces(shapes: Shapes, chunk: Object, answer: Object) -> tuple[str, ...]:
    """Chunks with a list of entries, each of which appends to one of the answer's."""
    answered = {item.name: item for item in answer.properties}
    for member in chunk.properties:
        if member.name not in answered:
            continue
        piece = _entry(shapes, member.type)
        entry = _entry(shapes, answered[member.name].type)
        if piece is None or entry is None:
            continue
        pairs = _pairs(shapes, piece, entry)
        if len(pairs) == 1:
            return ("pieces", member.name, *pairs[0])
    return ()


def _entry(shapes: Shapes, type_: Type) -> Object | None:
    """The type of the entries of a list that are numbered and say when they end."""
    for shape in shapes.alternatives(type_):
        if isinstance(shape, ListOf):
            entry = shapes.only(shape.item)
            if entry is not None:
                names = {item.name for item in entry.properties}
                if {"index", "finish_reason"} <= names:
                    return entry
    return None


def _pairs(shapes: Shapes, piece: Object, entry: Object) -> list[tuple[str, str]]:
    """What may be appended, and to what."""
    there = {item.name: item for item in entry.properties}
    found = []
    for part in piece.properties:
        names = shapes.members(part.type)
        if part.name in there:
            continue
        for name, whole in there.items():
            if names & shapes.members(whole.type):
                if all(name != item.name for item in piece.properties):
                    found.append((part.name, name))
    if found:
        return found
    return [
        (part.name, part.name)
        for part in piece.properties
        if part.required and part.type == _TEXT and part.name in there
    ]


def _holding(shapes: Shapes, events: list[Object], answer: Object) -> tuple[str, ...]:
    """Events of which some have the whole answer as a member."""
    for tag in ("type", "event"):
        found: dict[str, list[str]] = {}
        for event in events:
            members = {item.name: item for item in event.properties}
            names = shapes.values(members[tag].type) if tag in members else ()
            for member in event.properties:
                if names and shapes.only(member.type) == answer:
                    found.setdefault(member.name, []).extend(names)
        if len(found) == 1:
            ((member_name, names_found),) = found.items()
            last = [name for name in names_found if _last_word(name) not in _UNFINISHED]
            if last:
                return ("event", tag, member_name, *dict.fromkeys(last))
    return ()


def _being(shapes: Shapes, events: list[Object], wholes: list[Object]) -> Sum:
    """An event at the end that is one of the answers that may come."""
    for tag in ("type", "event"):
        found: dict[Key, list[str]] = {}
        for event in events:
            members = {item.name: item for item in event.properties}
            known = members.pop(tag, None)
            names = shapes.values(known.type) if known is not None else ()
            last = [name for name in names if _last_word(name) in _FINISHED]
            fitting = [whole for whole in wholes if _fits(shapes, members, whole)]
            if last and len(fitting) == 1:
                found.setdefault(fitting[0].header.key, []).extend(last)
        if len(found) == 1:
            ((key, names_found),) = found.items()
            return Sum(("whole", tag, *names_found), DeclarationRef(key))
    return NOTHING


def _fits(shapes: Shapes, members: Mapping[str, Property], answer: Object) -> bool:
    """Whether an event says all that an answer must, and nothing else."""
    there = {item.name: item for item in answer.properties}
    needed = [item for item in answer.properties if item.required]
    return (
        bool(needed)
        and members.keys() <= there.keys()
        and all(
            item.name in members
            and members[item.name].required
            and _same(shapes, members[item.name].type, item.type)
            for item in needed
        )
    )


def _same(shapes: Shapes, one: Type, other: Type) -> bool:
    """Whether two types are of one JSON type, and the same where that is all they are."""
    here, there = (
        {item if isinstance(item, Scalar) else type(item) for item in found}
        for found in map(shapes.alternatives, (one, other))
    )
    return here == there


def _last_word(name: str) -> str:
    return split_words(name)[-1] if split_words(name) else ""
