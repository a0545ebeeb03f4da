"""Answers that come bit by bit: what their items are, how they end, what they add up to.

Documents declare the items of a stream by `itemSchema` (OpenAPI 3.2) or, as most do, put the
schema of one item straight into `schema`. The rest is written for people, so it is read
between the lines: a mark of the end by the words of the operation and its samples, the sum
of the items by what their type and that of the answer have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.operations import Body, Content, Parameter, ParameterPlace
from generator.model.operations import Streaming, Switch
from generator.model.types import (
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Enumeration,
    Key,
    ListOf,
    Literal,
    Nullable,
    Object,
    OneOf,
    Property,
    Scalar,
    ScalarKind,
    Type,
    Union,
)
from generator.normalizer.schemas import SchemaReader
from generator.normalizer.texts import strings
from generator.openapi.document import BrokenReference
from generator.openapi.operation import Operation as OperationNode
from generator.openapi.schema import Schema

EVENTS = "text/event-stream"
_LINES = ("/jsonl", "/x-ndjson", "/ndjson", "jsonlines", "/json-lines", "json-seq")
_MARK = "[DONE]"
_EVENT_MEMBERS = frozenset({"event", "data", "id", "retry"})
_UNFINISHED = frozenset(
    {"added", "cancelling", "created", "delta", "progress", "queued", "started"}
)
"""Last words of the names of events behind which others follow."""
_SPOKEN = re.compile(r"server.sent[ -]event|\bSSE\b", re.IGNORECASE)
_TEXT = Scalar(ScalarKind.STRING)


def is_stream(content: Content) -> bool:
    """Whether content of its media type is a sequence that comes bit by bit."""
    if content.type == Scalar(ScalarKind.BINARY):
        # A file of lines, to be downloaded.
        return False
    return content.media_type == EVENTS or content.media_type.endswith(_LINES)


def expect_decoded(reader: SchemaReader, item: Schema) -> None:
    """Makes the JSON that stands in the data of events their type, not the text around it."""
    seen: set[object] = set()
    waiting = [item]
    while waiting:
        schema = reader.document.resolve(waiting.pop())
        if isinstance(schema, BrokenReference) or schema.key in seen:
            continue
        seen.add(schema.key)
        waiting += [*schema.all_of, *schema.any_of, *schema.one_of]
        data = schema.properties.get("data")
        if data is not None and data.holds_json:
            reader.decoded.add(data.key)


def streaming(
    declarations: Mapping[Key, Declaration],
    operation: OperationNode,
    stream: Content,
    plain: tuple[Content, ...],
    switch: Switch | None,
) -> Streaming:
    """What there is to know of a streamed answer.

    Args:
        declarations: all there are.
        operation: says in words how its streams end.
        stream: the content that is a stream.
        plain: what may come in its place.
        switch: what asks for the stream.
    """
    shapes = _Shapes(declarations)
    item, form = _items(shapes, stream)
    answer = next((content.type for content in plain if content.type is not None), None)
    text = switch.documentation if switch else ""
    marked = _MARK in text or any(map(_marks, strings(operation.value)))
    marked = marked or any(map(_marks, shapes.literals(item)))
    return Streaming(
        item=item,
        media_type=stream.media_type,
        switch=switch,
        form=form,
        ends=_MARK if marked and stream.media_type == EVENTS else "",
        final=_sum(shapes, item, answer) if answer is not None else (),
    )


def undeclared(
    declarations: Mapping[Key, Declaration],
    operation: OperationNode,
    plain: tuple[Content, ...],
    switch: Switch,
) -> Streaming | None:
    """A stream that the document has in words only: those of what asks for it.

    Its events are named where samples show named ones, and of no known type then. Else
    they are like the answer that comes without streaming.
    """
    if not _SPOKEN.search(switch.documentation):
        return None
    answer = next((item.type for item in plain if item.type is not None), None)
    if any(text.lstrip().startswith("event:") for text in strings(operation.value)):
        marked = any(map(_marks, (switch.documentation, *strings(operation.value))))
        ends = _MARK if marked else ""
        return Streaming(Anything(), EVENTS, switch, "named", ends)
    if answer is None:
        return None
    return streaming(declarations, operation, Content(EVENTS, answer), plain, switch)


def find_switch(
    declarations: Mapping[Key, Declaration],
    body: Body | None,
    parameters: tuple[Parameter, ...],
) -> Switch | None:
    """The boolean `stream` of the body or the query that asks for a stream."""
    shapes = _Shapes(declarations)
    for owner in shapes.objects(body.type) if body else ():
        for item in owner.properties:
            if item.name == "stream" and shapes.is_flag(item.type):
                said = item.documentation
                return Switch(item.name, True, said.default is True, said.description)
    for parameter in parameters:
        if parameter.place is ParameterPlace.QUERY and parameter.name == "stream":
            if shapes.is_flag(parameter.type):
                said = parameter.documentation
                return Switch(
                    parameter.name, False, said.default is True, said.description
                )
    return None


@dataclass(frozen=True, slots=True)
class _Shapes:
    """Looks through names at what types are."""

    declarations: Mapping[Key, Declaration]

    def alternatives(self, type_: Type, depth: int = 0) -> Iterator[Type | Object]:
        """What a value may be, behind aliases, unions and null."""
        if depth > 16:
            return
        match type_:
            case Nullable(inner):
                yield from self.alternatives(inner, depth + 1)
            case OneOf(members):
                for member in members:
                    yield from self.alternatives(member, depth + 1)
            case DeclarationRef(key):
                declared = self.declarations.get(key)
                match declared:
                    case Object():
                        yield declared
                    case Union(members=members):
                        for member in members:
                            yield from self.alternatives(member, depth + 1)
                    case Alias(type=inner) | Enumeration(type=inner):
                        yield from self.alternatives(inner, depth + 1)
                    case None:
                        return
            case _:
                yield type_

    def objects(self, type_: Type) -> list[Object]:
        """The objects that a value may be; none if it may be anything else."""
        found = list(self.alternatives(type_))
        objects = [item for item in found if isinstance(item, Object)]
        return objects if len(objects) == len(found) else []

    def only(self, type_: Type) -> Object | None:
        """The object that a value is, if it is one."""
        objects = self.objects(type_)
        return objects[0] if len(objects) == 1 else None

    def values(self, type_: Type) -> tuple[str, ...]:
        """The texts that a value may be, if it is one of a few."""
        found: list[str] = []
        for item in self.alternatives(type_):
            if not isinstance(item, Literal):
                return ()
            found += [value for value in item.values if isinstance(value, str)]
        return tuple(found)

    def literals(self, item: Type) -> Iterator[str]:
        """The texts that are the only ones in a member of an item."""
        for shape in self.alternatives(item):
            if isinstance(shape, Object):
                for member in shape.properties:
                    yield from self.values(member.type)
            elif isinstance(shape, Literal):
                yield from (value for value in shape.values if isinstance(value, str))

    def is_flag(self, type_: Type) -> bool:
        """Whether `true` is a value."""
        for item in self.alternatives(type_):
            if isinstance(item, Scalar) and item.kind is ScalarKind.BOOLEAN:
                return True
            if isinstance(item, Literal) and True in item.values:
                return True
        return False

    def is_text(self, type_: Type) -> bool:
        """Whether a value is text, or null."""
        found = list(self.alternatives(type_))
        return bool(found) and all(
            isinstance(item, Scalar) and item.kind is ScalarKind.STRING
            for item in found
        )


def _items(shapes: _Shapes, stream: Content) -> tuple[Type, str]:
    """The type of the items of a stream, and how its events carry them."""
    type_ = stream.item or stream.type
    if stream.item is None and isinstance(type_, ListOf):
        # The schema of the whole sequence (OpenAPI 3.2, "Sequential Media Types").
        type_ = type_.item
    if stream.media_type != EVENTS:
        return type_ or Anything(), "data"
    if type_ is None:
        return _TEXT, "text"
    if shapes.is_text(type_):
        return type_, "text"
    objects = shapes.objects(type_)
    members = [{item.name: item for item in owner.properties} for owner in objects]
    if not members or not all("data" in found for found in members):
        return type_, "data"
    named = all("event" in found for found in members)
    whole = stream.item is not None and all(
        found.keys() <= _EVENT_MEMBERS for found in members
    )
    if not named and not whole:
        return type_, "data"
    plain = all(
        shapes.is_text(found["data"].type) or shapes.values(found["data"].type)
        for found in members
    )
    if whole and len(members) == 1 and not _is_named(shapes, members[0]):
        return members[0]["data"].type, "text" if plain else "data"
    return type_, "named text" if plain else "named"


def _is_named(shapes: _Shapes, members: Mapping[str, Property]) -> bool:
    event = members.get("event")
    return event is not None and bool(shapes.values(event.type))


def _marks(text: str) -> bool:
    return _MARK in text


def _sum(shapes: _Shapes, item: Type, answer: Type) -> tuple[str, ...]:
    """How the items add up to the answer, as the runtime's `Endpoint.final` says it."""
    whole = shapes.only(answer)
    if whole is None:
        return ()
    one = shapes.only(item)
    if one is not None:
        return _pieces(shapes, one, whole)
    return _holding(shapes, shapes.objects(item), whole)


def _pieces(shapes: _Shapes, chunk: Object, answer: Object) -> tuple[str, ...]:
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


def _entry(shapes: _Shapes, type_: Type) -> Object | None:
    """The type of the entries of a list that are numbered and say when they end."""
    for shape in shapes.alternatives(type_):
        if isinstance(shape, ListOf):
            entry = shapes.only(shape.item)
            if entry is not None:
                names = {item.name for item in entry.properties}
                if {"index", "finish_reason"} <= names:
                    return entry
    return None


def _pairs(shapes: _Shapes, piece: Object, entry: Object) -> list[tuple[str, str]]:
    """What may be appended, and to what."""
    there = {item.name: item for item in entry.properties}
    found = []
    for part in piece.properties:
        delta = shapes.only(part.type)
        if part.name in there or delta is None:
            continue
        names = {item.name for item in delta.properties}
        for name, whole in there.items():
            target = shapes.only(whole.type)
            if target is not None and names & {item.name for item in target.properties}:
                if all(name != item.name for item in piece.properties):
                    found.append((part.name, name))
    if found:
        return found
    return [
        (part.name, part.name)
        for part in piece.properties
        if part.required and part.type == _TEXT and part.name in there
    ]


def _holding(shapes: _Shapes, events: list[Object], answer: Object) -> tuple[str, ...]:
    """Events of which some have the whole answer as a member."""
    for tag in ("type", "event"):
        found: dict[str, list[str]] = {}
        for event in events:
            members = {item.name: item for item in event.properties}
            names = shapes.values(members[tag].type) if tag in members else ()
            for member in event.properties:
                if names and shapes.only(member.type) is answer:
                    found.setdefault(member.name, []).extend(names)
        if len(found) == 1:
            ((member_name, names_found),) = found.items()
            last = [name for name in names_found if _is_last(name)]
            if last:
                return ("event", tag, member_name, *dict.fromkeys(last))
    return ()


def _is_last(name: str) -> bool:
    return name.replace("_", ".").rpartition(".")[2].lower() not in _UNFINISHED
