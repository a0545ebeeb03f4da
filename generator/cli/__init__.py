"""Command line interface: parse arguments, run the pipeline, print, set the exit code."""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys

from .document_commands import main

__all__ = ["main", "run"]


def run() -> None:
    """Run the command line, and end the process."""
    # The modules and trees stay alive until the end; the collector would traverse them
    # again and again. `watch`, which does not end, enables it.
    gc.disable()
    _open_closed_stdout()
    try:
        main(prog_name="oasmith")
    except SystemExit as end:
        _end_without_cleanup(end.code)
        raise
    except OSError as error:  # of help and other texts, which no `Console` writes
        from .console import output_error, write_stderr
        from .exit_codes import ExitCode

        write_stderr(f"error: {output_error(error)}\n")
        os._exit(ExitCode.FAILED)


def _open_closed_stdout() -> None:
    """Replace a closed standard output by a file that cannot be written.

    Python would ignore what is printed, so that a lost result would be no error. The next
    file that is opened would also have the descriptor of standard output.
    """
    if sys.stdout is None:
        descriptor = os.open(os.devnull, os.O_RDONLY)
        # It stays open until the process ends.
        sys.stdout = io.TextIOWrapper(
            io.BufferedWriter(io.FileIO(descriptor, "w")),
            encoding="utf-8",
            errors="backslashreplace",
        )


def _end_without_cleanup(code: object) -> None:
    """End the process with a numeric exit code, unless its output cannot be written.

    The interpreter would free all modules and trees one by one before it exits.
    """
    if not isinstance(code, int):
        return
    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code)
