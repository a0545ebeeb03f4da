"""Values of responses that links pass to the next call."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def linked(value: T | None, pointer: str) -> T:
    """Return a value of a response, which the call of a link requires.

    Args:
        value: The value.
        pointer: JSON pointer of the value in the response.

    Raises:
        ValueError: The value is `None`.
    """
    if value is None:
        raise ValueError(
            f"the response has no value at {pointer}, which the link needs"
        )
    return value
