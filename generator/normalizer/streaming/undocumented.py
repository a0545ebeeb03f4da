"""Streams that a document has in words only, those of what asks for them.

What their items are is looked for where it may be said: at another call that gives the same
answer, in the names of the events that samples show, in what declarations are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ...model.operations import Content, StatusResponse, Streaming, StreamParameter
from ...model.types import Anything, Declaration, DeclarationRef, Key, ListOf
from ...model.types import Object, Type, Union
from ..schemas.type_queries import Shapes
from .streaming import EVENTS, has_mark, is_stream, streaming
from .aggregation import sum_of_items
from ...openapi.strings import strings
from ...openapi.operation import Operation as OperationNode
from ...words import split_words

_SPOKEN = re.compile(r"server.sent[ -]event|\bSSE\b", re.IGNORECASE)
_NAME = re.compile(r"^event:[ \t]*(\S+)", re.MULTILINE)
_OF_STREAMS = frozenset({"chunk", "event", "stream", "streamed", "streaming"})


def declared_streams(
    responses: Iterable[tuple[StatusResponse, ...]],
) -> dict[Type, Content]:
    """The streams of calls that say what comes without one, by what that is.

    Args:
        outcomes: those of each operation.
    """
    found: dict[Type, Content] = {}
    doubtful: set[Type] = set()
    for several in responses:
        contents = [
            each for item in several if item.successful for each in item.contents
        ]
        streams = [item for item in contents if is_stream(item)]
        if len(streams) != 1:
            continue
        for item in contents:
            if isinstance(item.type, DeclarationRef) and not is_stream(item):
                if found.setdefault(item.type, streams[0]) != streams[0]:
                    doubtful.add(item.type)
    return {type_: item for type_, item in found.items() if type_ not in doubtful}


def undeclared(
    declarations: Mapping[Key, Declaration],
    declared: Mapping[Type, Content],
    operation: OperationNode,
    plain: tuple[Content, ...],
    stream_parameter: StreamParameter,
) -> Streaming | None:
    """A stream that is not among the answers.

    Args:
        declarations: all there are.
        declared: streams of other calls.
        operation: shows samples.
        plain: what comes without streaming.
        switch: what asks for the stream, and says that there is one.
    """
    if not _SPOKEN.search(stream_parameter.documentation):
        return None
    shapes = Shapes(declarations)
    answer = next((item.type for item in plain if item.type is not None), None)
    content = declared.get(answer) if answer is not None else None
    if content is not None:
        return streaming(declarations, operation, content, plain, stream_parameter)
    names = set(_shown_names(operation))
    item = _of_names(shapes, names) if names else None
    if answer is not None and not names:
        item = _of_name(shapes, answer) or _like(shapes, answer)
    if item is not None:
        content = Content(EVENTS, item)
        return streaming(declarations, operation, content, plain, stream_parameter)
    ends = has_mark(shapes, operation, stream_parameter.documentation, Anything())
    return Streaming(
        Anything(), EVENTS, stream_parameter, "named" if names else "data", ends
    )


def _shown_names(operation: OperationNode) -> Iterator[str]:
    """The names of the events in samples."""
    for text in strings(operation.value):
        if text.lstrip().startswith("event:"):
            yield from _NAME.findall(text)


def _of_names(shapes: Shapes, names: set[str]) -> Type | None:
    """The smallest union of which each name tells one of the members."""
    found: dict[Key, int] = {}
    for key, item in shapes.declarations.items():
        if isinstance(item, Union):
            members = shapes.objects(DeclarationRef(key))
            for tag in ("event", "type"):
                tags = [_tags(shapes, member, tag) for member in members]
                if (
                    tags
                    and all(tags)
                    and names <= {each for few in tags for each in few}
                ):
                    found[key] = len(members)
    least = [key for key, size in found.items() if size == min(found.values())]
    return DeclarationRef(least[0]) if len(least) == 1 else None


def _tags(shapes: Shapes, owner: Object, tag: str) -> tuple[str, ...]:
    types = (item.type for item in owner.properties if item.name == tag)
    return next(map(shapes.values, types), ())


def _of_name(shapes: Shapes, answer: Type) -> Type | None:
    """What is called as the answer is, but for words such as `Stream`, `Chunk`, `Event`."""
    wholes = [item.header.words for item in shapes.objects(answer)]
    wanted = [_words(words) for words in wholes if not _speaks_of_streams(words)]
    found = [
        DeclarationRef(key)
        for key, item in shapes.declarations.items()
        if item.header.declared
        and isinstance(item, Object | Union)
        and _speaks_of_streams(item.header.words)
        and _words(item.header.words) in wanted
    ]
    return found[0] if len(found) == 1 else None


def _speaks_of_streams(words: tuple[str, ...]) -> bool:
    return not _OF_STREAMS.isdisjoint(split_words(words[0]))


def _words(words: tuple[str, ...]) -> list[str]:
    found = (word for text in words for word in split_words(text))
    return [word for word in found if word not in _OF_STREAMS]


def _like(shapes: Shapes, answer: Type) -> Type | None:
    """The answer itself where it may come in pieces, or the items where it is a list."""
    if sum_of_items(shapes, answer, answer).how:
        return answer
    whole = shapes.only(answer)
    types = [item.type for item in whole.properties] if whole else [answer]
    lists = [
        item
        for type_ in types
        for item in shapes.alternatives(type_)
        if isinstance(item, ListOf)
    ]
    return lists[0].item if len(lists) == 1 and len(types) <= 3 else None
