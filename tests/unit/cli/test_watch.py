"""`oasmith watch`: regeneration after each change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unit.cli.conftest import ROOT, SMALL

MODULE = "generated/small_client/types/things.py"
SECONDS = 60.0


@pytest.fixture
def watching(here: Path) -> Iterator[subprocess.Popen[str]]:
    """Start the command with a settings file, and end it after the test."""
    (here / "pyproject.toml").write_text('[tool.oasmith]\nspecs = ["small.yaml"]\n')
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "watch"],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield process
    process.kill()
    process.communicate()


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until a condition is true, and fail after a minute."""
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def has_field(here: Path, name: str) -> bool:
    file = here / MODULE
    return file.exists() and f"{name}: " in file.read_text(encoding="utf-8")


def test_changes_are_generated(here: Path, watching: subprocess.Popen[str]) -> None:
    wait_for(lambda: has_field(here, "name"))
    wait_for(lambda: (here / "generated/.oasmith.json").exists())
    (here / "small.yaml").write_text(SMALL.replace("name: {type", "title: {type"))
    wait_for(lambda: has_field(here, "title"))
    # After an error, the next change is generated.
    (here / "small.yaml").write_text("openapi: [")
    time.sleep(0.5)
    (here / "small.yaml").write_text(SMALL.replace("name: {type", "size: {type"))
    wait_for(lambda: has_field(here, "size"))
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["small.yaml"]\ndocs = false\n'
    )
    wait_for(lambda: not (here / "generated/docs").exists())
    assert watching.poll() is None
    watching.send_signal(signal.SIGINT)
    output, _ = watching.communicate(timeout=SECONDS)
    assert watching.returncode == 130
    assert output.count("1 operation") >= 4 and "Traceback" not in output
    assert "yaml-syntax" in output or "error[" in output
