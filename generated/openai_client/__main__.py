"""Command line of OpenAI API."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main() -> None:
    """Run the command line, and exit with its exit code."""
    try:
        code = _run()
    except KeyboardInterrupt:  # while the command line is imported
        code = 130
    gc.freeze()
    sys.exit(code)


def _run() -> int:
    # A command creates many objects and little garbage. Looking for it takes a third of
    # the time of a command that sends nothing, half of that when the interpreter exits.
    gc.set_threshold(50_000)
    try:
        from ._runtime.command_line.main import main as run
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        sys.exit(
            "The command line requires click: install the client with its extra `cli`."
        )
    return run(str(__package__), Path(__file__).parent)


if __name__ == "__main__":
    main()
