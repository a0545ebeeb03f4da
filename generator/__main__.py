"""Run the command line: `python -m generator` is the same as `oasmith`."""

from __future__ import annotations

from .cli import main

if __name__ == "__main__":
    main(prog_name="oasmith")
