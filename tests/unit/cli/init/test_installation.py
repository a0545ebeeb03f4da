"""CI installs oasmith from the source from which `init` ran, if it is accessible."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli.init import contents, installation
from generator.cli.init.installation import VARIABLE, Installation, parse_direct_url

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"vcs": "git", "commit_id": COMMIT, "requested_revision": "main"}


def record(directory: Path, url: str, **info: Any) -> str:
    """Return the argument of pip for a `direct_url.json`."""
    repository = directory / "repository"
    return parse_direct_url(
        {"url": url, **info}, repository, repository / "services/api"
    ).argument


def test_commit_of_a_git_repository(tmp_path: Path) -> None:
    url = "https://git.example/tools/oasmith.git"
    assert record(tmp_path, url, vcs_info=GIT) == f"'oasmith @ git+{url}@{COMMIT}'"
    assert record(tmp_path, url, vcs_info=GIT, subdirectory="py") == (
        f"'oasmith @ git+{url}@{COMMIT}#subdirectory=py'"
    )
    assert record(tmp_path, (tmp_path / "clone").as_uri(), vcs_info=GIT) == ""


def test_archive_at_a_url(tmp_path: Path) -> None:
    url = "https://files.example/oasmith-0.1.0-py3-none-any.whl"
    assert record(tmp_path, url, archive_info={}) == f"'oasmith @ {url}'"
    hashes = {"hashes": {"sha256": "ab"}}
    assert record(tmp_path, url, archive_info=hashes) == (
        f"'oasmith @ {url}#sha256=ab'"
    )


def test_path_in_the_repository(tmp_path: Path) -> None:
    top = tmp_path / "repository"
    wheel = (top / "vendor/oasmith 1.whl").as_uri()
    assert record(tmp_path, wheel, archive_info={}) == "'../../vendor/oasmith 1.whl'"
    clone = (top / "services/api/oasmith").as_uri()
    assert record(tmp_path, clone, dir_info={"editable": True}) == "./oasmith"


@pytest.mark.parametrize("url", ["file:///elsewhere/oasmith", "https://a/${{ b }}"])
def test_source_that_other_machines_cannot_access(tmp_path: Path, url: str) -> None:
    assert record(tmp_path, url, dir_info={}) == ""


def test_version_is_pinned_without_direct_url(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Distribution:
        version = "1.2.3"

        def read_text(self, name: str) -> None:
            assert name == "direct_url.json"

    monkeypatch.setattr(installation, "distribution", lambda name: Distribution())
    installed = installation.find_installation(tmp_path, tmp_path)
    assert installed.command == "pip install oasmith==1.2.3"


@pytest.mark.parametrize("argument", ["", "oasmith==1", "'oasmith @ https://a/b#c: d'"])
def test_workflow_is_safe(argument: str) -> None:
    text = contents.format_workflow("services/api", Installation(argument))
    read = yaml.safe_load(text)
    assert read["permissions"] == {"contents": "read"}
    job = read["jobs"]["check"]
    assert 0 < job["timeout-minutes"] <= 30
    checkout, python, install, check = job["steps"]
    assert checkout["with"] == {"persist-credentials": False}
    for step in (checkout, python):
        _, _, commit = step["uses"].partition("@")
        assert len(commit) == 40 and set(commit) <= set("0123456789abcdef")
    assert text.count(" # v") == 4
    assert check == {"run": "oasmith check"}
    assert install["run"].strip().endswith(Installation(argument).command)
    assert ("env" in install) == (not argument)


@pytest.mark.skipif(not shutil.which("sh"), reason="needs a shell")
def test_missing_variable_fails_with_instructions() -> None:
    steps = yaml.safe_load(contents.format_workflow(".", Installation("")))["jobs"][
        "check"
    ]
    script = next(step["run"] for step in steps["steps"] if "env" in step)
    done = subprocess.run(
        ["sh", "-e", "-c", script],
        env={VARIABLE: ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert f"{VARIABLE}: set this variable of the repository" in done.stderr


def test_makefile_contains_the_same_installation() -> None:
    pinned = contents.format_targets("generate", "check", Installation("oasmith==1"))
    assert "# Requires: pip install oasmith==1\n" in pinned
    assert f'# Requires: pip install "${VARIABLE}", where' in contents.format_targets(
        "generate", "check", Installation("")
    )
