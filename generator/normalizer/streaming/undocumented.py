"""Inference of streaming responses that a document describes only in prose.

The description of the stream parameter mentions server-sent events, but no response is a
stream. The type of the items is inferred from another operation with the same
non-streaming response, from the names of the events in samples, or from the names of
declarations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from ...model.operations import Content, StatusResponse, Streaming, StreamParameter
from ...model.types import (
    Anything,
    Declaration,
    DeclarationRef,
    Key,
    ListOf,
    Object,
    Type,
    Union,
)
from ...openapi.operation import Operation as OperationNode
from ...openapi.strings import strings
from ...words import split_words
from ..schemas.type_queries import Shapes
from .aggregation import find_aggregation
from .streaming import EVENTS, build_streaming, find_end_marker, is_stream

_MENTION = re.compile(r"server.sent[ -]event|\bSSE\b", re.IGNORECASE)
_EVENT_NAME = re.compile(r"^event:[ \t]*(\S+)", re.MULTILINE)
_STREAM_WORDS = frozenset({"chunk", "event", "stream", "streamed", "streaming"})


class UndocumentedStreams:
    """Infers streams that are not among the declared responses of operations.

    Args:
        declarations: All declarations.
        responses: Responses of each operation.
    """

    def __init__(
        self,
        declarations: Mapping[Key, Declaration],
        responses: Iterable[tuple[StatusResponse, ...]],
    ) -> None:
        self._declarations = declarations
        self._shapes = Shapes(declarations)
        self._declared = _find_declared_streams(responses)

    def infer(
        self,
        operation: OperationNode,
        other_contents: tuple[Content, ...],
        stream_parameter: StreamParameter,
    ) -> Streaming | None:
        """Infer the stream of an operation.

        Args:
            operation: Operation whose samples may show events.
            other_contents: Contents of the non-streaming response.
            stream_parameter: Parameter that enables streaming.

        Returns:
            The streaming response; `None` if the description of the parameter does not
            mention server-sent events.
        """
        if not _MENTION.search(stream_parameter.documentation):
            return None
        shapes = self._shapes
        response = next((x.type for x in other_contents if x.type is not None), None)
        content = self._declared.get(response) if response is not None else None
        names = set(_find_event_names(operation))
        if content is None:
            item = self._find_union_of_events(names) if names else None
            if response is not None and not names:
                item = _find_stream_type(shapes, response) or _reuse(shapes, response)
            content = Content(EVENTS, item) if item is not None else None
        if content is not None:
            return build_streaming(
                self._declarations, operation, content, other_contents, stream_parameter
            )
        end_marker = find_end_marker(
            shapes, operation, stream_parameter.documentation, Anything()
        )
        event_format = "named" if names else "data"
        return Streaming(Anything(), EVENTS, stream_parameter, event_format, end_marker)

    def _find_union_of_events(self, names: set[str]) -> Type | None:
        """Return the smallest union that has a member for each name of an event."""
        sizes = {key: size for key, size, tags in self._unions if names <= tags}
        smallest = [key for key, size in sizes.items() if size == min(sizes.values())]
        return DeclarationRef(smallest[0]) if len(smallest) == 1 else None

    @cached_property
    def _unions(self) -> list[tuple[Key, int, set[str]]]:
        """The unions of objects with tags: the key, the number of members, and the tags."""
        unions: list[tuple[Key, int, set[str]]] = []
        for key, item in self._declarations.items():
            if isinstance(item, Union):
                members = self._shapes.objects(DeclarationRef(key))
                for tag in ("event", "type"):
                    if tags := _find_tags(self._shapes, members, tag):
                        unions.append((key, len(members), tags))
        return unions


def _find_declared_streams(
    responses: Iterable[tuple[StatusResponse, ...]],
) -> dict[Type, Content]:
    """Return declared streams by the type of the non-streaming response beside them.

    A type for which operations declare different streams is left out.

    Args:
        responses: Responses of each operation.
    """
    streams_by_type: dict[Type, Content] = {}
    ambiguous: set[Type] = set()
    for of_operation in responses:
        contents = [
            each for item in of_operation if item.successful for each in item.contents
        ]
        streams = [item for item in contents if is_stream(item)]
        if len(streams) != 1:
            continue
        for item in contents:
            if isinstance(item.type, DeclarationRef) and not is_stream(item):
                if streams_by_type.setdefault(item.type, streams[0]) != streams[0]:
                    ambiguous.add(item.type)
    return {key: item for key, item in streams_by_type.items() if key not in ambiguous}


def _find_event_names(operation: OperationNode) -> Iterator[str]:
    """Yield the names of the events in samples."""
    for string in strings(operation.value):
        if string.lstrip().startswith("event:"):
            yield from _EVENT_NAME.findall(string)


def _find_tags(shapes: Shapes, members: list[Object], tag: str) -> set[str]:
    """Return the tags of all members of a union; none if a member has none."""
    tags: set[str] = set()
    for member in members:
        values = _list_tags(shapes, member, tag)
        if not values:
            return set()
        tags.update(values)
    return tags


def _list_tags(shapes: Shapes, owner: Object, tag: str) -> tuple[str, ...]:
    types = (item.type for item in owner.properties if item.name == tag)
    return next(map(shapes.values, types), ())


def _find_stream_type(shapes: Shapes, response: Type) -> Type | None:
    """Return the declaration named like the response plus `Stream`, `Chunk` or `Event`."""
    names = [item.header.words for item in shapes.objects(response)]
    stems = [_remove_stream_words(words) for words in names if not _is_stream(words)]
    candidates = [
        DeclarationRef(key)
        for key, item in shapes.declarations.items()
        if item.header.declared
        and isinstance(item, Object | Union)
        and _is_stream(item.header.words)
        and _remove_stream_words(item.header.words) in stems
    ]
    return candidates[0] if len(candidates) == 1 else None


def _is_stream(words: tuple[str, ...]) -> bool:
    return not _STREAM_WORDS.isdisjoint(split_words(words[0]))


def _remove_stream_words(words: tuple[str, ...]) -> list[str]:
    all_words = (word for name in words for word in split_words(name))
    return [word for word in all_words if word not in _STREAM_WORDS]


def _reuse(shapes: Shapes, response: Type) -> Type | None:
    """Return the response type if its chunks have it too, or its items if it is a list."""
    if find_aggregation(shapes, response, response).steps:
        return response
    target = shapes.only(response)
    types = [item.type for item in target.properties] if target else [response]
    lists = [
        item
        for type_ in types
        for item in shapes.alternatives(type_)
        if isinstance(item, ListOf)
    ]
    return lists[0].item if len(lists) == 1 and len(types) <= 3 else None
