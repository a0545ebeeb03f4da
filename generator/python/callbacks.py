"""Methods that parse payloads of callbacks and webhooks."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from .expressions import Docstring, TypeExpr


@dataclass(frozen=True, slots=True)
class CallbackMethod:
    """A method that parses the payload of a callback.

    Args:
        name: Python name.
        types: Type of the payload by media type.
        returns: The type of any payload, as an annotation of the method.
        requires_headers: Whether the headers of the request select how it is parsed.
        requires_bytes: Whether a payload can be binary.
        docstring: Docstring of the method.
    """

    name: str
    types: tuple[tuple[str, TypeExpr], ...]
    returns: TypeExpr
    requires_headers: bool
    requires_bytes: bool
    docstring: Docstring


@dataclass(frozen=True, slots=True)
class WebhookEvent:
    """The events that the method `unwrap` parses.

    Args:
        type: Type of any event.
        types: Type of the events by media type.
        requires_bytes: Whether a payload can be binary.
    """

    type: TypeExpr
    types: tuple[tuple[str, TypeExpr], ...]
    requires_bytes: bool
