"""A scratch repository, and `oasmith init` run in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.unit.cli.conftest import SMALL

Init = Callable[..., Result]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current directory: a repository with a document and nothing else."""
    directory = tmp_path / "repository"
    (directory / ".git").mkdir(parents=True)
    (directory / "openapi.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(directory)
    monkeypatch.setenv("OASMITH_CACHE", "off")
    return directory


@pytest.fixture
def init(repository: Path) -> Init:
    """Runs `oasmith init`; its exit code must be the one that is expected."""

    def run(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(main, ["init", *arguments], prog_name="oasmith")
        assert result.exit_code == code, f"{result.stdout}\n{result.stderr}"
        assert "Traceback" not in result.stderr
        return result

    return run
