"""Requests that the API sends after an operation: `callbacks` of operations."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from ...model.callbacks import Callback
from ...openapi.document import BrokenReference
from ...openapi.operation import Operation
from ..context import Context
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.reader import SchemaReader
from .received_requests import (
    ReceivedRequest,
    build_payloads,
    build_words,
    list_operations,
)


def build_callbacks(
    reader: SchemaReader, operations: Mapping[str, Operation]
) -> dict[str, tuple[Callback, ...]]:
    """Return the callbacks of operations by operation id, in document order.

    Callbacks of the requests of callbacks follow those of the operation.

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
    """Yield the requests of an operation's callbacks, then those of nested callbacks."""
    pending: deque[tuple[Operation, tuple[str, ...]]] = deque([(operation, ())])
    listed = {operation.key}
    while pending:
        current, parents = pending.popleft()
        for request in _list_direct_requests(context, owner, current, parents):
            yield request
            # A callback behind a reference can contain itself.
            if request.operation.key not in listed:
                listed.add(request.operation.key)
                pending.append((request.operation, (*parents, request.name)))


def _list_direct_requests(
    context: Context, owner: str, operation: Operation, parents: tuple[str, ...]
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
                yield ReceivedRequest(name, method, inner, owner, expression, parents)


def _build_callback(
    reader: SchemaReader, item: ReceivedRequest, words: tuple[str, ...]
) -> Callback:
    operation = item.operation
    return Callback(
        name=item.name,
        expression=item.expression,
        method=item.method,
        description=operation.description or operation.summary,
        payloads=build_payloads(reader, operation, words),
        responses=tuple(_list_responses(reader.context, operation)),
        parents=item.parents,
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
