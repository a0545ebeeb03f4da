"""Methods that parse payloads of callbacks."""

from __future__ import annotations

from dataclasses import dataclass

from .expressions import Docstring, TypeExpr


@dataclass(frozen=True, slots=True)
class CallbackMethod:
    """A method that parses the payload of a callback.

    Args:
        name: Python name.
        type: Type of the payload.
        media_type: Media type of the payload; `""` for JSON.
        returns: The same type as an annotation of the method.
        docstring: Docstring of the method.
    """

    name: str
    type: TypeExpr
    media_type: str
    returns: TypeExpr
    docstring: Docstring
