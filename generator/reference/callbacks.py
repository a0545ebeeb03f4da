"""Callbacks in the section of an operation."""

from __future__ import annotations

from dataclasses import dataclass

from ..python.expressions import TypeExpr


@dataclass(frozen=True, slots=True)
class CallbackSection:
    """A request that the API sends after an operation.

    Args:
        name: Name of the callback.
        method: HTTP method.
        expression: URL of the request, as an expression.
        description: Description in CommonMark.
        media_type: Media type of the payload; `""` if there is none.
        type: Type of the payload; `None` if there is none.
        call: Path of the method on the client that parses the payload; `""` for none.
        responses: Status and meaning of each response that the API expects.
    """

    name: str
    method: str
    expression: str
    description: str
    media_type: str
    type: TypeExpr | None
    call: str
    responses: tuple[tuple[str, str], ...]
