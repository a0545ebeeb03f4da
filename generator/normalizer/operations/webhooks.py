"""Requests that the API sends: `webhooks` of a document, `callbacks` of operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.api import Webhook
from ...model.types import DeclarationRef, Documentation, Header, Nullable, Type, Union
from ...openapi.document import BrokenReference
from ...openapi.operation import Operation, PathItem
from ...words import split_words
from ..context import Context
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.reader import SchemaReader
from .bodies import build_body

_EVENT_KEY = "#/webhooks"


@dataclass(frozen=True, slots=True)
class _Request:
    """A request of the API, as the document describes it.

    Args:
        name: Name of the webhook or callback.
        owner: The operation that has the callback, as a part of names; `""` for webhooks.
        method: HTTP method of the request.
        operation: The description of the request.
        callback: Whether it is a callback.
    """

    name: str
    owner: str
    method: str
    operation: Operation
    callback: bool


def build_webhooks(reader: SchemaReader) -> tuple[Webhook, ...]:
    """Return the webhooks and callbacks in document order, without duplicates."""
    requests = list(_list_requests(reader.context))
    webhooks: dict[tuple[str, Type | None], Webhook] = {}
    for item in requests:
        same_name = [other for other in requests if other.name == item.name]
        webhook = _build_webhook(reader, item, _build_words(item, same_name))
        webhooks.setdefault((webhook.name, webhook.type), webhook)
    return tuple(webhooks.values())


def _list_requests(context: Context) -> Iterator[_Request]:
    document = context.document
    for root in document.roots:
        for name, item in root.webhooks.items():
            yield from _list_methods(context, name, "", item, False)
        for path, node in root.paths.items():
            target = document.resolve(node)
            if isinstance(target, BrokenReference):
                continue
            for method, operation in target.operations:
                owner = operation.operation_id or f"{method} {path}"
                for name, callback in operation.callbacks.items():
                    for _, inner in callback.members(PathItem):
                        yield from _list_methods(context, name, owner, inner, True)


def _list_methods(
    context: Context, name: str, owner: str, node: PathItem, callback: bool
) -> Iterator[_Request]:
    item = context.document.resolve(node)
    if isinstance(item, BrokenReference):
        context.diagnostics.add(UNRESOLVED_REFERENCE, item.reason, node.location)
        return
    for method, operation in item.operations:
        yield _Request(name, owner, method, operation, callback)


def _build_words(item: _Request, same_name: list[_Request]) -> tuple[str, ...]:
    """Return the name parts of inline types in a request.

    Args:
        item: The request.
        same_name: All requests with the same name, which must be distinguished.
    """
    if item.operation.operation_id:
        return (item.operation.operation_id,)
    if len({other.operation.key for other in same_name}) == 1:
        return (item.name,)
    siblings = [other for other in same_name if other.owner == item.owner]
    methods = [item.method.lower()] if len(siblings) > 1 else []
    return ("_".join(split_words(" ".join([item.owner, *methods, item.name]))),)


def _build_webhook(
    reader: SchemaReader, item: _Request, words: tuple[str, ...]
) -> Webhook:
    operation = item.operation
    body = build_body(reader, operation, words)
    return Webhook(
        name=item.name,
        description=operation.description or operation.summary,
        type=body.type if body is not None else None,
        origin=operation.location,
        callback=item.callback,
    )


def build_event_type(
    reader: SchemaReader, webhooks: tuple[Webhook, ...]
) -> Type | None:
    """Return the type of any webhook payload, declaring a union if there are several.

    Args:
        reader: Receives the declaration.
        webhooks: The webhooks and callbacks; callbacks are ignored.

    Returns:
        The type, or `None` if no webhook has a payload.
    """
    typed = [item for item in webhooks if item.type is not None and not item.callback]
    types = dict.fromkeys(_without_null(item.type) for item in typed if item.type)
    if len(types) < 2:
        return next(iter(types), None)
    header = Header(
        key=_EVENT_KEY,
        words=("UnwrapWebhookEvent",),
        declared=False,
        documentation=Documentation("Payload of any webhook."),
        origin=typed[0].origin,
    )
    reader.declarations[_EVENT_KEY] = Union(header, tuple(types))
    return DeclarationRef(_EVENT_KEY)


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
