"""What is said to people: results on standard output, progress and findings on the other.

Colour and progress are for terminals only; `NO_COLOR` is honoured.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from generator.config import SettingsError
from generator.diagnostics import Diagnostics, Severity, Unusable


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _flushed() -> BrokenPipeError | None:
    """Hands out what is printed; the error, when nobody takes it any more."""
    try:
        sys.stdout.flush()
    except BrokenPipeError as error:
        return error
    return None


class Console:
    """Prints, and turns what went wrong into a message and an exit code."""

    def __init__(self) -> None:
        self._lively = sys.stderr.isatty()
        self._shown = ""
        self._color = self._lively and not os.environ.get("NO_COLOR")
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Documents hold letters that a terminal's encoding may lack.
            sys.stdout.reconfigure(errors="backslashreplace")

    def __enter__(self) -> Console:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._clear()
        error = error or _flushed()
        if isinstance(error, SettingsError):
            self.fail(str(error))
        if isinstance(error, KeyboardInterrupt):
            sys.exit(130)
        if isinstance(error, BrokenPipeError):
            # Whoever read us has enough; the flush at exit must not complain again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        from generator.emission.errors import EmissionError

        if isinstance(error, EmissionError):
            self.fail(str(error))

    def fail(self, message: str) -> None:
        """Says why, and ends the program with 1."""
        print(f"error: {message}", file=sys.stderr)
        sys.exit(1)

    def say(self, message: str) -> None:
        """A result, on standard output."""
        self._clear()
        print(message)

    def out(self, text: str) -> None:
        """Text that is the result, on standard output."""
        self._clear()
        sys.stdout.write(text)
        sys.stdout.flush()

    def progress(self, stage: str) -> None:
        """What is going on, on a terminal only."""
        if self._lively:
            self._clear()
            self._shown = f"{stage} …"
            sys.stderr.write(self._shown)
            sys.stderr.flush()

    def _clear(self) -> None:
        if self._shown:
            sys.stderr.write(f"\r{' ' * len(self._shown)}\r")
            self._shown = ""

    @contextmanager
    def findings(self, diagnostics: Diagnostics, quiet: bool = False) -> Iterator[None]:
        """Shows the findings of what runs inside, also when it fails.

        Args:
            diagnostics: those that stages add to.
            quiet: whether to show them only when it fails.
        """
        try:
            yield
        except Unusable:
            self.show(diagnostics, "text")
            self.fail("nothing was written")
        if not quiet:
            self.show(diagnostics, "text", least=Severity.WARNING)

    def show(
        self,
        diagnostics: Diagnostics,
        form: str,
        cap: int | None = 5,
        least: Severity = Severity.NOTE,
    ) -> None:
        """Prints findings: as text beside the results, as JSON as the result.

        Args:
            diagnostics: the findings.
            form: `text` or `json`.
            cap: how many of each code are shown in text; `None` for all.
            least: the severity from which on they are shown in text.
        """
        from generator.report import as_json, render

        self._clear()
        if form == "json":
            import json

            self.out(json.dumps(as_json(diagnostics), indent=2) + "\n")
        else:
            found = [item for item in diagnostics if item.severity >= least]
            sys.stderr.write(render(found, color=bool(self._color), cap=cap))
