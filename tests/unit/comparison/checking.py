"""Clients that share one copy of the runtime, and what mypy reports about their callers."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from generator.config import Config
from tests.clients import generate
from tests.guards.sources import PACKAGE

_RUNTIME = "shared_runtime"


class Message(NamedTuple):
    """An error of mypy.

    Args:
        file: Name of the file.
        line: Number of the line, from 1.
        text: The error.
    """

    file: str
    line: int
    text: str


def write_client(config: Config, folder: Path) -> None:
    """Write a client whose runtime is imported from a copy that all clients share."""
    names = {"package": config.package, "client": config.client}
    written = generate(
        config.directory / config.specs[0], folder / "written", **names, docs=False
    )
    package = folder / "written" / written.package.name
    runtime = package / "_runtime"
    if not (folder / _RUNTIME).exists():
        shutil.copytree(PACKAGE / "runtime", folder / _RUNTIME)
    for file in runtime.rglob("*.py"):
        parts = file.relative_to(runtime).with_suffix("").parts
        module = ".".join((_RUNTIME, *parts)).removesuffix(".__init__")
        file.write_text(f"from {module} import *\n")
    shutil.rmtree(folder / package.name, ignore_errors=True)
    shutil.move(package, folder / package.name)
    shutil.rmtree(folder / "written")


def mypy_messages(folder: Path, *flags: str) -> list[Message]:
    """Return the errors of mypy in the modules of a folder."""
    files = sorted(str(file) for file in folder.glob("*.py"))
    # In this process, other tests have added folders with clients to the module path.
    command = [sys.executable, "-m", "mypy", "--strict", *flags, "--no-error-summary"]
    done = subprocess.run(
        [*command, *files],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    pattern = r"(?:.*/)?([a-z0-9_]+\.py):(\d+): error: (.*)"
    matches = (re.match(pattern, line) for line in done.stdout.splitlines())
    return [Message(one[1], int(one[2]), one[3]) for one in matches if one is not None]


def mypy_errors(folder: Path, *flags: str) -> dict[str, str]:
    """Return the first error of mypy in each module of a folder, by file."""
    result: dict[str, str] = {}
    for message in mypy_messages(folder, *flags):
        result.setdefault(message.file, message.text)
    return result
