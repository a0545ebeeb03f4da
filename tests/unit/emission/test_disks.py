"""Errors of real file systems that are full or read-only."""

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
def can_mount() -> bool:
    """Return whether users can mount file systems in a namespace."""
    if shutil.which("unshare") is None:
        return False
    command = (*NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt")
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def run(kind: str, directory: Path) -> list[str]:
    """Return the output of the program for a kind of file system."""
    if not can_mount():
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


def test_full_file_system(tmp_path: Path) -> None:
    message = run("full", tmp_path)
    full = "OUTPUT cannot be written: No space left on device"
    assert set(message) == {full, "written"}
    assert message.count(full) > 10 and message[-1] == "written"


def test_read_only_file_system(tmp_path: Path) -> None:
    (message,) = run("read-only", tmp_path)
    assert message.startswith("OUTPUT/") and message.endswith(": Read-only file system")
