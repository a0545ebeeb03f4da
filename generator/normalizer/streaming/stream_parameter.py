"""What a caller sets to be answered by a stream: a flag, or a choice of formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model.operations import (
    Body,
    Content,
    Parameter,
    ParameterPlace,
    StreamParameter,
)
from ...model.types import Declaration, Documentation, Key, Type
from ..schemas.type_queries import Shapes

_FLAGS = ("stream", "streaming")
_FORMATS = {
    "text/event-stream": frozenset({"event-stream", "event_stream", "sse"}),
    "application/json-seq": frozenset({"json-seq", "json_seq"}),
}
_LINES = frozenset({"jsonl", "jsonlines", "json-lines", "json_lines", "ndjson"})


def find_switch(
    declarations: Mapping[Key, Declaration],
    body: Body | None,
    parameters: tuple[Parameter, ...],
    stream: Content | None,
) -> StreamParameter | None:
    """The member of the body or the query that asks for a stream.

    That is a boolean `stream`. Where a stream is declared beside another answer, it is also
    what has the stream's format among its values: `sse`, `ndjson`, or the media type.

    Args:
        declarations: all there are.
        body: what is sent.
        parameters: of the operation.
        stream: the declared stream.
    """
    shapes = Shapes(declarations)
    members = list(_members(shapes, body, parameters))
    for name in _FLAGS if stream is not None else _FLAGS[:1]:
        for member, in_body, type_, said in members:
            if member == name and shapes.is_flag(type_):
                return StreamParameter(
                    name, in_body, said.default is True, said.description
                )
    if stream is None:
        return None
    formats = {stream.media_type, *_FORMATS.get(stream.media_type, _LINES)}
    for member, in_body, type_, said in members:
        values = shapes.values(type_)
        asking = [value for value in values if value.lower() in formats]
        if len(asking) == 1 < len(values):
            on = said.default == asking[0]
            others = tuple(value for value in values if value != asking[0])
            return StreamParameter(
                member, in_body, on, said.description, asking[0], others
            )
    return None


def _members(
    shapes: Shapes, body: Body | None, parameters: tuple[Parameter, ...]
) -> Iterator[tuple[str, bool, Type, Documentation]]:
    """What may be sent: its name, whether in the body, its type, what is said of it."""
    for owner in shapes.objects(body.type) if body else ():
        for item in owner.properties:
            yield item.name, True, item.type, item.documentation
    for parameter in parameters:
        if parameter.place is ParameterPlace.QUERY:
            yield parameter.name, False, parameter.type, parameter.documentation
