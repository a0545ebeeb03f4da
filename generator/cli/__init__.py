"""Command line interface: parse arguments, run the pipeline, print, set the exit code."""

from __future__ import annotations

import gc

from .document_commands import main

__all__ = ["main", "run"]


def run() -> None:
    """Run the command line in a process that ends afterwards."""
    # The modules and trees stay alive until the end; the collector would traverse them
    # again and again. `watch`, which does not end, enables it.
    gc.disable()
    try:
        main(prog_name="oasmith")
    finally:
        # The interpreter collects garbage before it exits, and would traverse all trees.
        gc.freeze()
