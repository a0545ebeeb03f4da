"""The command line of a client: seconds of commands that send nothing, and of a call.

The client is that of OpenAI's document. Each command runs in a new process, with bytecode;
the figures are ratios of median wall times of commands that run alternately.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.pace import Pace
from tests.bench.runtime import loopback
from tests.bench.waiting import SPECS, Figure
from tests.clients import generate

_DOCUMENT = SPECS / "openai" / "2026-08.yaml"
_PACKAGE = "openai_client"
_CALL = f"""\
import json, {_PACKAGE}
client = {_PACKAGE}.OpenAI()
result = client.chat.completions.create(
    model="small", messages=[{{"role": "user", "content": "x"}}]
)
print(json.dumps(result.to_dict()))
"""
_CHAT = (
    *("chat", "completions", "create", "model=small"),
    *("messages[0][role]=user", "messages[0][content]=x"),
)
_WRONG = ["batches", "create"]
_ROUNDS = 15


def figures() -> list[Figure]:
    """Return the name, the measured ratio or time, and the goal of each figure."""
    if not _DOCUMENT.is_file():
        return []
    with tempfile.TemporaryDirectory() as scratch, loopback() as port:
        folder = Path(scratch)
        settings = {"docs": False, "command_line": True}
        generate(_DOCUMENT, folder, _PACKAGE, "OpenAI", **settings)
        return _measure(folder, f"http://127.0.0.1:{port}/v1")


def _measure(folder: Path, url: str) -> list[Figure]:
    program = [sys.executable, "-m", _PACKAGE]
    commands = {
        "click": [sys.executable, "-c", "import click"],
        "help": [*program, "--help"],
        "help of a command": [*program, "batches", "create", "--help"],
        "usage error": [*program, *_WRONG],
        "--dry-run": [*program, "batches", "list", "--dry-run"],
        "--curl": [*program, "batches", "list", "--curl"],
        "completion": program,
        "call": [*program, *_CHAT],
        "Python": [sys.executable, "-c", _CALL],
    }
    completion = {
        "_OPENAI_CLIENT_COMPLETE": "bash_complete",
        "COMP_LINE": "openai-client chat completions create model=",
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    pace = Pace()
    for _ in range(_ROUNDS):
        for name, command in commands.items():
            variables = completion if name == "completion" else {}
            times[name].append(_run(command, folder, OPENAI_BASE_URL=url, **variables))
    milliseconds = 1000 / pace.measure()
    medians = {name: statistics.median(items) for name, items in times.items()}
    silent = ("help", "help of a command", "usage error", "--dry-run", "--curl")
    return [
        *(
            (f"{name} / import click", medians[name] / medians["click"], 1.5)
            for name in silent
        ),
        ("completion of a value, ms", medians["completion"] * milliseconds, 100.0),
        ("a call / the same call in Python", medians["call"] / medians["Python"], 1.3),
    ]


def _run(command: list[str], folder: Path, **variables: str) -> float:
    """Return the seconds that a command takes."""
    environment = {**os.environ, "OPENAI_API_KEY": "test", **variables}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    done = subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, check=False
    )
    seconds = time.perf_counter() - started
    expected = 2 if command[3:] == _WRONG else 0
    if done.returncode != expected or not (done.stdout or done.stderr):
        if command[-1] != "import click":
            raise RuntimeError(f"{command} failed: {done.stderr.decode()}")
    return seconds
