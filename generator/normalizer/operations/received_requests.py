"""Requests that the API sends: those of `webhooks` and of `callbacks`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...frozen_dataclass import dataclass
from ...model.callbacks import Payload
from ...model.types import Nullable
from ...openapi.operation import Operation, PathItem
from ...words import separate_mixed, split_words
from ..context import Context
from ..schemas.reader import SchemaReader
from .bodies import build_body
from .path_items import resolve_path_item


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """A request that the API sends, as the document describes it.

    Args:
        name: Name of the webhook or callback.
        method: HTTP method of the request.
        operation: The description of the request.
        owner: Id of the operation that has the callback; empty for a webhook.
        expression: URL of the request of a callback; empty for a webhook.
        parents: Names of the callbacks that contain a callback, the outermost first.
    """

    name: str
    method: str
    operation: Operation
    owner: str = ""
    expression: str = ""
    parents: tuple[str, ...] = ()


def list_operations(
    context: Context, node: PathItem
) -> Iterator[tuple[str, Operation]]:
    """Yield the method and the operation of each request of a path item.

    Args:
        context: Resolves the path item and receives a diagnostic if it is missing.
        node: The path item or a reference to it.
    """
    item = resolve_path_item(context, node)
    if item is not None:
        yield from item.operations


def build_words(
    item: ReceivedRequest, same_name: Sequence[ReceivedRequest]
) -> tuple[str, ...]:
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
    method = item.method.lower() if len(siblings) > 1 else ""
    text = separate_mixed(f"{item.owner} {method} {item.name}")
    return ("_".join(split_words(text)),)


def build_payloads(
    reader: SchemaReader, operation: Operation, words: tuple[str, ...]
) -> tuple[Payload, ...]:
    """Return the body of a request in each of its media types; empty if it has none.

    A body that the document declares as not required can be empty, which is null.

    Args:
        reader: Reads the schemas.
        operation: The description of the request.
        words: Name parts of inline types.
    """
    body = build_body(reader, operation, words, received=True)
    if body is None:
        return ()
    is_optional = body.declares_required and not body.required
    payloads: dict[str, Payload] = {}
    for item in body.all_forms:
        name = item.full_media_type
        type_ = Nullable(item.type) if is_optional else item.type
        payloads.setdefault(name, Payload(name, type_, item.origin))
    return tuple(payloads.values())
