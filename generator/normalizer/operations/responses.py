"""Responses of operations."""

from __future__ import annotations

from ...diagnostics import Rule, Severity
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
from ..schemas.documentation import inherit_documentation
from ..schemas.names import is_inside
from ..schemas.reader import SchemaReader
from ..streaming.streaming import EVENTS, mark_decoded_data
from .parameters import document_parameter
from .wire_names import check_media_type

TYPED_HEADERS = Rule(
    "response-headers",
    Severity.NOTE,
    "A response declares headers. The reference lists them, and they can be read from "
    "the raw response; typed attributes are not generated.",
    key="headers",
)
LINKS = Rule(
    "response-links",
    Severity.NOTE,
    "A response declares links to other operations. The client does not follow them.",
    key="links",
)


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
        if target.links:
            reader.diagnostics.add(
                LINKS, "the client does not follow these links", target.location
            )
        contents = (
            _build_content(reader, operation, words, status, target, entry)
            for entry in target.content.items()
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
    return tuple(responses)


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
        resolved = reader.document.resolve(schema)
        types = () if isinstance(resolved, BrokenReference) else resolved.types
    return ResponseHeader(
        name, types, target.required, document_parameter(target, documentation)
    )


def _build_content(
    reader: SchemaReader,
    operation: OperationNode,
    words: tuple[str, ...],
    status: str,
    response: Response,
    entry: tuple[str, MediaType],
) -> Content | None:
    """Return the content of a response in one media type, or `None` if it is invalid."""
    name, node = media_type_name(entry[0]), entry[1]
    if not check_media_type(entry[0], node, reader.diagnostics):
        return None
    media = resolve_media_type(reader.context, node)
    if media is None:
        return None
    part = response if media.key == node.key else media
    omit_status = status.startswith("2") or not is_inside(part, operation)
    suffix = "response" if omit_status else f"response {status}"
    response_words = reader.names.part(operation, words, part, suffix)
    event_words = reader.names.part(operation, words, part, "event")
    return Content(
        name,
        _build_optional_type(reader, media.schema, response_words),
        _build_item_type(reader, media, name, event_words),
    )


def _build_optional_type(
    reader: SchemaReader, schema: Schema | None, words: tuple[str, ...]
) -> Type | None:
    return reader.build_type(schema, words) if schema else None


def _build_item_type(
    reader: SchemaReader, media: MediaType, name: str, words: tuple[str, ...]
) -> Type | None:
    """Return the type of the items of a sequential media type (OpenAPI 3.2)."""
    schema = media.item_schema
    if schema is not None and name == EVENTS:
        mark_decoded_data(reader, schema)
    return _build_optional_type(reader, schema, words)
