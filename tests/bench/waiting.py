"""Seconds that a user waits for a command, relative to those for loading the document.

Each command runs in a new process, with an empty cache unless the row says otherwise, and
everything that it does counts. The figures are medians of wall times; the commands of one
document run alternately.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPECS = ROOT.parent / "shared" / "specs"
Figure = tuple[str, float, float]

_OPENAI = SPECS / "openai" / "2026-08.yaml"
_OTHERS = (SPECS / "corpus" / "netbox.yaml", SPECS / "corpus" / "kubernetes.json")
_MODULES = "import click, yaml, jinja2"


def figures() -> list[Figure]:
    """Return the name, the measured ratio and the goal of each figure."""
    if not _OPENAI.is_file():
        return []
    return [
        *_openai(),
        *(row for document in _OTHERS for row in _document(document)),
        *_small_commands(),
    ]


def _openai() -> list[Figure]:
    load, client, docs, everything, check = _measure(
        _OPENAI,
        ["generate", "--no-docs", "--no-validate"],
        ["generate", "--no-validate"],
        ["generate"],
        ["check"],
    )
    return [
        ("generate --no-docs --no-validate / yaml.load", client / load, 1.5),
        ("generate --no-validate / yaml.load", docs / load, 2.0),
        ("generate / yaml.load", everything / load, 3.0),
        ("check / yaml.load", check / load, 2.0),
        ("generate, seconds (no goal)", everything, float("inf")),
    ]


def _document(document: Path) -> list[Figure]:
    load, everything = _measure(document, ["generate"])
    return [(f"generate / yaml.load, {document.stem}", everything / load, 3.0)]


def _measure(document: Path, *commands: list[str], rounds: int = 5) -> list[float]:
    """Return the median seconds of loading a document, and of each command."""
    load = f"import yaml; yaml.load(open({str(document)!r}), yaml.CSafeLoader)"
    times: list[list[float]] = [[] for _ in range(1 + len(commands))]
    with tempfile.TemporaryDirectory() as scratch:
        output, current = Path(scratch, "output"), Path(scratch, "current")
        _run(_oasmith(document, "generate", output=current))
        for _ in range(rounds):
            times[0].append(_run([sys.executable, "-c", load]))
            for command, seconds in zip(commands, times[1:], strict=True):
                shutil.rmtree(output, ignore_errors=True)
                target = current if command[0] == "check" else output
                seconds.append(_run(_oasmith(document, *command, output=target)))
    return [statistics.median(seconds) for seconds in times]


def _small_commands() -> list[Figure]:
    with tempfile.TemporaryDirectory() as scratch:
        cache = str(Path(scratch, "cache"))
        nothing = _oasmith(_OPENAI, "generate", output=Path(scratch, "output"))
        _run(nothing, XDG_CACHE_HOME=cache, OASMITH_CACHE="on")
        commands = (
            nothing,
            [sys.executable, "-c", _MODULES],
            [sys.executable, "-m", "generator", "--help"],
            [sys.executable, "-c", "import click"],
        )
        times: list[list[float]] = [[] for _ in commands]
        for _ in range(11):
            for command, seconds in zip(commands, times, strict=True):
                elapsed = _run(command, XDG_CACHE_HOME=cache, OASMITH_CACHE="on")
                seconds.append(elapsed)
    again, modules, usage, click = map(statistics.median, times)
    return [
        ("nothing to do / import click, yaml, jinja2", again / modules, 1.4),
        ("oasmith --help / import click", usage / click, 1.3),
    ]


def _oasmith(document: Path, command: str, *flags: str, output: Path) -> list[str]:
    tool = [sys.executable, "-m", "generator", command, str(document)]
    return [*tool, "--output", str(output), *flags]


def _run(command: list[str], **environment: str) -> float:
    """Return the seconds that a command takes; without cache, but with bytecode."""
    variables = {**os.environ, "OASMITH_CACHE": "off", **environment}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    subprocess.run(command, env=variables, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - started
