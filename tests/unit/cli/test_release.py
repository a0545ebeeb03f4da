"""`generate --changelog` and `--bump`."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from generator.cli import actions
from tests.unit.cli.conftest import SMALL, Run, snapshot

pytestmark = pytest.mark.slow

SETTINGS = """\
[tool.oasmith]
specs = ["openapi.yaml"]
version = "1.4.2"  # raised by --bump
"""
MORE = SMALL.replace(
    "paths:\n",
    "paths:\n  /more:\n    get:\n      operationId: getMore\n      responses:\n"
    "        '204': {description: ok}\n",
)


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def released(here: Path, run: Run) -> None:
    """A repository with a committed client of version 1.4.2."""
    Path("openapi.yaml").write_text(SMALL)
    Path("pyproject.toml").write_text(SETTINGS)
    run("generate")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "Release")


def version_of_package() -> str:
    namespace = Path("generated/small_client/__init__.py").read_text()
    line = next(x for x in namespace.splitlines() if x.startswith("__version__"))
    return line.partition('"')[2].rstrip('"')


def release(run: Run) -> str:
    return run("generate", "--bump", "--changelog", "CHANGELOG.md").stdout


def test_an_addition_raises_the_minor_version(released: None, run: Run) -> None:
    assert version_of_package() == "1.4.2"
    assert 'version = "1.4.2"' in Path("generated/pyproject.toml").read_text()
    Path("openapi.yaml").write_text(MORE)
    assert "version: 1.4.2 to 1.5.0" in release(run)
    assert 'version = "1.5.0"  # raised by --bump' in Path("pyproject.toml").read_text()
    assert version_of_package() == "1.5.0"
    changelog = Path("CHANGELOG.md").read_text()
    assert changelog.startswith("# Changelog\n\n## [1.5.0]\n\n### Added\n\n- ")
    assert "client.more" in changelog
    run("check")
    before = snapshot(Path())
    release(run)
    run("check")
    assert snapshot(Path()) == before


def test_a_removal_raises_the_major_version(released: None, run: Run) -> None:
    Path("openapi.yaml").write_text(
        SMALL.replace("/things", "/others", 1).replace("listThings", "listOthers")
    )
    release(run)
    assert version_of_package() == "2.0.0"
    changelog = Path("CHANGELOG.md").read_text()
    assert "### Breaking" in changelog
    assert not re.search(r"^- [a-z]", changelog, re.MULTILINE)


def test_no_change_for_callers_changes_neither(released: None, run: Run) -> None:
    Path("openapi.yaml").write_text(SMALL + "# a comment\n")
    release(run)
    assert version_of_package() == "1.4.2" and not Path("CHANGELOG.md").exists()


def test_a_version_that_was_raised_already_is_kept(released: None, run: Run) -> None:
    Path("openapi.yaml").write_text(MORE)
    Path("pyproject.toml").write_text(SETTINGS.replace("1.4.2", "1.6.0"))
    release(run)
    assert version_of_package() == "1.6.0"
    assert "## [1.6.0]" in Path("CHANGELOG.md").read_text()


def test_a_committed_change_is_compared_with_the_commit_before(
    released: None, run: Run
) -> None:
    Path("openapi.yaml").write_text(MORE)
    git("commit", "-q", "-a", "-m", "Change the document")
    release(run)
    assert version_of_package() == "1.5.0"


def test_a_failed_run_restores_the_files(
    released: None, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("openapi.yaml").write_text(MORE)
    before = snapshot(Path())

    def fail(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(actions, "_generate", fail)
    run("generate", "--bump", "--changelog", "CHANGELOG.md", code=130)
    assert snapshot(Path()) == before


def test_documents_that_git_does_not_have_are_an_error(here: Path, run: Run) -> None:
    Path("openapi.yaml").write_text(SMALL)
    Path("pyproject.toml").write_text(SETTINGS)
    stdout = release(run)
    assert version_of_package() == "1.4.2" and "section" not in stdout
    Path("openapi.yaml").write_text(MORE)
    before = snapshot(Path())
    run("generate", "--bump", code=2)
    git("init", "-q")
    git("add", "pyproject.toml")
    git("commit", "-q", "-m", "Start")
    stderr = run("generate", "--bump", code=2).stderr
    assert "no revision of git has the documents" in stderr
    assert {k: v for k, v in snapshot(Path()).items() if ".git" not in k} == before


@pytest.mark.parametrize(("version", "current"), [("2.3.4", "2.3.4"), ("v7", "7")])
def test_bump_needs_a_version(here: Path, run: Run, version: str, current: str) -> None:
    text = SMALL.replace("version: '1'", f"version: '{version}'")
    Path("openapi.yaml").write_text(text)
    stderr = run("generate", "openapi.yaml", "--bump", code=2).stderr
    assert f'add version = "{current}", which is the current version' in stderr


def test_bump_suggests_the_version_of_the_output(released: None, run: Run) -> None:
    Path("pyproject.toml").write_text(SETTINGS.partition("version")[0])
    assert 'add version = "1.4.2"' in run("generate", "--bump", code=2).stderr


def test_bump_needs_a_document_that_can_be_read(here: Path, run: Run) -> None:
    Path("openapi.yaml").write_text("openapi: [")
    stderr = run("generate", "openapi.yaml", "--bump", code=1).stderr
    assert "openapi.yaml:1" in stderr and "nothing was written" in stderr


def test_bump_cannot_raise_the_version_of_a_flag(released: None, run: Run) -> None:
    stderr = run("generate", "--bump", "--package-version", "2.0.0", code=2).stderr
    assert "`version`, which --package-version replaces; leave out one" in stderr


def test_the_version_can_be_an_option(here: Path, run: Run) -> None:
    Path("openapi.yaml").write_text(SMALL)
    run("generate", "openapi.yaml", "--package-version", "3.1.0rc1")
    assert version_of_package() == "3.1.0rc1"
    run("check", "openapi.yaml", "--package-version", "3.1.0rc1")
    result = run("generate", "openapi.yaml", "--package-version", "new", code=2)
    assert "must be a version such as 1.4.2" in result.stderr


def test_output_of_the_same_documents_is_explained(released: None, run: Run) -> None:
    Path("openapi.yaml").write_text(MORE)
    run("generate")
    done = run("generate", "--bump", "--changelog", "CHANGELOG.md")
    assert "the output is that of these documents already" in done.stderr
    assert not Path("CHANGELOG.md").exists()
