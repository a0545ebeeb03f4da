"""The job that comments what a pull request changes, run with a `gh` that records."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli.init import contents
from generator.cli.init.diff_job import MARKER
from generator.cli.init.installation import Installation
from tests.unit.cli.conftest import ROOT, SMALL

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="needs a shell")

GH = """#!/bin/sh
echo "$@" >> "$RUNNER_TEMP/calls"
case "$*" in *--paginate*) cat "$RUNNER_TEMP/comments";; esac
"""


def job(*outputs: str) -> dict[str, Any]:
    text = contents.format_workflow(".", Installation("oasmith==1"), outputs)
    result: dict[str, Any] = yaml.safe_load(text)["jobs"]["diff"]
    return result


def test_the_job_has_the_least_permissions() -> None:
    value = job()
    assert value["permissions"] == {"contents": "read", "pull-requests": "write"}
    checkout, python, install, compare, comment = value["steps"]
    assert checkout["with"] == {"persist-credentials": False, "fetch-depth": 0}
    assert "env" not in install and "GH_TOKEN" not in compare["env"]
    for step in (install, compare, comment):
        assert "${{" not in step["run"]
    used = " ".join([*compare["env"].values(), *comment["env"].values()])
    assert "title" not in used and "body" not in used and "head" not in used
    assert "head.repo.full_name == github.repository" in value["if"]
    assert len(python["uses"].partition("@")[2]) == 40


@pytest.fixture
def pull_request(tmp_path: Path) -> Path:
    """A repository whose last commit removes a call, and programs for the job."""
    repository = tmp_path / "repository"
    repository.mkdir()

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
        subprocess.run(["git", *identity, *arguments], cwd=repository, check=True)

    (repository / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["openapi.yaml"]\n'
    )
    git("init", "-q")
    for text in (
        SMALL,
        SMALL.replace("listThings", "showThings").replace("/things", "/all"),
    ):
        (repository / "openapi.yaml").write_text(text)
        git("add", "-A")
        git("commit", "-q", "-m", "$(touch hostile)")
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "gh").write_text(GH)
    oasmith = f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n'
    (programs / "oasmith").write_text(oasmith)
    for program in programs.iterdir():
        program.chmod(0o755)
    (tmp_path / "comments").write_text("")
    return tmp_path


def run(folder: Path, step: dict[str, Any]) -> str:
    environment = {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(folder),
        "GITHUB_REPOSITORY": "acme/shop",
        "NUMBER": "7",
        "BASE": "HEAD~1",
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder / "repository",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_report_is_posted_and_then_updated(pull_request: Path) -> None:
    *_, compare, comment = job()["steps"]
    run(pull_request, compare)
    report = (pull_request / "comment.md").read_text()
    assert report.startswith(f"{MARKER}\n# Changes of the client")
    assert "## Breaking" in report and "client.things.list" in report
    run(pull_request, comment)
    calls = (pull_request / "calls").read_text()
    body = f"--field body=@{pull_request}/comment.md"
    assert f"--silent repos/acme/shop/issues/7/comments {body}" in calls
    (pull_request / "comments").write_text("42\n43\n")
    run(pull_request, comment)
    calls = (pull_request / "calls").read_text()
    assert f"--method PATCH repos/acme/shop/issues/comments/42 {body}" in calls
    assert not (pull_request / "repository/hostile").exists()


def test_each_client_is_compared() -> None:
    *_, compare, _ = job("a", "b $(c)")["steps"]
    assert "--select a >>" in compare["run"]
    assert "--select 'b $(c)' >>" in compare["run"]
