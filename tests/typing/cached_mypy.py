"""Check clients with mypy, which keeps its results for modules that are the same.

mypy uses a result again if the module has the same name, path and text, and if it imports
modules with the same types. Therefore all clients must have the same name, and a path that
is relative to the current directory. Most modules of their runtimes are then checked once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path

_PACKAGE = "checked_client"


def set_times(folder: Path) -> None:
    """Set the time of each module below a folder to a number that depends on its text.

    mypy does not read a module whose path, size and time in whole seconds are those of its
    cache. Without this function, it would miss changes between clients of the same second.
    """
    for file in folder.rglob("*.py"):
        # Some file systems have no times after 2038.
        time = zlib.crc32(file.read_bytes()) >> 1
        os.utime(file, (time, time))


def mypy_errors(packages: Iterable[Path], folder: Path) -> dict[str, str]:
    """Return the output of mypy for each package in which it reports an error.

    Args:
        packages: Folders of packages that import their modules by relative names.
        folder: Empty folder for copies of the packages.
    """
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", _PACKAGE]
    result = {}
    for package in packages:
        copy = folder / _PACKAGE
        shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
        set_times(copy)
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        shutil.rmtree(copy)
        if done.returncode or done.stdout:
            result[package.name] = done.stdout + done.stderr
    return result
