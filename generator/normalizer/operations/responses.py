"""What a call returns: its outcomes, and what of them a caller gets."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Rule, Severity
from ...model.operations import Result, Body, Content, StatusResponse, Parameter
from ...model.types import Type
from ..schemas.names import stands_in
from ...openapi.media_types import media_type_name
from ..context import Context
from ..media_types import resolve_media_type
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.reader import SchemaReader
from ..streaming.streaming import EVENTS, build_streaming, is_stream, mark_decoded_data
from ..streaming.stream_parameter import find_stream_parameter
from ..streaming.undocumented import infer_streaming
from .wire_names import check_media_type
from ...openapi.document import BrokenReference
from ...openapi.operation import MediaType, Response
from ...openapi.operation import Operation as OperationNode
from ...openapi.schema import Schema

NO_ANSWER = Rule(
    "no-answer",
    Severity.NOTE,
    "An operation describes no answer of success. What comes is decoded as far as its "
    "content type allows and returned as any JSON value, or nothing.",
)
TYPED_HEADERS = Rule(
    "response-headers",
    Severity.NOTE,
    "An answer declares headers. They can be read from the raw response; no attribute "
    "with their type is generated.",
    key="headers",
)
LINKS = Rule(
    "response-links",
    Severity.NOTE,
    "An answer declares links to other operations. They are not followed by the client.",
    key="links",
)


def responses(
    reader: SchemaReader, operation: OperationNode, words: tuple[str, ...]
) -> tuple[StatusResponse, ...]:
    """All answers that an operation names."""
    found = []
    for status, node in operation.responses.items():
        target = reader.document.resolve(node)
        if isinstance(target, BrokenReference):
            reader.diagnostics.add(UNRESOLVED_REFERENCE, target.reason, node.location)
            found.append(StatusResponse(status.upper(), "", (), node.location))
            continue
        if target.headers:
            reader.diagnostics.add(
                TYPED_HEADERS, "these headers get no attributes", target.location
            )
        if target.links:
            reader.diagnostics.add(
                LINKS, "these links are not followed", target.location
            )
        contents = tuple(
            _content(reader, operation, words, status, target, written)
            for written in target.content.items()
        )
        name = status if status == "default" else status.upper()
        headers = tuple(header.lower() for header in target.headers)
        kept = tuple(item for item in contents if item is not None)
        found.append(
            StatusResponse(name, target.description, kept, target.location, headers)
        )
    return tuple(found)


def _content(
    reader: SchemaReader,
    operation: OperationNode,
    words: tuple[str, ...],
    status: str,
    response: Response,
    written: tuple[str, MediaType],
) -> Content | None:
    name, node = media_type_name(written[0]), written[1]
    if not check_media_type(written[0], node, reader.diagnostics):
        return None
    media = resolve_media_type(Context(reader.document, reader.diagnostics), node)
    if media is None:
        return None
    part = response if media.key == node.key else media
    alone = status.startswith("2") or not stands_in(part, operation)
    suffix = "response" if alone else f"response {status}"
    return Content(
        name,
        _optional_type(
            reader, media.schema, reader.names.part(operation, words, part, suffix)
        ),
        _item_type(
            reader, media, name, reader.names.part(operation, words, part, "event")
        ),
    )


def _optional_type(
    reader: SchemaReader, schema: Schema | None, words: tuple[str, ...]
) -> Type | None:
    return reader.type_of(schema, words) if schema else None


def _item_type(
    reader: SchemaReader, media: MediaType, name: str, words: tuple[str, ...]
) -> Type | None:
    schema = media.item_schema
    if schema is not None and name == EVENTS:
        mark_decoded_data(reader, schema)
    return _optional_type(reader, schema, words)


def answer(
    reader: SchemaReader,
    operation: OperationNode,
    found: tuple[StatusResponse, ...],
    body: Body | None,
    parameters: tuple[Parameter, ...],
    declared: Mapping[Type, Content],
) -> Result:
    """What of the outcomes a call returns: the first success that holds anything.

    Args:
        reader: has read their schemas.
        operation: what is called.
        found: its outcomes.
        body: what it is sent.
        parameters: what it is sent beside.
        declared: streams of other calls, by what these answer without one.
    """
    good = sorted(
        (item for item in found if item.successful), key=lambda item: item.status
    ) or [item for item in found if item.status == "default"]
    if not good:
        reader.diagnostics.add(
            NO_ANSWER, "no answer of success is described", operation.location
        )
        return Result(())
    contents: dict[str, Content] = {}
    for status_response in good:
        for content in status_response.contents:
            contents.setdefault(content.media_type, content)
    streams = [item for item in contents.values() if is_stream(item)]
    plain = tuple(item for item in contents.values() if not is_stream(item))
    empty = any(not status_response.contents for status_response in good)
    declarations = reader.declarations
    stream = streams[0] if streams else None
    stream_parameter = (
        find_stream_parameter(declarations, body, parameters, stream) if plain else None
    )
    if stream is None:
        spoken = None
        if stream_parameter is not None:
            spoken = infer_streaming(
                declarations, declared, operation, plain, stream_parameter
            )
        return Result(plain, spoken, empty and bool(plain))
    return Result(
        contents=plain,
        streaming=build_streaming(
            declarations, operation, stream, plain, stream_parameter
        ),
        empty=empty and bool(plain),
    )
