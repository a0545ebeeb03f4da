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

from ..config import SettingsError
from ..diagnostics import Diagnostics, Severity, GenerationError
from ..source import SourceFile, uri_to_path

FAILED = 1
"""Exit code: nothing was written, or a check found something."""

WRONG_USAGE = 2
"""Exit code: settings or flags are wrong."""
BUG = 70
"""Exit code of an error of oasmith itself (`EX_SOFTWARE` of BSD's sysexits)."""


def _of_click() -> tuple[type[BaseException], ...]:
    """The exceptions by which click ends a command."""
    from click import Abort, ClickException
    from click.exceptions import Exit

    return Abort, ClickException, Exit


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _flushed() -> OSError | None:
    """Hands out what is printed; the error, when nobody takes it."""
    try:
        print(end="", flush=True)
    except OSError as error:
        # The flush at exit must not complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return error
    return None


def _columns() -> int | None:
    """How wide the terminal of standard error is, if it says."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or None
    except OSError:
        return None


def _complain(text: str) -> None:
    """Prints on standard error, which a program may have been started without."""
    if sys.stderr is not None:
        sys.stderr.write(text)


def _openable(file: SourceFile) -> str:
    """The path of a file from the current directory, so that editors can open it."""
    path = uri_to_path(file.uri)
    if path is None:
        return file.name
    try:
        return min(os.path.relpath(path), str(path), key=len)
    except ValueError:  # it is on another drive of Windows
        return str(path)


def exit_code(diagnostics: Diagnostics) -> int:
    """Return the exit code after errors: that of wrong usage if no document is wrong."""
    return WRONG_USAGE if diagnostics.only_settings_are_wrong() else FAILED


class Console:
    """Prints, and turns what went wrong into a message and an exit code."""

    def __init__(self) -> None:
        on_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._lively = on_terminal and os.environ.get("TERM") != "dumb"
        self._shown = ""
        self._stage = "oasmith"
        self._color = self._lively and not os.environ.get("NO_COLOR")
        self._columns = _columns() if on_terminal else None
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
        from ..emission.errors import EmissionError

        self._clear()
        unsaid = _flushed()
        match error or unsaid:
            case KeyboardInterrupt():
                sys.exit(130)
            case BrokenPipeError():  # whoever read us has enough
                sys.exit(1)
            case SettingsError() as failure:
                self.fail(str(failure), WRONG_USAGE)
            case EmissionError() | OSError() as failure:
                self.fail(str(failure))
            case MemoryError() | RecursionError() as failure:
                lacking = "memory" if isinstance(failure, MemoryError) else "recursion"
                self.fail(f"{self._stage} exceeds the limit of {lacking}")
            case Exception() as failure if not isinstance(
                failure, (GenerationError, *_of_click())
            ):
                self._report_bug(failure)

    def _report_bug(self, error: Exception) -> None:
        """Ends the program after an error of its own."""
        if os.environ.get("OASMITH_DEBUG"):
            return  # the traceback follows
        reason = str(error).partition("\n")[0][:200]
        _complain(
            f"error: {self._stage} failed: {type(error).__name__}: {reason}\n"
            "This is a bug in oasmith; please report it with the document. "
            "OASMITH_DEBUG=1 shows the traceback.\n"
        )
        sys.exit(BUG)

    def fail(self, message: str, code: int = FAILED) -> None:
        """Print why, and end the program with an exit code."""
        _complain(f"error: {message}\n")
        sys.exit(code)

    def note(self, message: str) -> None:
        """Print a remark on how the command was understood, on standard error."""
        self._clear()
        _complain(f"note: {message}\n")

    def say(self, message: str) -> None:
        """A result, on standard output."""
        self._clear()
        print(message)

    def out(self, text: str) -> None:
        """Text that is the result, on standard output."""
        self._clear()
        print(text, end="", flush=True)

    def progress(self, stage: str) -> None:
        """What is going on, on a terminal only."""
        self._stage = stage
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
        except GenerationError:
            self.show(diagnostics, "text")
            self.fail("nothing was written", exit_code(diagnostics))
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
            least: the severity from which on those on documents are shown in text.
        """
        from ..diagnostics.render import as_json, render

        self._clear()
        if form == "json":
            import json

            self.out(json.dumps(as_json(diagnostics, _openable), indent=2) + "\n")
        else:
            # What concerns no file is about the settings or flags of this very run.
            found = [
                item
                for item in diagnostics
                if item.severity >= least or item.location is None
            ]
            text = render(
                found,
                color=self._color,
                cap=cap,
                name=_openable,
                columns=self._columns,
            )
            _complain(text)
            if found:
                worst = max(found, key=lambda item: item.severity).rule.code
                _complain(f"oasmith explain {worst} says more\n")
