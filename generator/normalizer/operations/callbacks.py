"""Requests that the API sends after an operation: `callbacks` of operations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...diagnostics import Rule, Severity
from ...model.callbacks import Callback
from ...openapi.document import BrokenReference
from ...openapi.operation import Operation
from ..context import Context
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.reader import SchemaReader
from .bodies import build_body
from .received_requests import (
    ReceivedRequest,
    build_words,
    is_parsed_payload,
    list_operations,
)

UNPARSED_CALLBACK = Rule(
    "unparsed-callback",
    Severity.NOTE,
    "A callback or a webhook has a payload that is a multipart form or binary, or the "
    "request of a callback has callbacks itself. The client does not parse the payload; "
    "the reference describes the callback, except for nested ones. Payloads that are JSON, "
    "lines of JSON, URL-encoded forms, text or XML are parsed; XML is returned as a string.",
)


def build_callbacks(
    reader: SchemaReader, operations: Mapping[str, Operation]
) -> dict[str, tuple[Callback, ...]]:
    """Return the callbacks of operations by operation id, in document order.

    Args:
        reader: Reads the schemas of the payloads.
        operations: The operations by id.
    """
    requests: dict[str, list[ReceivedRequest]] = {}
    for owner, operation in operations.items():
        for request in _list_requests(reader.context, owner, operation):
            requests.setdefault(request.name, []).append(request)
    callbacks: dict[str, list[Callback]] = {}
    for same_name in requests.values():
        for request in same_name:
            words = build_words(request, same_name)
            callback = _build_callback(reader, request, words)
            callbacks.setdefault(request.owner, []).append(callback)
    return {owner: tuple(items) for owner, items in callbacks.items()}


def _list_requests(
    context: Context, owner: str, operation: Operation
) -> Iterator[ReceivedRequest]:
    for name, node in operation.callbacks.items():
        callback = context.document.resolve(node)
        if isinstance(callback, BrokenReference):
            context.diagnostics.add(
                UNRESOLVED_REFERENCE, callback.reason, node.location
            )
            continue
        for expression, item in callback.requests.items():
            for method, inner in list_operations(context, item):
                yield ReceivedRequest(name, method, inner, owner, expression)


def _build_callback(
    reader: SchemaReader, item: ReceivedRequest, words: tuple[str, ...]
) -> Callback:
    operation = item.operation
    body = build_body(reader, operation, words, received=True)
    name = body.media_type if body is not None else ""
    is_parsed = body is not None and is_parsed_payload(body)
    if body is not None and not is_parsed:
        reader.diagnostics.add(
            UNPARSED_CALLBACK,
            f"no method parses the payload of {item.name!r}, which is {name}",
            operation.location,
        )
    for nested in operation.callbacks.values():
        reader.diagnostics.add(
            UNPARSED_CALLBACK,
            f"the callback of the callback {item.name!r} is ignored",
            nested.location,
        )
    return Callback(
        name=item.name,
        expression=item.expression,
        method=item.method,
        description=operation.description or operation.summary,
        media_type=body.full_media_type if body is not None else "",
        type=body.type if body is not None else None,
        is_parsed=is_parsed,
        responses=tuple(_list_responses(reader.context, operation)),
    )


def _list_responses(
    context: Context, operation: Operation
) -> Iterator[tuple[str, str]]:
    """Yield the status and the description of each response."""
    for status, node in operation.responses.items():
        response = context.document.resolve(node)
        if isinstance(response, BrokenReference):
            context.diagnostics.add(
                UNRESOLVED_REFERENCE, response.reason, node.location
            )
            yield status, ""
        else:
            yield status, response.description
