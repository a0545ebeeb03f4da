"""Headers of declarations, which are built when they are needed."""

from __future__ import annotations

from collections.abc import Callable

from ...frozen_dataclass import dataclass
from ...model.types import Header


@dataclass(frozen=True, slots=True)
class PendingHeader:
    """The header of the declaration that a schema may define.

    Most schemas define a type that needs no name, and so no header.

    Args:
        declared: Whether the name comes from the document.
        build: Return the header.
    """

    declared: bool
    build: Callable[[], Header]


def pending(header: Header) -> PendingHeader:
    """Return a header that is already built as a pending one."""
    return PendingHeader(header.declared, lambda: header)
