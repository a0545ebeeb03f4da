"""Run a function in a copy of this process, while this process continues.

A fork shares the trees of the stages with the copy without converting them to bytes. It is
used on Linux only: it is missing on Windows, and system libraries of macOS do not support
it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")


def can_fork() -> bool:
    """Return whether a copy of this process can run at the same time."""
    return sys.platform == "linux" and count_processors() > 1


def count_processors() -> int:
    """Return the number of processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Forked(Generic[T]):
    """The result of a function without side effects; use it as a context manager.

    The copy ends at the end of the `with` block at the latest, and when this process ends,
    even if that is killed; so do copies that it has started itself. Without a copy, and after a
    copy that ended without a result, `result` calls the function in this process. It then
    raises the exception of the function, if there is one.

    Args:
        function: Function whose result can be pickled.
        enabled: Whether to run the function in a copy of this process.
    """

    def __init__(self, function: Callable[[], T], *, enabled: bool = True) -> None:
        self._function = function
        self._process = 0
        self._pipe = -1
        self._lifeline = -1
        self._results: list[T] = []
        if enabled and can_fork():
            with suppress(OSError):  # no more processes or files
                self._start()

    def __enter__(self) -> Forked[T]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            self._wait()

    def result(self) -> T:
        """Return the result of the function, which can be called for several times."""
        if not self._results:
            self._results.append(self._find_result())
        return self._results[0]

    def _find_result(self) -> T:
        if not self._process:
            return self._function()
        results: list[T] = []
        # A copy that ended without a complete result has another exit code.
        with (
            open(self._pipe, "rb", closefd=False) as pipe,
            suppress(EOFError, pickle.UnpicklingError),
        ):
            results.append(pickle.load(pipe))  # noqa: S301 - written by this program
        return self._function() if self._wait() else results[0]

    def _start(self) -> None:
        reader, writer = os.pipe()
        # Nothing is written to this pipe: its end says that this process has ended.
        ending, lifeline = os.pipe()
        with warnings.catch_warnings():
            # The other threads hold no locks that the function needs.
            warnings.simplefilter("ignore", DeprecationWarning)
            try:
                self._process = os.fork()
            except OSError:
                for descriptor in (reader, writer, ending, lifeline):
                    os.close(descriptor)
                raise
        if not self._process:
            os.close(reader)
            os.close(lifeline)
            self._run(writer, ending)
        os.close(writer)
        os.close(ending)
        self._pipe, self._lifeline = reader, lifeline

    def _run(self, writer: int, ending: int) -> None:
        """Write the result to the pipe, and exit without the handlers of this process."""
        code = 1
        try:
            _end_with_pipe(ending)
            result = self._function()
            with open(writer, "wb") as pipe:
                pickle.dump(result, pipe, protocol=5)
            code = 0
        finally:
            # Without a complete result, the original process calls the function again.
            os._exit(code)

    def _wait(self) -> int:
        """Wait for the end of the copy; return its exit code."""
        process, self._process = self._process, 0
        os.close(self._pipe)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        os.close(self._lifeline)  # not before: the copy would end without its exit code
        return code


def _end_with_pipe(descriptor: int) -> None:
    """End this process when no other process can write to a pipe any more.

    Linux sends SIGIO then, whose default action ends the process. A thread that reads would
    have to wait for C code of other threads.
    """
    import fcntl

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(descriptor, fcntl.F_SETOWN, os.getpid())
    flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
    fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_ASYNC | os.O_NONBLOCK)
    with suppress(BlockingIOError):
        if not os.read(descriptor, 1):  # it has ended before
            os._exit(1)
