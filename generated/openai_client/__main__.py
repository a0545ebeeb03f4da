"""Command line of OpenAI API."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Run the command line, and exit with its exit code."""
    try:
        from ._runtime.command_line.main import main as run
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        sys.exit(
            "The command line requires click: install the client with its extra `cli`."
        )
    sys.exit(run(str(__package__), Path(__file__).parent))


if __name__ == "__main__":
    main()
