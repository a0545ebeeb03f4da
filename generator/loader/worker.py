"""Runs openapi-spec-validator in a process of its own, with a time and a memory limit.

The validator matches values against patterns of the document, which can take for ever,
and the regular expressions of Python cannot be interrupted from inside the process.
"""

from __future__ import annotations

import faulthandler
import json
import os
import pickle
import subprocess
import sys
import threading
import time
from types import TracebackType
from typing import IO

from ..diagnostics import Diagnostics, Rule, Severity
from ..diagnostics.serialize import from_plain, to_plain
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
    "openapi-spec-validator took longer than its time limit and was stopped, so the"
    " document was not checked against the standard. The output does not depend on it."
    " Look for a regular expression in `pattern` that takes exponential time, such as"
    " `^(a+)+$`, beside a default.",
)
VALIDATION_STOPPED = Rule(
    "validation-stopped",
    Severity.WARNING,
    "The process that runs openapi-spec-validator ended without a result, most likely"
    " because it ran out of memory or was killed, so the document was not checked"
    " against the standard. The output does not depend on it.",
)

_START = (
    "import pickle, sys\n"
    "sys.path[:] = pickle.load(sys.stdin.buffer)\n"
    f"from {__name__} import serve\n"
    "serve()\n"
)


def time_limit(document: Document) -> float:
    """Return the seconds that the validation of a document may take."""
    size = sum(len(loaded.source.text) for loaded in document.files.values())
    seconds = VALIDATION_SECONDS + VALIDATION_SECONDS_PER_MIB * size / (1 << 20)
    return min(seconds, VALIDATION_MAX_SECONDS)


class ValidationProcess:
    """A validation that runs beside this process; use it as a context manager.

    It starts at once and ends with the `with` block at the latest.

    Args:
        document: what is validated.
        seconds: the time limit, by default that of the size of the document.
    """

    def __init__(self, document: Document, seconds: float | None = None) -> None:
        self._document = document
        self._seconds = time_limit(document) if seconds is None else seconds
        self._deadline = time.monotonic() + self._seconds
        self._result = b""
        # -I keeps modules of the current directory from shadowing the standard library.
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._exchange = threading.Thread(target=self._communicate, daemon=True)
        self._exchange.start()

    def __enter__(self) -> ValidationProcess:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def finish(self, diagnostics: Diagnostics) -> bool:
        """Wait for the findings and add them; return whether the validation ended.

        Args:
            diagnostics: takes the findings, or why there are none.
        """
        while self._exchange.is_alive() and time.monotonic() < self._deadline:
            # In steps, since Windows does not interrupt a longer wait on Ctrl-C.
            self._exchange.join(0.2)
        if self._exchange.is_alive():
            self.stop()
            message = f"the validation was stopped after {self._seconds:.0f} seconds"
            self._add(VALIDATION_TIMEOUT, message, diagnostics)
            return False
        code = self._process.wait()
        try:
            content = json.loads(self._result)
        except ValueError:
            content = {}
        if code or not from_plain(content, self._document, diagnostics):
            self._add(VALIDATION_STOPPED, _reason(code), diagnostics)
            return False
        return True

    def stop(self) -> None:
        """End the process, if it still runs, and wait for its end."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._exchange.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)

    def _communicate(self) -> None:
        sending, receiving = self._process.stdin, self._process.stdout
        assert sending is not None and receiving is not None
        try:
            pickle.dump(sys.path, sending)
            pickle.dump((self._document, self._seconds), sending, protocol=5)
            sending.flush()  # it stays open: its end tells the process that we ended
        except OSError:
            pass  # the process has ended, which its exit code tells
        self._result = receiving.read()

    def _add(self, rule: Rule, message: str, diagnostics: Diagnostics) -> None:
        root = self._document.roots[0]
        hint = "the output does not depend on it; look for costly regular expressions"
        diagnostics.add(rule, message, Location(root.file, ()), hint=hint)


def _reason(code: int) -> str:
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    return f"the process of openapi-spec-validator ended with {how} and no result"


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        pass  # what was not sent to a process that has ended


def serve() -> None:
    """Read a document from standard input, write its findings to standard output."""
    document, seconds = pickle.load(sys.stdin.buffer)
    # Not a timer of Python: a regular expression never lets one run.
    silence = open(os.devnull, "w", encoding="utf-8")
    faulthandler.dump_traceback_later(seconds + 5, exit=True, file=silence)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit_memory()
    from .validation import validate_documents

    found = Diagnostics()
    validate_documents(document, found)
    sys.stdout.buffer.write(json.dumps(to_plain(found)).encode())
    sys.stdout.buffer.flush()
    # Without the teardown of large trees, and of the thread that still reads.
    os._exit(0)


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


def _limit_memory() -> None:
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = VALIDATION_BYTES
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (ImportError, OSError, ValueError):
        return  # Windows has no such limit, and macOS refuses it
