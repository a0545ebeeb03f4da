"""Timeouts of a call that has a deadline."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ..api.validation import timeout_parts

if TYPE_CHECKING:
    from ..api.options import Timeout


class Remaining(float):
    """A timeout in seconds that ends at a deadline.

    httpx2 applies the timeouts of a request to each read and write, so that a server that
    sends one byte at a time is never too late. `transport.deadlines` reads the deadline.
    """

    __slots__ = ("deadline",)

    deadline: float
    """The deadline in seconds of the monotonic clock."""

    @staticmethod
    def create(timeout: float | None, deadline: float) -> Remaining:
        """Return a timeout that is limited by a deadline."""
        left = max(deadline - time.monotonic(), 0.001)
        remaining = Remaining(left if timeout is None else min(timeout, left))
        remaining.deadline = deadline
        return remaining


def read_timeout(timeout: Timeout | None) -> dict[str, float | None]:
    """Return the timeouts of an option in seconds, by the names that httpx2 uses."""
    import httpx2

    return timeout_parts(httpx2.Timeout(timeout).as_dict())


def limit_timeouts(
    timeouts: dict[str, float | None], deadline: float
) -> dict[str, float | None]:
    """Limit the timeouts of a request to the time until a deadline."""
    return {name: Remaining.create(value, deadline) for name, value in timeouts.items()}
