"""Run the command line: `python -m generator` is the same as `oasmith`."""

from __future__ import annotations

import os
import sys

_INTERRUPTED = 130


def run() -> None:
    """Run the command line in a process that ends afterwards."""
    try:
        from .cli import run as run_command

        run_command()
    except KeyboardInterrupt:  # while the modules are imported
        sys.stderr.write("interrupted\n")
        _end()
    except SystemExit as error:
        if error.code == _INTERRUPTED:
            _end()
        raise


def _end() -> None:
    """End the process at once: the thread of the stages may still run.

    Python would also replace the exit code by a signal if the interrupt came while it ran
    code from a string, as `dataclasses` does.
    """
    sys.stderr.flush()
    os._exit(_INTERRUPTED)


if __name__ == "__main__":
    run()
