"""Runs commands in a directory of the test's own, with a cache of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

ROOT = Path(__file__).parents[3]
PETSHOP = ROOT / "tests/guards/documents/petshop.yaml"

SMALL = """\
openapi: 3.1.0
info: {title: Small, version: '1'}
paths:
  /things:
    get:
      operationId: listThings
      responses:
        '200':
          description: Things.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing'}
components:
  schemas:
    Thing:
      type: object
      properties:
        name: {type: string}
"""

Run: TypeAlias = Callable[..., Result]


def snapshot(directory: Path) -> dict[str, bytes]:
    """Every file below a directory, by its path."""
    return {
        file.relative_to(directory).as_posix(): file.read_bytes()
        for file in sorted(directory.rglob("*"))
        if file.is_file()
    }


def process(
    *arguments: str, cwd: Path, seconds: float | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=False,
        timeout=seconds,
    )


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current directory: empty but for `small.yaml`."""
    directory = tmp_path / "here"
    directory.mkdir()
    (directory / "small.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(directory)
    monkeypatch.delenv("OASMITH_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return directory


@pytest.fixture
def run(here: Path) -> Run:
    """Runs a command; its exit code must be the one that is expected."""

    def run_it(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(main, arguments, prog_name="oasmith")
        said = f"{result.stdout}\n{result.stderr}"
        assert isinstance(result.exception, (SystemExit, type(None))), said
        assert result.exit_code == code, said
        assert "Traceback" not in said
        return result

    return run_it
