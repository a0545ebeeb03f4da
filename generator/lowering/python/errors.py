"""Types of error bodies: one shared type for most of an API, and exceptions to it."""

from __future__ import annotations

from collections import Counter

from ...model.api import Api
from ...model.operations import Operation, StatusResponse
from ...python.expressions import Name, TypeExpr, imported_names
from .expressions import ModelTypes, join


def shared_error(api: Api, models: ModelTypes) -> TypeExpr | None:
    """Return the type of more than half of the error bodies, or `None`."""
    counts = Counter(
        type_
        for operation in api.operations
        for type_ in set(_by_status(operation, models).values())
        if isinstance(type_, Name) and _has_models(type_)
    )
    for type_, number in counts.most_common(1):
        if number * 2 > counts.total():
            return type_
    return None


def operation_errors(
    operation: Operation, models: ModelTypes, shared: TypeExpr | None
) -> dict[str, TypeExpr]:
    """Return the types of error bodies by status code that differ from the shared type.

    If one of them applies to several status codes, the others of the operation are
    returned as well, because a more specific status code takes precedence.
    """
    types = _by_status(operation, models)
    differing = {status: type_ for status, type_ in types.items() if type_ != shared}
    if shared is None and not any(map(_has_models, differing.values())):
        return {}
    return differing if all(map(str.isdigit, differing)) else types


def is_error(operation: Operation, response: StatusResponse) -> bool:
    """Return whether a response is an error.

    `default` is the successful response if the document describes no other one.
    """
    if response.status == "default":
        return any(item.successful for item in operation.responses)
    return not response.successful


def _by_status(operation: Operation, models: ModelTypes) -> dict[str, TypeExpr]:
    """Return the type of the JSON error body for each status code."""
    types: dict[str, TypeExpr] = {}
    for response in operation.responses:
        if not is_error(operation, response):
            continue
        contents = [item for item in response.contents if "json" in item.media_type]
        bodies = [models.of(item.type) for item in contents if item.type is not None]
        if bodies:
            types[response.status] = join(bodies)
    return types


def _has_models(type_: TypeExpr) -> bool:
    """Return whether a type refers to types of the client."""
    return not {"Any", "Literal"}.issuperset(imported_names(type_))
