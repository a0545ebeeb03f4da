"""Requests that the API makes: `webhooks` of a document and `callbacks` of operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.api import Webhook
from ...model.types import DeclarationRef, Documentation, Header, Nullable, Type, Union
from .bodies import body
from ..rules import UNRESOLVED_REFERENCE
from ..schemas.reader import SchemaReader
from ...openapi.document import BrokenReference, Document
from ...openapi.operation import Operation, PathItem
from ...words import split_words

_EVENT_KEY = "#/webhooks"


@dataclass(frozen=True, slots=True)
class _Sent:
    """A request of the API, as the document has it.

    Args:
        name: of the webhook or callback.
        owner: the operation that has the callback, as a text to make names of.
        method: of the request.
        operation: describes it.
        callback: whether it is a callback.
    """

    name: str
    owner: str
    method: str
    operation: Operation
    callback: bool


def webhooks(reader: SchemaReader, document: Document) -> tuple[Webhook, ...]:
    """What the API sends to its callers, in the order of the documents, each kind once."""
    sent = list(_all(reader, document))
    found: dict[tuple[str, Type | None], Webhook] = {}
    for item in sent:
        named = [each for each in sent if each.name == item.name]
        webhook = _webhook(reader, item, _words(item, named))
        found.setdefault((webhook.name, webhook.type), webhook)
    return tuple(found.values())


def _all(reader: SchemaReader, document: Document) -> Iterator[_Sent]:
    for root in document.roots:
        for name, item in root.webhooks.items():
            yield from _requests(reader, name, "", item, False)
        for path, written in root.paths.items():
            node = document.resolve(written)
            if isinstance(node, BrokenReference):
                continue
            for method, operation in node.operations:
                owner = operation.operation_id or f"{method} {path}"
                for name, callback in operation.callbacks.items():
                    for _, inner in callback.members(PathItem):
                        yield from _requests(reader, name, owner, inner, True)


def _requests(
    reader: SchemaReader, name: str, owner: str, node: PathItem, callback: bool
) -> Iterator[_Sent]:
    item = reader.document.resolve(node)
    if isinstance(item, BrokenReference):
        reader.diagnostics.add(UNRESOLVED_REFERENCE, item.reason, node.location)
        return
    for method, operation in item.operations:
        yield _Sent(name, owner, method, operation, callback)


def _words(item: _Sent, named: list[_Sent]) -> tuple[str, ...]:
    """What a type that stands in a request is called after: what tells it from others."""
    if item.operation.operation_id:
        return (item.operation.operation_id,)
    if len({each.operation.key for each in named}) == 1:
        return (item.name,)
    beside = [each for each in named if each.owner == item.owner]
    methods = [item.method.lower()] if len(beside) > 1 else []
    return ("_".join(split_words(" ".join([item.owner, *methods, item.name]))),)


def _webhook(reader: SchemaReader, item: _Sent, words: tuple[str, ...]) -> Webhook:
    operation = item.operation
    sent = body(reader, operation, words)
    return Webhook(
        name=item.name,
        description=operation.description or operation.summary,
        type=sent.type if sent is not None else None,
        origin=operation.location,
        callback=item.callback,
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
