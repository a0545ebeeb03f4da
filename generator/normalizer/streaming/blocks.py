"""Events that begin and extend the blocks of a response.

The first event contains the response without its blocks, others a block and its index, or a
delta and the index of the block that it extends. A delta names what it extends by its
members: a string of the same name is appended, an object is appended to the array whose name
is its plural, and a piece of JSON belongs to the only member of blocks that can be any object.
If one of the events or members is none of these, the response is not accumulated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...model.accumulation import Blocks, DeltaRule, StreamText, TextPiece
from ...model.operations import KeyPath
from ...model.types import Anything, Key, ListOf, MapOf, Object, Property, Type
from ...words import singular, split_words
from ..schemas.type_queries import Shapes
from .events import FINAL, INTERMEDIATE, last_word

_ENDS = FINAL | {"stop", "stopped"}
_INDEX = "index"
_TEXTS = ("text", "content")
"""Names of a text that a model writes, rather than of another string of a response."""

Events = Mapping[str, Object]
Pair = tuple[str, str]


def find_blocks(
    shapes: Shapes, events: Iterable[Object], response: Object
) -> Blocks | None:
    """Find how events begin and extend the blocks of a response.

    Args:
        shapes: Queries on all types.
        events: Types of the events.
        response: Type of the response.

    Returns:
        The roles of all events; `None` if the role of one is unknown.
    """
    for tag in ("type", "event"):
        by_kind = _group_by_kind(shapes, events, tag)
        if by_kind:
            return _assign_roles(shapes, tag, by_kind, response)
    return None


def _group_by_kind(shapes: Shapes, events: Iterable[Object], tag: str) -> Events:
    """Return the events by the only value of their tag; none if one has several."""
    by_kind: dict[str, Object] = {}
    for event in events:
        members = _members(event)
        kinds = shapes.values(members[tag].type) if tag in members else ()
        if len(kinds) != 1 or kinds[0] in by_kind:
            return {}
        by_kind[kinds[0]] = event
    return by_kind


def _assign_roles(
    shapes: Shapes, tag: str, events: Events, response: Object
) -> Blocks | None:
    start = [
        (kind, name)
        for kind, name, type_ in _list_members(events, tag)
        if shapes.only(type_) == response and last_word(kind) in INTERMEDIATE
    ]
    lists = list(_list_arrays(shapes, response))
    begin = [
        (kind, name, target)
        for kind, name, type_ in _list_members(events, tag, indexed=True)
        for target, keys in lists
        if (own := _keys(shapes, type_)) and own <= keys
    ]
    if len(start) != 1 or len(begin) != 1:
        return None
    kind, member, entries = begin[0]
    blocks = shapes.objects(_members(events[kind])[member].type)
    used = {start[0][0], kind}
    delta = _find_delta(shapes, tag, events, used)
    rules = _read_deltas(shapes, tag, events, delta, blocks) if delta else ()
    if delta is None or not rules:
        return None
    others = {each: events[each] for each in events if each not in {*used, delta[0]}}
    updates, last, neutral = _read_others(shapes, tag, others, response)
    if updates is None or not last:
        return None
    return Blocks(
        tag, start[0], (kind, member), entries, delta, rules, updates, last, neutral
    )


def _list_members(
    events: Events, tag: str, *, indexed: bool = False
) -> Iterator[tuple[str, str, Type]]:
    """Yield the members of events other than their tag and index, with their kind."""
    for kind, event in events.items():
        members = _members(event)
        if (_INDEX in members) == indexed:
            for name, member in members.items():
                if name not in (tag, _INDEX):
                    yield kind, name, member.type


def _list_arrays(shapes: Shapes, response: Object) -> Iterator[tuple[str, set[Key]]]:
    """Yield the arrays of objects of a response, with the keys of their objects."""
    for member in response.properties:
        for shape in shapes.alternatives(member.type):
            if isinstance(shape, ListOf):
                yield member.name, _keys(shapes, shape.item)


def _find_delta(
    shapes: Shapes, tag: str, events: Events, used: set[str]
) -> Pair | None:
    """Return the only other event with an index and a member with a tag."""
    candidates = [
        (kind, name)
        for kind, name, type_ in _list_members(events, tag, indexed=True)
        if kind not in used and _group_by_kind(shapes, shapes.objects(type_), tag)
    ]
    return candidates[0] if len(candidates) == 1 else None


def _read_deltas(
    shapes: Shapes, tag: str, events: Events, delta: Pair, blocks: list[Object]
) -> tuple[DeltaRule, ...]:
    """Return what the members of all deltas change; none if one is unknown."""
    kind, name = delta
    deltas = shapes.objects(_members(events[kind])[name].type)
    rules: list[DeltaRule] = []
    for each, owner in _group_by_kind(shapes, deltas, tag).items():
        for member in owner.properties:
            if member.name != tag:
                rule = _read_delta(shapes, each, member, blocks)
                if rule is None:
                    return ()
                rules.append(rule)
    return tuple(rules)


def _read_delta(
    shapes: Shapes, kind: str, member: Property, blocks: list[Object]
) -> DeltaRule | None:
    """Return what a member of a delta changes; `None` if it is unknown."""
    name = member.name
    targets = [each for block in blocks for each in block.properties]
    if shapes.is_string(member.type):
        if any(each.name == name and shapes.is_string(each.type) for each in targets):
            return DeltaRule(kind, name, "text", name)
        names = {each.name for each in targets if _is_open(shapes, each.type)}
        if "json" in split_words(name) and len(names) == 1:
            return DeltaRule(kind, name, "json", names.pop())
        return None
    keys = _keys(shapes, member.type)
    for each in targets:
        if singular(each.name) == name != each.name:
            for shape in shapes.alternatives(each.type):
                if isinstance(shape, ListOf) and keys <= _keys(shapes, shape.item):
                    return DeltaRule(kind, name, "item", each.name) if keys else None
    return None


def _is_open(shapes: Shapes, type_: Type) -> bool:
    """Return whether a value can be an object with any members."""
    return any(
        isinstance(shape, MapOf | Anything)
        or (isinstance(shape, Object) and not shape.properties)
        for shape in shapes.alternatives(type_)
    )


def _read_others(
    shapes: Shapes, tag: str, events: Events, response: Object
) -> tuple[
    tuple[tuple[str, tuple[str, ...]], ...] | None, tuple[str, ...], tuple[str, ...]
]:
    """Return the updates, last events and neutral events; no updates for unknown ones."""
    updates: list[tuple[str, tuple[str, ...]]] = []
    last: list[str] = []
    neutral: list[str] = []
    for kind, event in events.items():
        members = {name: item for name, item in _members(event).items() if name != tag}
        if not members and last_word(kind) in _ENDS:
            last.append(kind)
        elif members.keys() <= {_INDEX} or kind == "error":
            neutral.append(kind)
        else:
            spread = _read_update(shapes, members, response)
            if spread is None:
                return None, (), ()
            updates.append((kind, spread))
    return tuple(updates), tuple(last), tuple(neutral)


def _read_update(
    shapes: Shapes, members: Mapping[str, Property], response: Object
) -> tuple[str, ...] | None:
    """Return the members whose own members replace those of the response.

    Returns:
        Their names; `None` if a member is neither such an object nor a member of the
        response.
    """
    targets = _members(response)
    spread: list[str] = []
    for name, member in members.items():
        owner = shapes.only(member.type)
        if name in targets:
            if bool(shapes.objects(member.type)) != bool(
                shapes.objects(targets[name].type)
            ):
                return None
        elif owner and owner.properties and _members(owner).keys() <= targets.keys():
            spread.append(name)
        else:
            return None
    return tuple(spread)


def find_block_text(
    shapes: Shapes, events: Iterable[Object], blocks: Blocks
) -> StreamText | None:
    """Return the text of a response; `None` if several strings could be it.

    Args:
        shapes: Queries on all types.
        events: Types of the events.
        blocks: The roles of the events.
    """
    rules = {item.key: item for item in blocks.rules if item.how == "text"}
    keys = [key for key in _TEXTS if key in rules] or list(rules)
    if not keys or (len(rules) > 1 and keys[0] not in _TEXTS):
        return None
    key, tag = keys[0], blocks.tag
    kind, member = blocks.begin
    owners = _group_by_kind(shapes, events, tag)[kind]
    kinds = tuple(
        each
        for each, block in _group_by_kind(
            shapes, shapes.objects(_members(owners)[member].type), tag
        ).items()
        if key in _members(block) and shapes.is_string(_members(block)[key].type)
    )
    begun = [
        _piece(tag, blocks.begin, each, key) for each in kinds
    ]  # A block can begin with a part of its text.
    extended = _piece(tag, blocks.delta, rules[key].kind, key)
    return StreamText((*begun, extended), (blocks.entries, "[]"), key, (tag, kinds))


def _piece(tag: str, event: Pair, kind: str, key: str) -> TextPiece:
    name, member = event
    conditions: tuple[tuple[KeyPath, str | int], ...] = (
        ((tag,), name),
        ((member, tag), kind),
    )
    return TextPiece((member, key), conditions)


def _members(owner: Object) -> dict[str, Property]:
    return {item.name: item for item in owner.properties}


def _keys(shapes: Shapes, type_: Type) -> set[Key]:
    """Return the keys of the objects that are the alternatives of a type."""
    return {item.header.key for item in shapes.objects(type_)}
