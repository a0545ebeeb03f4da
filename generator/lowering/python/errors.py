"""What failures hold: one type for most of an API as a rule, others where they differ."""

from __future__ import annotations

from collections import Counter

from .expressions import ViewTypes
from ...model.api import Api
from ...model.operations import Operation
from ...model.types import DeclarationRef


def shared_error(api: Api, views: ViewTypes) -> str:
    """The type of most error bodies, `""` where no type is that of more than half."""
    found = Counter(
        text
        for operation in api.operations
        for text in set(_by_status(operation, views).values())
    )
    ((text, number),) = found.most_common(1) or (("", 0),)
    return text if number * 2 > found.total() else ""


def own_errors(operation: Operation, views: ViewTypes, shared: str) -> dict[str, str]:
    """The types of an operation's error bodies by status, where they are not the shared."""
    found = _by_status(operation, views)
    types = set(found.values())
    if len(types) == 1 and shared not in types:
        return {"default": types.pop()}
    return {status: text for status, text in found.items() if text != shared}


def _by_status(operation: Operation, views: ViewTypes) -> dict[str, str]:
    successes = any(
        status_response.successful for status_response in operation.responses
    )
    found: dict[str, str] = {}
    for status_response in operation.responses:
        # Where nothing else is described, `default` is the answer.
        if status_response.successful or (
            status_response.status == "default" and not successes
        ):
            continue
        for content in status_response.contents:
            if "json" in content.media_type:
                if isinstance(content.type, DeclarationRef):
                    found.setdefault(
                        status_response.status, views.of(content.type).text
                    )
    return found
