"""Run the stages on a large stack, and report when they exhaust the machine."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import is_dataclass
from typing import TypeAlias, TypeVar

from .diagnostics import Diagnostics, GenerationError, Rule, Severity
from .large_stack import on_large_stack
from .openapi.node import Node
from .source import Location

T = TypeVar("T")

EXHAUSTED = Rule(
    "exhausted",
    Severity.ERROR,
    "A stage ran out of memory or exceeded the recursion limit: schemas are nested or"
    " chained far deeper than in any published description, or the document is too large"
    " for the machine. The message names the stage.",
    hint="reduce the nesting of the schemas, or run with more memory",
)

Progress: TypeAlias = Callable[[str], None]
"""Callback that receives the name of each stage when it starts."""


class Stages:
    """The current stage of a run.

    Args:
        progress: Called with the name of each stage when it starts.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.current = "reading"

    def start(self, stage: str) -> None:
        """Set the current stage."""
        self.current = stage
        self._progress(stage)


def run_stages(
    function: Callable[[], T], stages: Stages, diagnostics: Diagnostics
) -> T:
    """Call a function on a large stack and return its result.

    Args:
        function: Function that runs the stages.
        stages: The stages that the function starts.
        diagnostics: Receives an error if memory or recursion depth are exhausted.

    Raises:
        GenerationError: Memory or recursion depth are exhausted.
    """
    try:
        with _paused_collector():
            return on_large_stack(function)
    except (MemoryError, RecursionError) as error:
        resource = "memory" if isinstance(error, MemoryError) else "recursion depth"
        message = f"{stages.current} the document exceeds the available {resource}"
        diagnostics.add(EXHAUSTED, message, _innermost_location(error))
        raise GenerationError from None


def _innermost_location(error: BaseException) -> Location | None:
    """Return the location of the node that was being processed when an error occurred."""
    location: Location | None = None
    trace = error.__traceback__
    while trace is not None:
        for value in trace.tb_frame.f_locals.values():
            if isinstance(value, Node):
                location = value.location
            elif is_dataclass(value):
                origin = getattr(value, "origin", None)
                location = origin if isinstance(origin, Location) else location
        trace = trace.tb_next
    return location


@contextmanager
def _paused_collector() -> Iterator[None]:
    """Pause the cyclic garbage collector.

    The stages build large trees that stay alive until the end. The collector would
    traverse them repeatedly, which takes a third of the time for OpenAI's document.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # Move the remaining objects to the oldest generation, so that the next
            # collection does not traverse them.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
