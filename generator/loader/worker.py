"""Run openapi-spec-validator in a separate process with time and memory limits.

The validator matches values against patterns of the document. This can take exponential
time, and Python cannot interrupt a regular expression from inside the process.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import json
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import IO

from ..diagnostics import Diagnostics, Rule, Severity
from ..diagnostics.serialize import from_json_value, to_json_value
from ..limits import (
    VALIDATION_BYTES,
    VALIDATION_MAX_SECONDS,
    VALIDATION_SECONDS,
    VALIDATION_SECONDS_PER_MIB,
)
from ..openapi.document import Document
from ..source import Location

VALIDATION_TIMEOUT = Rule(
    "validation-timeout",
    Severity.WARNING,
    "openapi-spec-validator exceeded its time limit and was stopped, so the document was"
    " not validated. The output does not depend on the validation. Look for a `pattern`"
    " that takes exponential time, such as `^(a+)+$`, in a schema with a default.",
)
VALIDATION_STOPPED = Rule(
    "validation-stopped",
    Severity.WARNING,
    "The process that runs openapi-spec-validator could not be started, or ended without"
    " a result, usually because it ran out of memory or was killed. The document was not"
    " validated. The output does not depend on the validation.",
)

_START = (
    "import gc, pickle, sys\n"
    "gc.disable()\n"
    "sys.path[:] = pickle.load(sys.stdin.buffer)\n"
    f"from {__name__} import serve\n"
    "serve()\n"
)


def time_limit(document: Document) -> float:
    """Return the time limit for the validation of a document in seconds."""
    size = sum(len(loaded.source.text) for loaded in document.files.values())
    seconds = VALIDATION_SECONDS + VALIDATION_SECONDS_PER_MIB * size / (1 << 20)
    return min(seconds, VALIDATION_MAX_SECONDS)


def memory_limit() -> int:
    """Return the memory limit for a validation in bytes."""
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
    except (ImportError, OSError):
        return VALIDATION_BYTES
    if hard == resource.RLIM_INFINITY:
        return VALIDATION_BYTES
    return min(VALIDATION_BYTES, hard)


class ValidationProcess:
    """A validation that runs in a separate process; use it as a context manager.

    The process starts immediately and ends at the end of the `with` block at the latest.

    Attributes:
        exceeded: Whether the process was stopped because it exceeded a limit.

    Args:
        document: Document to validate.
        seconds: Time limit; by default it depends on the size of the document.
    """

    def __init__(self, document: Document, seconds: float | None = None) -> None:
        self.exceeded = False
        self._document = document
        self._seconds = time_limit(document) if seconds is None else seconds
        self._started = time.monotonic()
        self._output = b""
        self._start_error = ""
        self._error: Exception | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._communicate, daemon=True)
        try:
            self._process = _start_process()
        except OSError as error:
            self._start_error = error.strerror or str(error)
        else:
            self._thread.start()

    def __enter__(self) -> ValidationProcess:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def finish(
        self,
        diagnostics: Diagnostics,
        waiting: Callable[[float], None] = lambda seconds: None,
    ) -> bool:
        """Wait for the results; return whether the validation was completed.

        Args:
            diagnostics: Receives the results, or the reason why there are none.
            waiting: Called repeatedly while there are no results, with the seconds since
                the start.
        """
        if self._process is None:
            message = (
                f"openapi-spec-validator could not be started: {self._start_error}"
            )
            self._add(VALIDATION_STOPPED, message, diagnostics)
            return False
        seconds = time.monotonic() - self._started
        while self._thread.is_alive() and seconds < self._seconds:
            waiting(seconds)
            # Short waits: Windows does not interrupt a longer wait on Ctrl-C.
            self._thread.join(0.2)
            seconds = time.monotonic() - self._started
        if self._thread.is_alive():
            self.stop()
            self.exceeded = True
            message = f"the validation was stopped after {self._seconds:.0f} seconds"
            self._add(VALIDATION_TIMEOUT, message, diagnostics)
            return False
        code = self._process.wait()
        if self._error is not None:
            raise self._error
        try:
            content = json.loads(self._output)
        except ValueError:
            content = {}
        if code or not from_json_value(content, self._document, diagnostics):
            self.exceeded = code == _OUT_OF_MEMORY
            self._add(VALIDATION_STOPPED, _exit_message(code), diagnostics)
            return False
        return True

    def stop(self) -> None:
        """Kill the process if it is still running, and wait until it has ended."""
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)

    def _communicate(self) -> None:
        assert self._process is not None
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            pickle.dump(sys.path, stdin)
            pickle.dump((self._document, self._seconds), stdin, protocol=5)
            # Not closed: the worker ends when its standard input is closed.
            stdin.flush()
        except OSError:
            pass  # the worker has ended; `finish` reports its exit code
        except Exception as error:  # noqa: BLE001 - `finish` raises it
            # The worker would wait for the rest forever.
            self._error = error
            self._process.kill()
        self._output = stdout.read()

    def _add(self, rule: Rule, message: str, diagnostics: Diagnostics) -> None:
        root = self._document.roots[0]
        diagnostics.add(rule, message, Location(root.file, ()), hint=_HINTS[rule.code])


_OUT_OF_MEMORY = 3
"""Exit code of a process that exceeds the memory limit."""

_HINTS = {
    "validation-timeout": "run again if the machine was busy, or look for a regular "
    "expression that takes exponential time",
    "validation-stopped": "the output does not depend on the validation",
}


def _start_process() -> subprocess.Popen[bytes]:
    """Start the worker.

    Raises:
        OSError: The process cannot be started.
    """
    if not sys.executable:  # embedded interpreters
        raise OSError("the path of the Python interpreter is unknown")
    # -I prevents modules of the current directory from shadowing the standard library.
    return subprocess.Popen(  # noqa: S603 - no text of the document
        [sys.executable, "-I", "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _exit_message(code: int) -> str:
    if code == _OUT_OF_MEMORY:
        return f"openapi-spec-validator needs more than {memory_limit() >> 20:,} MiB"
    reason = f"signal {-code}" if code < 0 else f"exit code {code}"
    return f"openapi-spec-validator ended with {reason} and without a result"


def _close(pipe: IO[bytes]) -> None:
    # The ended process may not have read all buffered data.
    with contextlib.suppress(OSError):
        pipe.close()


def serve() -> None:
    """Read a document from standard input; write its diagnostics to standard output.

    The cyclic garbage collector is disabled when the process starts.
    """
    # The process that starts this one writes its input.
    document, seconds = pickle.load(sys.stdin.buffer)  # noqa: S301
    # faulthandler works in C: a Python timer does not run during a regular expression.
    # The file stays open until the process ends.
    null = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    faulthandler.dump_traceback_later(seconds + 5, exit=True, file=null)
    threading.Thread(target=_exit_with_parent, daemon=True).start()
    _limit_memory()
    from .validation import validate_documents

    # The document and the modules stay alive; the collector would traverse them repeatedly.
    gc.freeze()
    gc.enable()
    diagnostics = Diagnostics()
    try:
        validate_documents(document, diagnostics)
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    # The lines of the results, which the other process prints when it has finished.
    results = to_json_value(diagnostics, with_places=True)
    sys.stdout.buffer.write(json.dumps(results).encode())
    sys.stdout.buffer.flush()
    # Skip the teardown of large trees, and of the thread that still reads.
    os._exit(0)


def _exit_with_parent() -> None:
    """Exit when the parent closes standard input, which its end does, too."""
    sys.stdin.buffer.read()
    os._exit(1)


def _limit_memory() -> None:
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory_limit(), hard))
    except (ImportError, OSError, ValueError):
        return  # Windows has no such limit, and macOS rejects it
