"""Types of error bodies: one shared type for most of an API, and exceptions to it."""

from __future__ import annotations

from collections import Counter

from ...model.api import Api
from ...model.operations import Operation, StatusResponse
from ...model.types import DeclarationRef
from ...python.expressions import TypeExpr
from .expressions import ModelTypes


def shared_error(api: Api, models: ModelTypes) -> TypeExpr | None:
    """Return the type of more than half of the error bodies, or `None`."""
    counts = Counter(
        type_
        for operation in api.operations
        for type_ in set(_by_status(operation, models).values())
    )
    for type_, number in counts.most_common(1):
        if number * 2 > counts.total():
            return type_
    return None


def operation_errors(
    operation: Operation, models: ModelTypes, shared: TypeExpr | None
) -> dict[str, TypeExpr]:
    """Return the types of error bodies by status code that differ from the shared type."""
    types = _by_status(operation, models)
    distinct = set(types.values())
    if len(distinct) == 1 and shared not in distinct:
        return {"default": distinct.pop()}
    return {status: type_ for status, type_ in types.items() if type_ != shared}


def is_error(operation: Operation, response: StatusResponse) -> bool:
    """Return whether a response is an error.

    `default` is the successful response if the document describes no other one.
    """
    if response.status == "default":
        return any(item.successful for item in operation.responses)
    return not response.successful


def _by_status(operation: Operation, models: ModelTypes) -> dict[str, TypeExpr]:
    """Return the type of the error body for each status code."""
    types: dict[str, TypeExpr] = {}
    for status_response in operation.responses:
        if not is_error(operation, status_response):
            continue
        for content in status_response.contents:
            if "json" in content.media_type and isinstance(
                content.type, DeclarationRef
            ):
                types.setdefault(status_response.status, models.of(content.type))
    return types
