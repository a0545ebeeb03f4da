"""Run mypy, pyright and black on a package.

The runtime is the same in every package and is checked in this repository, so black and
pyright check only the other modules. mypy checks the whole package, and caches its results
for the runtime and the libraries.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import black

from tests.clients import trees_freed_at_once
from tests.typing.cached_mypy import set_times

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

_ERROR = re.compile(
    r"(?:^|[:-]) *(?:INTERNAL )?error:|^An internal error occurred|^Traceback \(",
    re.IGNORECASE,
)


def imports(directory: Path) -> list[str]:
    """Return the modules that cannot be imported with the reasons."""
    text, code = run([sys.executable, "-c", _IMPORTS], directory)
    return find_errors(text, code, re.compile("."))


def mypy(directory: Path, memory: Path) -> list[str]:
    """Return the errors of mypy.

    Args:
        directory: holds the package.
        memory: where mypy may remember; not shared with another process at a time.
    """
    os.environ["MYPY_CACHE_DIR"] = str(memory)
    set_times(directory / PACKAGE)
    command = [sys.executable, "-m", "mypy", "--strict", PACKAGE]
    return find_errors(*run(command, directory))


def unformatted(directory: Path) -> list[str]:
    """Return the files that black would change or cannot read.

    black runs in this process, because it takes longer to start than to check a package.

    Args:
        directory: holds the package.
    """
    lines = []
    for name in _own_code(directory):
        path = directory / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            text = file.read_text(encoding="utf-8")
            with trees_freed_at_once():
                error = _format_error(text)
            if error:
                lines.append(f"{file.relative_to(directory)}: {error}")
    return lines


def _format_error(text: str) -> str:
    """Return why a module is not formatted; an empty string if it is."""
    try:
        black.format_file_contents(text, fast=True, mode=black.Mode())
    except black.NothingChanged:
        return ""
    except black.InvalidInput as error:
        return str(error)
    return "would be reformatted"


def pyright(directories: Sequence[Path]) -> dict[Path, list[str]]:
    """Return the errors of pyright for each of several packages.

    One process checks all of them, because it takes longer to start than to check a small
    package. Each package is checked by itself if an error is not of a single file.

    Args:
        directories: Directories with a package, in a common parent.
    """
    parent = directories[0].parent
    files = [
        f"{directory.name}/{path}"
        for directory in directories
        for path in _own_code(directory)
    ]
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, *files]
    errors = find_errors(*run(command, parent))
    if len(directories) == 1:
        return {directories[0]: errors}
    result = {
        directory: [text for text in errors if f"/{directory.name}/" in text]
        for directory in directories
    }
    if sum(map(len, result.values())) == len(errors):
        return result
    return {key: pyright([key])[key] for key in directories}


def _own_code(directory: Path) -> list[str]:
    """Return the modules and packages beside the runtime."""
    return [
        f"{PACKAGE}/{path.name}"
        for path in sorted((directory / PACKAGE).iterdir())
        if path.suffix == ".py"
        or (path.is_dir() and path.name not in ("_runtime", "__pycache__"))
    ]


def find_errors(
    text: str, code: int | None, pattern: re.Pattern[str] = _ERROR
) -> list[str]:
    """Return the errors in the output of a checker.

    pyright reports `file.py:1:2 - error: …`, but `file.py: error: …` if it cannot analyze
    the whole file, and `error: …` or `An internal error occurred …` if it fails.

    Args:
        text: The output.
        code: Exit code; `None` if the checker did not end in time.
        pattern: Pattern of a line with an error.

    Returns:
        The lines with errors; at least one unless the exit code is 0.
    """
    errors = [line.strip() for line in text.splitlines() if pattern.search(line)]
    if code is None:
        errors.append(f"not done after {_PATIENCE} seconds")
    elif code and not errors:
        last = text.strip().rpartition("\n")[2]
        errors.append(f"exit code {code}: {last}")
    return errors


def run(command: list[str], directory: Path) -> tuple[str, int | None]:
    """Return the output and the exit code of a command; no code if it takes too long."""
    with subprocess.Popen(
        command,
        cwd=directory,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=_PATIENCE)[0], process.returncode
        except subprocess.TimeoutExpired:
            # pyright runs in a child process, which would hold the pipe open.
            os.killpg(process.pid, signal.SIGKILL)
            return process.communicate()[0], None
