"""The parameter that enables streaming: a boolean, or a choice of formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model.bodies import Body
from ...model.operations import Content, Parameter, ParameterPlace, StreamParameter
from ...model.types import Declaration, Documentation, Key, Type
from ..schemas.type_queries import Shapes

_BOOLEAN_NAMES = ("stream", "streaming")
_FORMAT_VALUES = {
    "text/event-stream": frozenset({"event-stream", "event_stream", "sse"}),
    "application/json-seq": frozenset({"json-seq", "json_seq"}),
}
_LINE_FORMAT_VALUES = frozenset(
    {"jsonl", "jsonlines", "json-lines", "json_lines", "ndjson"}
)


def find_stream_parameter(
    declarations: Mapping[Key, Declaration],
    body: Body | None,
    parameters: tuple[Parameter, ...],
    stream: Content | None,
) -> StreamParameter | None:
    """Find the member of the body or the query parameter that enables streaming.

    A boolean `stream` enables it. If the document declares a stream beside another
    response, a parameter that has the format of the stream among its values, such as
    `sse`, `ndjson` or the media type, enables it too.

    Args:
        declarations: All declarations.
        body: Request body.
        parameters: Parameters of the operation.
        stream: Content of the declared stream; `None` if none is declared.
    """
    shapes = Shapes(declarations)
    members = list(list_members(shapes, body, parameters))
    for name in _BOOLEAN_NAMES if stream is not None else _BOOLEAN_NAMES[:1]:
        for member, in_body, type_, documentation in members:
            if member == name and shapes.is_flag(type_):
                return StreamParameter(
                    name,
                    in_body,
                    documentation.default is True,
                    documentation.description,
                )
    if stream is None:
        return None
    formats = {
        stream.media_type,
        *_FORMAT_VALUES.get(stream.media_type, _LINE_FORMAT_VALUES),
    }
    for member, in_body, type_, documentation in members:
        values = shapes.values(type_)
        stream_values = [value for value in values if value.lower() in formats]
        if len(stream_values) == 1 < len(values):
            stream_value = stream_values[0]
            return StreamParameter(
                member,
                in_body,
                documentation.default == stream_value,
                documentation.description,
                stream_value,
                tuple(value for value in values if value != stream_value),
            )
    return None


def list_members(
    shapes: Shapes, body: Body | None, parameters: tuple[Parameter, ...]
) -> Iterator[tuple[str, bool, Type, Documentation]]:
    """Yield name, whether it is in the body, type and documentation of each argument."""
    for owner in shapes.objects(body.type) if body else ():
        for item in owner.properties:
            yield item.name, True, item.type, item.documentation
    for parameter in parameters:
        if parameter.place is ParameterPlace.QUERY:
            yield parameter.name, False, parameter.type, parameter.documentation
