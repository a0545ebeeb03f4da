"""A program in a terminal, to which tests type."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from tests.patience import wait_until

_SECONDS = 300
_CONTROL = re.compile(
    r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07]*(\x07|\x1b\\\\)|[=>()][0-9A-B]?)"
)


def _let_ctrl_c_interrupt() -> None:
    os.close(os.open(os.ttyname(0), os.O_RDWR))  # the controlling terminal
    # Programs that are started in the background inherit that the signal is ignored.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """A process whose standard streams are a terminal of 100 columns.

    Args:
        words: The command.
        environment: Its environment.
        folder: Its working directory.

    Attributes:
        process: The process.
        text: Text that was displayed and not yet expected, without control sequences.
        raw: All bytes that were displayed.
    """

    def __init__(
        self, words: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> None:
        self._own, other = pty.openpty()
        self.process = subprocess.Popen(
            words,
            stdin=other,
            stdout=other,
            stderr=other,
            env={**environment, "TERM": "xterm", "COLUMNS": "100", "LINES": "30"},
            cwd=folder,
            start_new_session=True,
            preexec_fn=_let_ctrl_c_interrupt,
        )
        os.close(other)
        self.text = ""
        self.raw = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._own)

    def type(self, text: str) -> None:
        """Type a text."""
        os.write(self._own, text.encode())

    def wait_until_hidden(self) -> None:
        """Wait until the terminal does not display what is typed."""
        wait_until(lambda: not termios.tcgetattr(self._own)[3] & termios.ECHO)

    def expect(self, pattern: str) -> str:
        """Wait for a text after what was expected before, and return the text up to it.

        Raises:
            AssertionError: It does not appear within five minutes, or the process ends.
        """
        end = time.monotonic() + _SECONDS
        while not (match := re.search(pattern, self.text)):
            content = self._read(end - time.monotonic())
            assert content, f"{pattern!r} does not appear in {self.text!r}"
            self.text += content
        before, self.text = self.text[: match.end()], self.text[match.end() :]
        return before

    def finish(self) -> tuple[int, str]:
        """Return the exit code and the text after what was expected."""
        end = time.monotonic() + _SECONDS
        while content := self._read(end - time.monotonic()):
            self.text += content
        return self.process.wait(_SECONDS), self.text

    def _read(self, seconds: float) -> str:
        """Return what the process writes; `""` if it ends or writes nothing in time."""
        if not select.select([self._own], [], [], max(seconds, 0))[0]:
            return ""
        try:
            received = os.read(self._own, 65536)
        except OSError:
            return ""
        self.raw += received
        content = received.decode(errors="replace")
        return _CONTROL.sub("", content).replace("\r\n", "\n") or " "
