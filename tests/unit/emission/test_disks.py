"""Real file systems that are full or read-only: said, survived, repaired."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.guards.sources import ROOT

NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")


@cache
def may_mount() -> bool:
    """Whether the system lets its users mount file systems for themselves."""
    if shutil.which("unshare") is None:
        return False
    command = (*NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt")
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def run(kind: str, directory: Path) -> list[str]:
    """What the program says about a file system of this kind."""
    if not may_mount():
        pytest.skip("users may mount nothing here")
    done = subprocess.run(
        (
            *NAMESPACE,
            sys.executable,
            "-m",
            "tests.unit.emission.small_disk",
            kind,
            directory,
        ),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_file_system_that_fills_up_at_any_moment(tmp_path: Path) -> None:
    said = run("full", tmp_path)
    full = "OUTPUT cannot be written: No space left on device"
    assert set(said) == {full, "written"}
    assert said.count(full) > 10 and said[-1] == "written"


def test_a_read_only_file_system(tmp_path: Path) -> None:
    (said,) = run("read-only", tmp_path)
    assert said.startswith("OUTPUT/") and said.endswith(": Read-only file system")
