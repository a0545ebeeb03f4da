"""Responses of operations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...diagnostics import Rule, Severity
from ...frozen_dataclass import dataclass
from ...model.operations import Content, StatusResponse
from ...model.response_headers import ResponseHeader
from ...model.types import Documentation, Type
from ...openapi.document import BrokenReference
from ...openapi.media_types import media_type_name
from ...openapi.operation import Operation as OperationNode
from ...openapi.operation import Response
from ...openapi.parameter import MediaType
from ...openapi.parameter import Parameter as ParameterNode
from ...openapi.schema import Schema
from ..media_types import resolve_media_type
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.constraints import read_constraints
from ..schemas.documentation import inherit_documentation
from ..schemas.names import is_inside
from ..schemas.reader import SchemaReader
from ..streaming.streaming import EVENTS, mark_decoded_data
from .contents import list_successful
from .inline_types import InlineTypes
from .parameters import document_parameter
from .positional_parts import (
    has_streamed_parts,
    read_part_media,
    report_ignored_encodings,
)
from .wire_names import check_media_type, media_type_to_send

TYPED_HEADERS = Rule(
    "response-headers",
    Severity.NOTE,
    "A response declares headers. The reference lists them, and they can be read from "
    "the raw response; typed attributes are not generated.",
    key="headers",
    hint="read them from the raw response",
)

CONTENT_WITHOUT_BODY = Rule(
    "content-without-body",
    Severity.NOTE,
    "A response with the status code 204, 205 or 304 declares content, but such a response "
    "has no body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). The content is ignored, "
    "and the method returns `None` for the status codes 204 and 205.",
    key="content",
    hint="remove `content`, or use the status code 200",
)

MULTIPART_RESPONSE = Rule(
    "multipart-response",
    Severity.NOTE,
    "A response is a multipart body with parts that the document describes by `itemSchema`, "
    "`prefixEncoding`, `itemEncoding` or an array. The client returns the whole body as a "
    "download and does not parse its parts, because the body is `multipart/form-data` or its "
    "parts have names, or because successful responses have other media types as well.",
    hint="nothing is required; parse the parts of the downloaded body",
)

WITHOUT_BODY = ("204", "205", "304")
"""Status codes of responses without a body."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A response of a document.

    Args:
        operation: The operation that has the response.
        words: Parts of the operation's name.
        status: Status code.
        response: The Response Object.
    """

    operation: OperationNode
    words: tuple[str, ...]
    status: str
    response: Response


def build_responses(
    reader: SchemaReader, operation: OperationNode, words: tuple[str, ...]
) -> tuple[StatusResponse, ...]:
    """Return all responses of an operation, in document order.

    Args:
        reader: Reads their schemas.
        operation: The operation.
        words: Parts of the operation's name.
    """
    responses = []
    successful_types = InlineTypes(reader)
    for status, node in operation.responses.items():
        target = reader.document.resolve(node)
        if isinstance(target, BrokenReference):
            reader.diagnostics.add(UNRESOLVED_REFERENCE, target.reason, node.location)
            responses.append(StatusResponse(status.upper(), "", (), node.location))
            continue
        if target.headers:
            reader.diagnostics.add(
                TYPED_HEADERS, "these headers have no typed attributes", target.location
            )
        declared = _list_contents(reader, status, target)
        source = _Source(operation, words, status, target)
        is_successful = status.startswith("2")
        types = successful_types if is_successful else InlineTypes(reader)
        contents = (
            _build_content(reader, source, types, name, content)
            for name, content in declared.items()
        )
        responses.append(
            StatusResponse(
                status if status == "default" else status.upper(),
                target.description,
                tuple(item for item in contents if item is not None),
                target.location,
                tuple(
                    header
                    for entry in target.headers.items()
                    if (header := _build_header(reader, *entry)) is not None
                ),
            )
        )
    return _select_part_streams(reader, tuple(responses))


def _select_part_streams(
    reader: SchemaReader, responses: tuple[StatusResponse, ...]
) -> tuple[StatusResponse, ...]:
    """Return the responses with parts only if all successful contents are such streams.

    A method returns either a stream or something else, unless an argument selects.
    """
    successful = list_successful(responses)
    contents = [each for item in successful for each in item.contents]
    streams = [item for item in contents if item.part_media]
    if not streams or all(item == streams[0] for item in contents):
        return responses
    for item in successful:
        if any(each.part_media for each in item.contents):
            reader.diagnostics.add(
                MULTIPART_RESPONSE,
                "the parts of this response are not parsed, because there are other contents",
                item.origin,
            )
    return tuple(
        replace(
            item,
            contents=tuple(replace(each, part_media=()) for each in item.contents),
        )
        for item in responses
    )


def _list_contents(
    reader: SchemaReader, status: str, response: Response
) -> Mapping[str, MediaType]:
    """Return the contents of a response; none if its status code allows no body."""
    if status not in WITHOUT_BODY or not response.content:
        return response.content
    reader.diagnostics.add(
        CONTENT_WITHOUT_BODY,
        f"a response with the status code {status} has no body; its content is ignored",
        response.location,
    )
    return {}


def _build_header(
    reader: SchemaReader, name: str, node: ParameterNode
) -> ResponseHeader | None:
    """Return a header, or `None` if the document does not contain it."""
    target = reader.document.resolve(node)
    if isinstance(target, BrokenReference):
        reader.diagnostics.add(UNRESOLVED_REFERENCE, target.reason, node.location)
        return None
    media_types = target.content.values()
    schema = target.schema or next((item.schema for item in media_types), None)
    if schema is None:
        documentation, types = Documentation(), tuple[str, ...]()
    else:
        documentation = inherit_documentation(schema, reader.document)
        types = _header_types(reader, schema, name)
    documentation = document_parameter(reader.context, target, documentation)
    return ResponseHeader(name, types, target.required, documentation)


def _header_types(reader: SchemaReader, schema: Schema, name: str) -> tuple[str, ...]:
    """Return the declared JSON types, or those of the values that are enumerated."""
    resolved = reader.document.resolve(schema)
    if isinstance(resolved, BrokenReference):
        return ()
    return resolved.types or tuple(
        sorted(read_constraints(reader, schema, (name,), 0).types)
    )


def _build_content(
    reader: SchemaReader,
    source: _Source,
    types: InlineTypes,
    full_name: str,
    node: MediaType,
) -> Content | None:
    """Return the content of a response in one media type, or `None` if it is invalid.

    Args:
        reader: Reads the schemas.
        source: The response.
        types: Types of the schemas of this response, and of responses like it.
        full_name: The media type, as written in the document.
        node: The Media Type Object.
    """
    if not check_media_type(full_name, node, reader.diagnostics):
        return None
    media = resolve_media_type(reader.context, node)
    if media is None:
        return None
    name, operation = media_type_name(full_name), source.operation
    part_media = _read_part_media(reader, name, media)
    part = source.response if media.key == node.key else media
    omit_status = source.status.startswith("2") or not is_inside(part, operation)
    suffix = "response" if omit_status else f"response {source.status}"
    response_words = reader.names.part(operation, source.words, part, suffix)
    event_words = reader.names.part(operation, source.words, part, "event")
    return Content(
        name,
        types.build(media.schema, response_words) if media.schema else None,
        _build_item_type(reader, media, name, event_words),
        media_type_to_send(full_name),
        part_media,
    )


def _read_part_media(
    reader: SchemaReader, name: str, media: MediaType
) -> tuple[tuple[str, ...], ...]:
    """Return the media types of the parts of a multipart stream; `()` for other contents."""
    if has_streamed_parts(reader, name, media):
        report_ignored_encodings(
            media, is_positional=True, diagnostics=reader.diagnostics
        )
        return read_part_media(media)
    if name.startswith("multipart/") and (
        media.item_schema is not None or media.prefix_encoding or media.item_encoding
    ):
        reader.diagnostics.add(
            MULTIPART_RESPONSE,
            "the parts of this response are not parsed",
            media.location,
        )
    return ()


def _build_item_type(
    reader: SchemaReader, media: MediaType, name: str, words: tuple[str, ...]
) -> Type | None:
    """Return the type of the items of a sequential media type (OpenAPI 3.2)."""
    schema = media.item_schema
    if schema is not None and name == EVENTS:
        mark_decoded_data(reader, schema)
    return reader.build_type(schema, words) if schema is not None else None
