"""Requests that the API sends without a call: `webhooks` of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.api import Webhook
from ...model.types import DeclarationRef, Documentation, Header, Nullable, Type, Union
from ..context import Context
from ..schemas.reader import SchemaReader
from .received_requests import (
    ReceivedRequest,
    build_payloads,
    build_words,
    list_operations,
)

_EVENT_KEY = "#/webhooks"


def build_webhooks(reader: SchemaReader) -> tuple[Webhook, ...]:
    """Return the webhooks in document order, without duplicates."""
    requests = list(_list_requests(reader.context))
    webhooks: dict[tuple[str, tuple[Type, ...]], Webhook] = {}
    for item in requests:
        same_name = [other for other in requests if other.name == item.name]
        webhook = _build_webhook(reader, item, build_words(item, same_name))
        types = tuple(payload.type for payload in webhook.payloads)
        webhooks.setdefault((webhook.name, types), webhook)
    return tuple(webhooks.values())


def _list_requests(context: Context) -> Iterator[ReceivedRequest]:
    for root in context.document.roots:
        for name, item in root.webhooks.items():
            for method, operation in list_operations(context, item):
                yield ReceivedRequest(name, method, operation)


def _build_webhook(
    reader: SchemaReader, item: ReceivedRequest, words: tuple[str, ...]
) -> Webhook:
    operation = item.operation
    return Webhook(
        name=item.name,
        description=operation.description or operation.summary,
        payloads=build_payloads(reader, operation, words),
        origin=operation.location,
    )


def build_event_type(
    reader: SchemaReader, webhooks: tuple[Webhook, ...]
) -> Type | None:
    """Return the type of any webhook payload, declaring a union if there are several.

    Args:
        reader: Receives the declaration.
        webhooks: The webhooks.

    Returns:
        The type, or `None` if no webhook has a payload.
    """
    payloads = [each for item in webhooks for each in item.payloads if each.is_parsed]
    types = dict.fromkeys(_without_null(item.type) for item in payloads)
    if not types:
        return None
    event = next(iter(types)) if len(types) == 1 else _declare_event(reader, types)
    is_nullable = any(isinstance(item.type, Nullable) for item in payloads)
    return Nullable(event) if is_nullable else event


def _declare_event(reader: SchemaReader, types: Iterable[Type]) -> Type:
    """Declare the union of webhook payloads."""
    header = Header(
        key=_EVENT_KEY,
        words=("UnwrapWebhookEvent",),
        declared=False,
        documentation=Documentation("Payload of any webhook."),
        origin=reader.context.document.roots[0].location,
    )
    reader.declarations[_EVENT_KEY] = Union(header, tuple(types))
    return DeclarationRef(_EVENT_KEY)


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
