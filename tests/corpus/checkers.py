"""Run mypy, pyright and black on a package.

The runtime is the same in every package and is checked in this repository, so black and
pyright check only the other modules. mypy checks the whole package, and caches its results
for the runtime and the libraries.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

PACKAGE = "corpus_client"
"""Name of all generated packages, so that mypy can use its cache."""
_PATIENCE = 900
_IMPORTS = f"""
import importlib, pkgutil, sys
sys.path.insert(0, ".")
import {PACKAGE}
for module in pkgutil.walk_packages({PACKAGE}.__path__, "{PACKAGE}."):
    try:
        importlib.import_module(module.name)
    except Exception as error:
        print(module.name, type(error).__name__, error)
"""

_ERROR = re.compile(r"(?:^|[:-]) *error:")


class CheckResults(NamedTuple):
    """Reported errors of the checkers."""

    mypy: list[str]
    pyright: list[str]
    black: list[str]


def imports(directory: Path) -> list[str]:
    """Return the modules that cannot be imported with the reasons."""
    return run([sys.executable, "-c", _IMPORTS], directory).splitlines()


def check(directory: Path, memory: Path) -> CheckResults:
    """Run all checkers.

    Args:
        directory: holds the package.
        memory: where mypy may remember; not shared with another process at a time.
    """
    tools = [sys.executable, "-m"]
    os.environ["MYPY_CACHE_DIR"] = str(memory)
    package = directory / PACKAGE
    own = [
        f"{PACKAGE}/{path.name}"
        for path in sorted(package.iterdir())
        if path.suffix == ".py"
        or (path.is_dir() and path.name not in ("_runtime", "__pycache__"))
    ]
    typed = run([*tools, "mypy", "--strict", "-p", PACKAGE], directory)
    read = run([*tools, "pyright", "--pythonpath", sys.executable, *own], directory)
    formatted = run([*tools, "black", "--check", *own], directory)
    return CheckResults(
        find_errors(typed),
        find_errors(read),
        [
            line
            for line in formatted.splitlines()
            if line.startswith(("would reformat", "error:"))
        ],
    )


def find_errors(text: str) -> list[str]:
    """Return the lines with errors in the output of mypy or pyright.

    pyright reports `file.py:1:2 - error: …`, but `file.py: error: …` if it cannot analyze
    the whole file, and `error: …` if it fails.
    """
    return [line.strip() for line in text.splitlines() if _ERROR.search(line)]


def run(command: list[str], directory: Path) -> str:
    """Return the output of a command."""
    done = subprocess.run(
        command,
        cwd=directory,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=_PATIENCE,
    )
    return done.stdout
