"""Command line interface: parse arguments, run the pipeline, print, set the exit code."""

from __future__ import annotations

import gc

from .commands import main

__all__ = ["main", "run"]


def run() -> None:
    """Run the command line in a process that ends afterwards."""
    try:
        main(prog_name="oasmith")
    finally:
        # The interpreter collects garbage before it exits, and would traverse all trees.
        gc.freeze()
