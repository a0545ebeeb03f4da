"""Requests that the API sends after an operation."""

from __future__ import annotations

from dataclasses import dataclass

from .types import Type


@dataclass(frozen=True, slots=True)
class Callback:
    """A request that the API sends after an operation, to a URL of the caller.

    Args:
        name: Name of the callback.
        expression: URL of the request, as an expression over the call of the operation.
        method: HTTP method in upper case.
        description: CommonMark.
        media_type: Media type of the request body with its parameters; `""` if there is
            none.
        type: Type of the request body; `None` if there is none.
        is_parsed: Whether the client can parse the request body: JSON, lines of JSON, a
            URL-encoded form, text or XML.
        responses: Status and description of each response that the API expects.
    """

    name: str
    expression: str
    method: str
    description: str
    media_type: str
    type: Type | None
    is_parsed: bool
    responses: tuple[tuple[str, str], ...]
