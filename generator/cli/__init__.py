"""Command line interface: parse arguments, run the pipeline, print, set the exit code."""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from contextlib import suppress

from .document_commands import main

__all__ = ["main", "run"]


def run() -> None:
    """Run the command line, and end the process."""
    # The modules and trees stay alive until the end; the collector would traverse them
    # again and again. `watch`, which does not end, enables it.
    gc.disable()
    _open_closed_streams()
    try:
        main(prog_name="oasmith")
    except SystemExit as end:
        _end_without_cleanup(end.code)
        raise
    except OSError as error:  # of help and other texts, which no `Console` writes
        from .console import output_error, write_stderr
        from .exit_codes import ExitCode

        # Standard error can be the stream that cannot be written.
        with suppress(OSError):
            write_stderr(f"error: {output_error(error)}\n")
        os._exit(ExitCode.FAILED)


def _open_closed_streams() -> None:
    """Replace a closed standard output or error by a file that cannot be written.

    Python would ignore what is printed, so that a lost result or diagnostic would be no
    error. The next file that is opened would also have the descriptor of the stream.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # It stays open until the process ends.
            descriptor = os.open(os.devnull, os.O_RDONLY)
            stream = io.TextIOWrapper(
                io.BufferedWriter(io.FileIO(descriptor, "w")),
                encoding="utf-8",
                errors="backslashreplace",
                line_buffering=name == "stderr",
            )
            setattr(sys, name, stream)


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
