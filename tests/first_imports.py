"""Import each of several modules first in a process, and print what fails.

Each line of standard input is the name of a module. The processes are copies of this one,
which imports none of the modules. It has imported the libraries that clients need, which
takes most of the time in a new interpreter.
"""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import traceback

import httpx2
import typing_extensions

_LIBRARIES = (httpx2.Client, typing_extensions.deprecated)
"""Libraries whose modules are loaded when they are used."""


def import_first(name: str) -> None:
    """Import a module in another process, which prints the traceback of an error."""
    if not hasattr(os, "fork"):
        subprocess.run([sys.executable, "-c", f"import {name}"], stderr=sys.stdout)
        return
    process = os.fork()
    if process:
        os.waitpid(process, 0)
        return
    try:
        importlib.import_module(name)
    except BaseException:
        print(f"{name}: {traceback.format_exc()}", flush=True)
    os._exit(0)


if __name__ == "__main__":
    sys.path.insert(0, os.getcwd())
    for line in sys.stdin.read().splitlines():
        import_first(line)
