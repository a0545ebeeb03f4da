"""Run commands in a temporary directory with a temporary cache."""

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
    """Return the content of all files in a directory, by path."""
    return {
        file.relative_to(directory).as_posix(): file.read_bytes()
        for file in sorted(directory.rglob("*"))
        if file.is_file()
    }


def process(
    *arguments: str, cwd: Path, seconds: float | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a new process."""
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
    """Current directory that contains only `small.yaml`."""
    directory = tmp_path / "here"
    directory.mkdir()
    (directory / "small.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(directory)
    monkeypatch.delenv("OASMITH_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return directory


@pytest.fixture
def run(here: Path) -> Run:
    """Function that runs a command and checks its exit code."""

    def invoke(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(main, arguments, prog_name="oasmith")
        output = f"{result.stdout}\n{result.stderr}"
        assert isinstance(result.exception, (SystemExit, type(None))), output
        assert result.exit_code == code, output
        assert "Traceback" not in output
        return result

    return invoke
