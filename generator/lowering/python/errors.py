"""What failures hold: one type for most of an API as a rule, others where they differ."""

from __future__ import annotations

from collections import Counter

from ...model.api import Api
from ...model.operations import Operation
from ...model.types import DeclarationRef
from ...python.expressions import TypeExpr
from .expressions import ViewTypes


def shared_error(api: Api, views: ViewTypes) -> TypeExpr | None:
    """The type of most error bodies, `None` where no type is that of more than half."""
    found = Counter(
        text
        for operation in api.operations
        for text in set(_by_status(operation, views).values())
    )
    for type_, number in found.most_common(1):
        if number * 2 > found.total():
            return type_
    return None


def operation_errors(
    operation: Operation, views: ViewTypes, shared: TypeExpr | None
) -> dict[str, TypeExpr]:
    """The types of an operation's error bodies by status, where they are not the shared."""
    found = _by_status(operation, views)
    types = set(found.values())
    if len(types) == 1 and shared not in types:
        return {"default": types.pop()}
    return {status: text for status, text in found.items() if text != shared}


def _by_status(operation: Operation, views: ViewTypes) -> dict[str, TypeExpr]:
    successes = any(
        status_response.successful for status_response in operation.responses
    )
    found: dict[str, TypeExpr] = {}
    for status_response in operation.responses:
        # Where nothing else is described, `default` is the answer.
        if status_response.successful or (
            status_response.status == "default" and not successes
        ):
            continue
        for content in status_response.contents:
            if "json" in content.media_type:
                if isinstance(content.type, DeclarationRef):
                    found.setdefault(status_response.status, views.of(content.type))
    return found
