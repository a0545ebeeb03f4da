"""The workflow of a new user: init, make, commit, and the check in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.unit.cli.conftest import SMALL

pytestmark = pytest.mark.skipif(
    not (shutil.which("git") and shutil.which("make")), reason="needs git and make"
)


class Shell:
    """Shell in a directory, with `oasmith` on the path."""

    def __init__(self, directory: Path, scripts: Path) -> None:
        self._directory = directory
        self._environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
            "PATH": os.pathsep.join((str(scripts), os.environ["PATH"])),
            "OASMITH_CACHE": "off",
            "GIT_CONFIG_GLOBAL": os.devnull,
        }

    def __call__(self, command: str, code: int = 0, **environment: str) -> str:
        """Run a command, check its exit code, and return its output."""
        done = subprocess.run(
            command,
            shell=True,
            cwd=self._directory,
            env={**self._environment, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr


def use_repository(shell: Shell, repository: Path, **installing: str) -> None:
    """Set up a repository, generate, commit, check as CI does, and change the document.

    Args:
        shell: shell in the repository.
        repository: a directory with `openapi.yaml`.
        installing: environment variables with which pip finds oasmith. Without them,
            the installation step is skipped.
    """
    shell("git init -q .")
    shell("oasmith init")
    assert "files written" in shell("make generate")
    shell("make check")
    shell("git add -A")
    shell("git -c user.name=x -c user.email=x@a.test commit -q -m 'A client'")
    folded = shell("git check-attr linguist-generated eol -- generated/README.md")
    assert "linguist-generated: set" in folded and "eol: lf" in folded

    workflow = yaml.safe_load(
        (repository / ".github/workflows/oasmith.yml").read_text(encoding="utf-8")
    )
    steps = workflow["jobs"]["check"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert [step["uses"].partition("@")[0] for step in steps if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
    ]
    assert commands[-1] == "oasmith check" and len(commands) == 2
    if installing:
        shell("pip uninstall --quiet --yes oasmith")
        shell(commands[0], **installing)
    assert "Current" in shell(commands[-1])

    document = repository / "openapi.yaml"
    document.write_text(document.read_text().replace("title: ", "title: New "))
    assert "out of date" in shell(commands[-1], code=1)
    assert "run `oasmith generate`" in shell("make check", code=2)
    shell("make generate && make check")
    assert shell("git status --short --porcelain").splitlines()


@pytest.mark.slow
def test_new_repository(tmp_path: Path) -> None:
    scripts = Path(sys.executable).parent
    if not (scripts / "oasmith").exists():
        pytest.skip("the command oasmith is not installed")
    (tmp_path / "openapi.yaml").write_text(SMALL, encoding="utf-8")
    use_repository(Shell(tmp_path, scripts), tmp_path)
