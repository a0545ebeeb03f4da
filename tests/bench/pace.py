"""The pace of this machine beside the one for which goals in seconds were set.

A goal such as 60 ms says nothing without a machine. Figures in seconds are therefore divided
by the pace: how many times as long Python compiles a module of its library here. The module
is compiled before and after a figure is measured, because the pace of shared machines changes
from minute to minute.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

_NORMAL = 0.0115
"""Seconds of one compilation on the machine of the goals, which loads OpenAI's document with
`CSafeLoader` in 0.87 seconds."""
_TIMES = 15
_SOURCE = Path(argparse.__file__).read_text(encoding="utf-8")


def _compilations() -> list[float]:
    """Return the processor seconds of each of some compilations."""
    result: list[float] = []
    for _ in range(_TIMES):
        started = time.process_time()
        compile(_SOURCE, "argparse", "exec")
        result.append(time.process_time() - started)
    return result


class Pace:
    """The pace while figures are measured, which starts with the object."""

    def __init__(self) -> None:
        self._seconds = _compilations()

    def measure(self) -> float:
        """Return how many times as long as on the machine of the goals work takes here."""
        self._seconds += _compilations()
        return statistics.median(self._seconds) / _NORMAL
