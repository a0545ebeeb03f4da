"""Headers of responses."""

from __future__ import annotations

from ..frozen_dataclass import dataclass
from .types import Documentation


@dataclass(frozen=True, slots=True)
class ResponseHeader:
    """A header of a response.

    Args:
        name: Name, as declared.
        types: JSON types of the value; empty if they are not declared.
        required: Whether each response has the header.
        documentation: Documentation of the header.
    """

    name: str
    types: tuple[str, ...]
    required: bool
    documentation: Documentation
