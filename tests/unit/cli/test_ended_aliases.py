"""The end of an alias is a change of `diff`, `--changelog` and `--bump`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import SMALL, Run, here, run
from tests.unit.cli.test_diff import git

__all__ = ["here", "run"]

SETTINGS = """\
[tool.oasmith]
specs = ["openapi.yaml"]
package = "small"
version = "1.4.2"
docs = false
"""
DOCUMENT = SMALL + """\
        size: {type: integer}
        color: {type: string}
        weight: {type: number}
"""
RENAMED = DOCUMENT.replace("Thing'}", "Item'}").replace("    Thing:", "    Item:")
REMOVED = (
    "`client.things.list` does not exist any more (it was deprecated)",
    "`types.things.Thing` does not exist any more",
)
MORE = RENAMED.replace(
    "paths:\n", "paths:\n  /more: {delete: {responses: {'204': {description: Done}}}}\n"
)
LESS = RENAMED.replace("        name:", "        label:")


def write(document: str, version: str, names: str = "") -> None:
    Path("openapi.yaml").write_text(document)
    Path("pyproject.toml").write_text(SETTINGS.replace("1.4.2", version) + names)


def call(name: str) -> str:
    return f'[tool.oasmith.names]\nlistThings = "{name}"\n'


@pytest.fixture
def repository(here: Path, run: Run) -> Path:
    """A repository with a client that has aliases of a call and of a type."""
    (here / "small.yaml").unlink()
    git(here, "init", "--initial-branch=main")
    write(DOCUMENT, "1.4.2", call("things.list"))
    run("generate", "--no-validate")
    write(RENAMED, "1.4.2", call("things.all"))
    run("generate", "--no-validate")
    git(here, "add", "--all")
    git(here, "commit", "-m", "Add the client")
    return here


def assert_removed(text: str) -> None:
    assert [sentence for sentence in REMOVED if sentence not in text] == [], text


@pytest.mark.parametrize("generates", [False, True])
def test_diff_names_the_aliases_that_the_version_ends(
    run: Run, repository: Path, generates: bool
) -> None:
    assert "nothing changes" in run("diff", "HEAD..").stdout
    write(RENAMED, "2.0.0", call("things.all"))
    if generates:
        run("generate", "--no-validate")
    assert_removed(run("diff", "HEAD..", code=1).stdout)


def test_diff_names_the_aliases_that_are_pruned(run: Run, repository: Path) -> None:
    run("generate", "--no-validate", "--prune")
    stdout = run("diff", "HEAD..", code=1).stdout
    assert_removed(stdout)
    assert "next version: 2.0.0 (breaking changes since 1.4.2)" in stdout


def test_the_changelog_names_the_aliases_that_the_version_ends(
    run: Run, repository: Path
) -> None:
    write(RENAMED, "2.0.0", call("things.all"))
    run("generate", "--no-validate", "--changelog", "CHANGELOG.md")
    changelog = Path("CHANGELOG.md").read_text()
    assert "## [2.0.0]" in changelog
    assert_removed(changelog)


def test_pruning_raises_the_version(run: Run, repository: Path) -> None:
    run("generate", "--no-validate", "--prune", "--bump", "--changelog", "CHANGELOG.md")
    assert 'version = "2.0.0"' in Path("pyproject.toml").read_text()
    assert_removed(Path("CHANGELOG.md").read_text())


def test_the_changelog_names_the_aliases_that_the_raised_version_ends(
    run: Run, repository: Path
) -> None:
    write(LESS, "1.4.2", call("things.all"))
    run("generate", "--no-validate", "--bump", "--changelog", "CHANGELOG.md")
    changelog = Path("CHANGELOG.md").read_text()
    assert "## [2.0.0]" in changelog
    assert_removed(changelog)


def test_a_version_that_ends_no_alias_keeps_them(run: Run, repository: Path) -> None:
    write(MORE, "1.4.2", call("things.all"))
    run("generate", "--no-validate", "--bump", "--changelog", "CHANGELOG.md")
    changelog = Path("CHANGELOG.md").read_text()
    assert "## [1.5.0]" in changelog and "any more" not in changelog


def test_another_selection_is_a_change_by_the_settings(
    run: Run, repository: Path
) -> None:
    write(MORE, "1.4.2", call("things.all"))
    run("generate", "--no-validate")
    git(repository, "add", "--all")
    git(repository, "commit", "-m", "Add an operation")
    selection = 'only = ["DELETE /more"]\n'
    write(MORE, "1.4.2", selection + call("things.all"))
    run("generate", "--no-validate", "--bump", "--changelog", "CHANGELOG.md")
    changelog = Path("CHANGELOG.md").read_text()
    assert "`client.things.all` does not exist any more (by the settings)." in changelog
    assert 'version = "2.0.0"' in Path("pyproject.toml").read_text()
