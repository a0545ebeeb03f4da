"""The version that is due for a package whose version the settings give."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import SMALL, Run, here, run
from tests.unit.cli.test_diff import git

__all__ = ["here", "run"]

MORE = SMALL.replace("/things:", "/more: {get: {responses: {}}}\n  /things:")
SETTINGS = '[tool.oasmith]\nspecs = ["openapi.yaml"]\n'
ADDED = "(additions or other behaviour since"


def write(here: Path, document: str, version: str, settings: str = SETTINGS) -> None:
    """Write a document, and settings with a version of the package."""
    (here / "openapi.yaml").write_text(document)
    line = f'version = "{version}"\n' if version else ""
    (here / "pyproject.toml").write_text(settings + line)


@pytest.fixture
def repository(here: Path) -> Path:
    """A repository with a client of version 1.4.2."""
    git(here, "init", "--initial-branch=main")
    commit(here, SMALL, "1.4.2")
    git(here, "tag", "old")
    return here


def commit(here: Path, document: str, version: str, settings: str = SETTINGS) -> None:
    write(here, document, version, settings)
    git(here, "add", "openapi.yaml", "pyproject.toml")
    git(here, "commit", "-m", "Change")


@pytest.mark.parametrize("sides", [("old..",), ("old:openapi.yaml", "openapi.yaml")])
def test_version_of_the_settings_is_raised(
    run: Run, repository: Path, sides: tuple[str, ...]
) -> None:
    write(repository, MORE, "1.4.2")
    stdout = run("diff", *sides).stdout
    assert stdout.endswith(f"next version: 1.5.0 {ADDED} 1.4.2)\n")


def test_version_is_that_of_the_old_revision(run: Run, repository: Path) -> None:
    commit(repository, MORE, "1.5.0")
    assert f"next version: 1.5.0 {ADDED} 1.4.2)" in run("diff", "old..HEAD").stdout


def test_higher_version_of_the_new_revision_is_kept(run: Run, repository: Path) -> None:
    commit(repository, MORE, "2.0.0")
    write(repository, MORE, "1.0.0")
    assert f"next version: 2.0.0 {ADDED} 1.4.2)" in run("diff", "old..HEAD").stdout


def test_too_low_version_of_the_new_revision_is_raised(
    run: Run, repository: Path
) -> None:
    commit(repository, MORE, "1.4.3")
    assert f"next version: 1.5.0 {ADDED} 1.4.2)" in run("diff", "old..HEAD").stdout


def test_old_document_in_a_file_has_the_version_of_the_settings(
    run: Run, here: Path
) -> None:
    write(here, MORE, "1.4.2")
    stdout = run("diff", "small.yaml", "openapi.yaml").stdout
    assert f"next version: 1.5.0 {ADDED} 1.4.2)" in stdout


def test_documents_of_another_api_keep_their_version(run: Run, here: Path) -> None:
    write(here, SMALL, "1.4.2")
    (here / "new.yaml").write_text(MORE)
    stdout = run("diff", "small.yaml", "new.yaml").stdout
    assert f"next version: 1.1.0 {ADDED} 1)" in stdout


def test_revision_without_the_setting_has_the_version_of_the_document(
    run: Run, repository: Path
) -> None:
    commit(repository, SMALL, "")
    write(repository, MORE, "0.9.0")
    assert f"next version: 1.1.0 {ADDED} 1)" in run("diff", "HEAD..").stdout


@pytest.mark.parametrize("settings", ["", "[tool.oasmith\n", "[tool]\noasmith = 1\n"])
def test_revision_without_settings_has_the_current_version(
    run: Run, repository: Path, settings: str
) -> None:
    commit(repository, SMALL, "", settings)
    write(repository, MORE, "3.0.0")
    assert f"next version: 3.1.0 {ADDED} 3.0.0)" in run("diff", "HEAD..").stdout


def test_each_client_has_its_own_version(run: Run, here: Path) -> None:
    def settings(first: str, second: str) -> str:
        clients = {"first": first, "second": second}
        return "[tool.oasmith]\nversion = '9.0.0'\nspecs = ['openapi.yaml']\n" + "".join(
            f"[[tool.oasmith.clients]]\npackage = '{name}'\noutput = '{name}'\n{version}\n"
            for name, version in clients.items()
        )

    git(here, "init", "--initial-branch=main")
    commit(here, SMALL, "", settings("version = '3.0.0'", ""))
    write(here, MORE, "", settings("version = '3.0.0'", "version = '9.0.1'"))
    stdout = run("diff", "HEAD..").stdout
    first, second = stdout.split("second:")
    assert f"next version: 3.1.0 {ADDED} 3.0.0)" in first
    assert f"next version: 9.1.0 {ADDED} 9.0.0)" in second
