"""Terminal output: results on standard output, diagnostics and progress on standard error.

Colour and progress are only for terminals. `NO_COLOR` and `TERM=dumb` are supported.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from errno import EBADF
from types import TracebackType
from typing import NoReturn, TextIO

from ..config import SettingsError
from ..diagnostics import Diagnostic, Diagnostics, GenerationError, Severity
from ..source import SourceFile, uri_to_path
from .exit_codes import ExitCode, exit_code_for


class Console:
    """Output of a command; as a context manager it maps exceptions to exit codes.

    With the flag `--quiet` of the command, only errors are printed, and what `write` gets.
    """

    def __init__(self) -> None:
        self._quiet = _is_quiet()
        on_terminal = sys.stderr is not None and sys.stderr.isatty()
        is_terminal = on_terminal and os.environ.get("TERM") != "dumb"
        self._interactive = is_terminal and not self._quiet
        self._progress_line = ""
        self.stage = ""
        """The current stage of the command, such as `reading`."""
        self.state = ""
        """Words about the written files for the message about an interrupt; `""` for none."""
        self._color = is_terminal and not os.environ.get("NO_COLOR")
        self._columns = _terminal_columns(sys.stderr) if on_terminal else None
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Documents can contain characters that the terminal's encoding lacks.
            sys.stdout.reconfigure(errors="backslashreplace")

    @property
    def has_color(self) -> bool:
        """Whether standard output is a terminal with colours."""
        return (
            self.columns is not None
            and os.environ.get("TERM") != "dumb"
            and not os.environ.get("NO_COLOR")
        )

    @property
    def columns(self) -> int | None:
        """Width of the terminal of standard output, `None` if it is not one."""
        return _terminal_columns(sys.stdout)

    def __enter__(self) -> Console:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        from ..emission.errors import EmissionError
        from .interrupts import is_interrupt, print_interrupted

        self._clear_progress()
        flush_error = _flush_stdout()
        if is_interrupt(error):
            # The thread of the stages may still run for a moment.
            self._interactive = False
            print_interrupted(self.stage, self.state)
            sys.exit(ExitCode.INTERRUPTED)
        stage = self.stage or "oasmith"
        if flush_error is not None and isinstance(error, SystemExit):
            code = error.code or ExitCode.FAILED
            if not isinstance(flush_error, BrokenPipeError):
                self.error(output_error(flush_error))
            sys.exit(code)
        match error or flush_error:
            case BrokenPipeError():  # the reader closed the pipe, such as `head`
                sys.exit(ExitCode.FAILED)
            case SettingsError() as failure:
                self.fail(str(failure), ExitCode.USAGE)
            case OSError() as failure:
                self.fail(output_error(failure))
            case EmissionError() as failure:
                self.fail(str(failure))
            case MemoryError():
                self.fail(f"{stage} needs more memory than is available")
            case RecursionError():
                self.fail(f"{stage} exceeds the recursion limit")
            case Exception() as failure if not isinstance(
                failure, (GenerationError, *_click_exceptions())
            ):
                self._report_bug(failure)

    def _report_bug(self, error: Exception) -> None:
        """Exit with a request for a bug report, or let the traceback be printed."""
        if os.environ.get("OASMITH_DEBUG"):
            return
        reason = str(error).partition("\n")[0][:200]
        write_stderr(
            f"error: {self.stage or 'oasmith'} failed: {type(error).__name__}: {reason}\n"
            "This is a bug in oasmith; please report it with the document. "
            "Set OASMITH_DEBUG=1 to see the traceback.\n"
        )
        sys.exit(ExitCode.INTERNAL_ERROR)

    def fail(self, message: str, code: ExitCode = ExitCode.FAILED) -> NoReturn:
        """Print an error message and exit."""
        self.error(message)
        sys.exit(code)

    def error(self, message: str) -> None:
        """Print an error message, on standard error."""
        self._clear_progress()
        write_stderr(f"error: {message}\n")

    def note(self, message: str) -> None:
        """Print a note about the command itself, on standard error."""
        self._clear_progress()
        if not self._quiet:
            write_stderr(f"note: {message}\n")

    def say(self, message: str) -> None:
        """Print a line of the result, on standard output."""
        self._clear_progress()
        if not self._quiet:
            print(message)

    def write(self, text: str) -> None:
        """Write text that is the result, on standard output."""
        self._clear_progress()
        print(text, end="", flush=True)

    def progress(self, stage: str) -> None:
        """Show the current stage, on terminals only."""
        self.stage = stage
        self._show_progress(f"{stage} …")

    def waiting(self, stage: str) -> Callable[[float], None]:
        """Return a function that shows for how many seconds a stage has been running."""

        def show(seconds: float) -> None:
            self.stage = stage
            self._show_progress(f"{stage} … {seconds:.0f} s")

        return show

    def _show_progress(self, line: str) -> None:
        if self._interactive and line != self._progress_line:
            self._clear_progress()
            self._progress_line = line
            sys.stderr.write(line)
            sys.stderr.flush()

    def _clear_progress(self) -> None:
        if self._progress_line:
            # The terminal may have added "^C".
            sys.stderr.write(f"\r{' ' * (len(self._progress_line) + 2)}\r")
            self._progress_line = ""

    @contextmanager
    def report(
        self,
        diagnostics: Diagnostics,
        only_failures: bool = False,
        failure: str = "nothing was written",
    ) -> Iterator[None]:
        """Print diagnostics after the block; exit if it raises `GenerationError`.

        Args:
            diagnostics: the diagnostics to which the block adds.
            only_failures: whether to print nothing when the block succeeds.
            failure: what the last line says when the block fails.
        """
        try:
            yield
        except GenerationError:
            self.show(diagnostics)
            self.fail(failure, exit_code_for(diagnostics))
        if not only_failures:
            self.show(diagnostics, least=Severity.WARNING)

    def show(
        self, diagnostics: Iterable[Diagnostic], least: Severity = Severity.NOTE
    ) -> None:
        """Print diagnostics on standard error.

        Args:
            diagnostics: the diagnostics to print.
            least: lowest severity that is printed. Diagnostics without a location
                concern settings or flags and are always printed.
        """
        from ..diagnostics.render import render

        if self._quiet:
            least = Severity.ERROR
        self._clear_progress()
        selected = [
            item
            for item in diagnostics
            if item.severity >= least or (item.location is None and not self._quiet)
        ]
        text = render(
            selected, color=self._color, name=relative_name, columns=self._columns
        )
        write_stderr(text)
        self.suggest_explanation(selected)

    def suggest_explanation(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print how to get an explanation of the most severe diagnostic."""
        worst = max(diagnostics, key=lambda item: item.severity, default=None)
        if worst is not None:
            self._clear_progress()
            write_stderr(f"run `oasmith explain {worst.rule.code}` for details\n")


def _is_quiet() -> bool:
    """Return whether the command that runs has the flag `--quiet`."""
    from click import get_current_context

    from .options import QUIET

    context = get_current_context(silent=True)
    return context is not None and bool(context.meta.get(QUIET))


def _click_exceptions() -> tuple[type[BaseException], ...]:
    """Return the exceptions with which click ends a command."""
    from click import Abort, ClickException
    from click.exceptions import Exit

    return Abort, ClickException, Exit


def output_error(error: OSError) -> str:
    """Return the message about an error of the operating system."""
    return "standard output is closed" if error.errno == EBADF else str(error)


def _flush_stdout() -> OSError | None:
    """Flush standard output; return the error if that fails."""
    try:
        print(end="", flush=True)
    except OSError as error:
        # Prevent a second error message from the flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return error
    return None


def _terminal_columns(stream: TextIO | None) -> int | None:
    """Return the width of a stream's terminal, `None` if unknown or not a terminal."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or None if stream else None
    except (OSError, ValueError):  # not a terminal, or closed
        return None


def write_stderr(text: str) -> None:
    """Write to standard error, if the process has one."""
    if text and sys.stderr is not None:
        sys.stderr.write(text)


def relative_name(file: SourceFile) -> str:
    """Return the path of a file from the current directory, for editors to open."""
    path = uri_to_path(file.uri)
    if path is None:
        return file.name
    try:
        return min(os.path.relpath(path), str(path), key=len)
    except ValueError:  # on another drive of Windows
        return str(path)
