"""Requests that the API sends without a call: `webhooks` of a document."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.api import Webhook
from ...model.types import DeclarationRef, Documentation, Header, Nullable, Type, Union
from ..context import Context
from ..schemas.reader import SchemaReader
from .bodies import build_body
from .callbacks import UNPARSED_CALLBACK
from .received_requests import (
    ReceivedRequest,
    build_words,
    is_parsed_payload,
    list_operations,
)

_EVENT_KEY = "#/webhooks"


def build_webhooks(reader: SchemaReader) -> tuple[Webhook, ...]:
    """Return the webhooks in document order, without duplicates."""
    requests = list(_list_requests(reader.context))
    webhooks: dict[tuple[str, Type | None], Webhook] = {}
    for item in requests:
        same_name = [other for other in requests if other.name == item.name]
        webhook = _build_webhook(reader, item, build_words(item, same_name))
        webhooks.setdefault((webhook.name, webhook.type), webhook)
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
    body = build_body(reader, operation, words, received=True)
    if body is not None and not is_parsed_payload(body):
        reader.diagnostics.add(
            UNPARSED_CALLBACK,
            f"the payload of {item.name!r}, which is {body.media_type}, is not parsed",
            operation.location,
        )
    return Webhook(
        name=item.name,
        description=operation.description or operation.summary,
        type=body.type if body is not None else None,
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
    typed = [item for item in webhooks if item.type is not None]
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
