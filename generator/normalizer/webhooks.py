"""Requests that the API makes: `webhooks` of a document and `callbacks` of operations."""

from __future__ import annotations

from generator.model.api import Webhook
from generator.model.types import (
    DeclarationRef,
    Documentation,
    Header,
    Nullable,
    Type,
    Union,
)
from generator.normalizer.bodies import body
from generator.normalizer.rules import UNRESOLVED_REFERENCE
from generator.normalizer.schemas import SchemaReader
from generator.openapi.document import BrokenReference, Document
from generator.openapi.operation import Operation, PathItem

_EVENT_KEY = "#/webhooks"


def webhooks(reader: SchemaReader, document: Document) -> tuple[Webhook, ...]:
    """What the API sends to its callers, in the order of the documents, each name once."""
    found: dict[str, Webhook] = {}
    for root in document.roots:
        for name, item in root.webhooks.items():
            _add(reader, name, item, found)
        for path in root.paths.values():
            item_node = document.resolve(path)
            if isinstance(item_node, BrokenReference):
                continue
            for _, operation in item_node.operations:
                for name, callback in operation.callbacks.items():
                    for _, inner in callback.members(PathItem):
                        _add(reader, name, inner, found, callback=True)
    return tuple(found.values())


def _add(
    reader: SchemaReader,
    name: str,
    node: PathItem,
    found: dict[str, Webhook],
    callback: bool = False,
) -> None:
    item = reader.document.resolve(node)
    if isinstance(item, BrokenReference):
        reader.diagnostics.add(UNRESOLVED_REFERENCE, item.reason, node.location)
        return
    for _, operation in item.operations:
        if name not in found:
            found[name] = _webhook(reader, name, operation, callback)


def _webhook(
    reader: SchemaReader, name: str, operation: Operation, callback: bool
) -> Webhook:
    sent = body(reader, operation, (operation.operation_id or name,))
    return Webhook(
        name=name,
        description=operation.description or operation.summary,
        type=sent.type if sent is not None else None,
        origin=operation.location,
        callback=callback,
    )


def event_type(reader: SchemaReader, received: tuple[Webhook, ...]) -> Type | None:
    """What any webhook may carry: a union that is declared for it, where it is several."""
    carried = [item for item in received if item.type is not None and not item.callback]
    types = dict.fromkeys(_present(item.type) for item in carried if item.type)
    if len(types) < 2:
        return next(iter(types), None)
    header = Header(
        key=_EVENT_KEY,
        words=("UnwrapWebhookEvent",),
        declared=False,
        documentation=Documentation("What a webhook carries."),
        origin=carried[0].origin,
    )
    reader.declarations[_EVENT_KEY] = Union(header, tuple(types))
    return DeclarationRef(_EVENT_KEY)


def _present(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
