"""Size, memory and loading time of the client of OpenAI's document.

Each figure is the ratio of two things measured in the same run: processor seconds,
medians, interleaved.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.pace import Pace
from tests.e2e.openai.line_counts import count_lines

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT.parent / "shared" / "specs" / "openai" / "2026-08.yaml"
Figure = tuple[str, float, float]

_GENERATE = """
import sys; sys.path.insert(0, {root!r})
from pathlib import Path
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.pipeline import build
config = Config(package="openai_client", client="OpenAI",
    specs=({spec!r},), output={out!r}, directory=Path({directory!r}))
made = build(config, Diagnostics())
write_tree(made.files, made.manifest, Path({out!r}), force=True)
"""
_HTTPX = "import httpx2; httpx2.Client()"
_CLIENT = """
import sys; sys.path.insert(0, {out!r})
import httpx2
from openai_client import OpenAI
OpenAI(api_key="sk-test", http_client=httpx2.Client())
"""
_ALL = """
import sys; sys.path.insert(0, {out!r})
import httpx2, importlib, pkgutil, time
started = time.process_time()
import openai_client
for module in pkgutil.walk_packages(openai_client.__path__, "openai_client."):
    params = module.name.endswith("_params")
    if "._runtime" not in module.name and ({also} or not params):
        importlib.import_module(module.name)
print(time.process_time() - started)
"""


def figures() -> list[Figure]:
    """Return the name, the measured value and the goal of each figure."""
    if not DOCUMENT.is_file():
        return []
    with tempfile.TemporaryDirectory() as scratch:
        plain = _generate(Path(scratch) / "plain")
        _seconds([sys.executable, "-c", plain], _environment())
        return [("peak memory, MB", _peak(plain), 300.0), *_loading(Path(scratch))]


def _loading(scratch: Path) -> list[Figure]:
    out = str(scratch / "plain" / "out")
    client = _CLIENT.format(out=out)
    runs, all_ = (_ALL.format(out=out, also=also) for also in (False, True))
    for script in (client, runs, all_):  # compile all modules first
        _seconds([sys.executable, "-c", script], _environment())
    bare, one = _interleaved([_HTTPX, client], _seconds)
    pace = Pace()
    running, everything = _interleaved([runs, all_], _printed)
    milliseconds = 1000 / pace.measure()
    package = scratch / "plain" / "out" / "openai_client"
    lines = count_lines(
        path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*.py"))
        if "_runtime" not in path.parts
    )
    return [
        ("lines of code, thousands", lines.code / 1000, 35.0),
        ("the same with docstrings", lines.all / 1000, 60.0),
        ("import and construction / httpx2 and its client", one / bare, 1.2),
        ("the same, MB more", _peak(client) - _peak(_HTTPX), 6.0),
        ("import of all that runs, ms after httpx2", running * milliseconds, 60.0),
        (
            "the same with parameters, which nothing imports",
            everything * milliseconds,
            float("inf"),
        ),
    ]


def _generate(directory: Path) -> str:
    directory.mkdir()
    return _GENERATE.format(
        root=str(ROOT),
        spec=str(DOCUMENT),
        out=str(directory / "out"),
        directory=str(directory),
    )


def _interleaved(
    scripts: list[str], measure: Callable[[list[str], dict[str, str]], float]
) -> list[float]:
    """Return the median of a figure of each script; the scripts run alternately."""
    result: list[list[float]] = [[] for _ in scripts]
    for _ in range(9):
        for script, figures in zip(scripts, result, strict=True):
            figures.append(measure([sys.executable, "-c", script], _environment()))
    return [statistics.median(figures) for figures in result]


def _environment(**more: str) -> dict[str, str]:
    preserved = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**preserved, **more}


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return the processor time of a command in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True, capture_output=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _printed(command: list[str], environment: dict[str, str]) -> float:
    """Return the number that a command prints."""
    done = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True, cwd=ROOT
    )
    return float(done.stdout)


def _peak(script: str) -> float:
    """Return the peak memory of a script in megabytes."""
    # `getrusage` includes the memory of this process, from which the child was copied.
    tail = (
        "\nfor line in open('/proc/self/status'):"
        "\n    if line.startswith('VmHWM:'): print(line.split()[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script + tail],
        env=_environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout) / 1024
