"""Run the command line: `python -m generator` is the same as `oasmith`."""

from __future__ import annotations

from .cli import run

if __name__ == "__main__":
    run()
