"""Requests that the API sends: those of `webhooks` and of `callbacks`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model.bodies import Body
from ...model.media_types import is_form, is_json_lines, is_text
from ...openapi.document import BrokenReference
from ...openapi.media_types import is_json
from ...openapi.operation import Operation, PathItem
from ...words import split_words
from ..context import Context
from ..rules import UNRESOLVED_REFERENCE
from .raw_bodies import FILE


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """A request that the API sends, as the document describes it.

    Args:
        name: Name of the webhook or callback.
        method: HTTP method of the request.
        operation: The description of the request.
        owner: Id of the operation that has the callback; empty for a webhook.
        expression: URL of the request of a callback; empty for a webhook.
    """

    name: str
    method: str
    operation: Operation
    owner: str = ""
    expression: str = ""


def list_operations(
    context: Context, node: PathItem
) -> Iterator[tuple[str, Operation]]:
    """Yield the method and the operation of each request of a path item.

    Args:
        context: Resolves the path item and receives a diagnostic if it is missing.
        node: The path item or a reference to it.
    """
    item = context.document.resolve(node)
    if isinstance(item, BrokenReference):
        context.diagnostics.add(UNRESOLVED_REFERENCE, item.reason, node.location)
        return
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
    return ("_".join(split_words(f"{item.owner} {method} {item.name}")),)


def is_parsed_payload(body: Body) -> bool:
    """Return whether the client can parse the body of a request that the API sends.

    It cannot parse binary content, which has no structure, and multipart forms.
    """
    name = body.media_type
    if is_form(name):
        return not name.startswith("multipart/")
    is_known = is_json(name) or is_json_lines(name) or is_text(name)
    return is_known and body.type != FILE
