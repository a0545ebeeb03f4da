"""Callbacks in the section of an operation."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from ..python.expressions import TypeExpr


@dataclass(frozen=True, slots=True)
class CallbackSection:
    """A request that the API sends after an operation.

    Args:
        name: Name of the callback.
        method: HTTP method.
        expression: URL of the request, as an expression.
        description: Description in CommonMark.
        payloads: Type of the payload by media type, and whether the client parses it;
            empty if the request has no payload.
        call: Path of the method on the client that parses the payload; `""` for none.
        parent: Name of the callback after whose request the API sends this one; `""` if
            it follows the operation itself.
        responses: Status and meaning of each response that the API expects.
    """

    name: str
    method: str
    expression: str
    description: str
    payloads: tuple[tuple[str, TypeExpr, bool], ...]
    call: str
    responses: tuple[tuple[str, str], ...]
    parent: str = ""
