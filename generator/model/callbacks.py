"""Requests that the API sends: payloads, and requests after an operation."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from ..source import Location
from .types import Type


@dataclass(frozen=True, slots=True)
class Payload:
    """The body of a request that the API sends, in one media type.

    Args:
        media_type: Media type with its parameters, or a range such as `text/*`.
        type: Type of the body.
        origin: Location of the body in the document.
        is_parsed: Whether the client can parse the body.
    """

    media_type: str
    type: Type
    origin: Location
    is_parsed: bool = True


@dataclass(frozen=True, slots=True)
class Callback:
    """A request that the API sends after an operation, to a URL of the caller.

    Args:
        name: Name of the callback.
        expression: URL of the request, as an expression over the call of the operation.
        method: HTTP method in upper case.
        description: CommonMark.
        payloads: The request body in each media type; empty if there is no body.
        responses: Status and description of each response that the API expects.
        parents: Names of the callbacks after whose requests the API sends this one, the
            outermost first; empty if it follows the operation itself.
    """

    name: str
    expression: str
    method: str
    description: str
    payloads: tuple[Payload, ...]
    responses: tuple[tuple[str, str], ...]
    parents: tuple[str, ...] = ()

    @property
    def parsed(self) -> tuple[Payload, ...]:
        """The payloads that the client can parse."""
        return tuple(item for item in self.payloads if item.is_parsed)
