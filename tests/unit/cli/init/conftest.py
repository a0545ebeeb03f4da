"""A temporary repository in which `oasmith init` runs."""

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
    """Current directory: a repository that contains only a document."""
    directory = tmp_path / "repository"
    (directory / ".git").mkdir(parents=True)
    (directory / "openapi.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(directory)
    monkeypatch.setenv("OASMITH_CACHE", "off")
    return directory


@pytest.fixture
def init(repository: Path) -> Init:
    """Function that runs `oasmith init` and checks its exit code."""

    def run(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(main, ["init", *arguments], prog_name="oasmith")
        assert result.exit_code == code, f"{result.stdout}\n{result.stderr}"
        assert "Traceback" not in result.stderr
        return result

    return run
