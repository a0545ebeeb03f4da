"""The message and the exit code of a command that is interrupted from the keyboard."""

from __future__ import annotations

import sys
from typing import Any

import click

from .exit_codes import ExitCode


class InterruptibleGroup(click.Group):
    """A group of commands that handles interrupts outside of a `Console`.

    Click would print "Aborted!" and exit with 1.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command of the group."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            print_interrupted()
            ctx.exit(ExitCode.INTERRUPTED)


def is_interrupt(error: BaseException | None) -> bool:
    """Return whether an exception is due to an interrupt, also one of a prompt."""
    if isinstance(error, click.Abort):
        error = error.__context__
    return isinstance(error, KeyboardInterrupt)


def print_interrupted(stage: str = "", state: str = "") -> None:
    """Print a line about the interrupt.

    Args:
        stage: Stage that was interrupted, such as `reading`; `""` if it is not known.
        state: Words about the written files, such as `nothing was written`; `""` for none.
    """
    where = f" while {stage}" if stage else ""
    after = f"; {state}" if state else ""
    if sys.stderr is not None:
        sys.stderr.write(f"interrupted{where}{after}\n")
