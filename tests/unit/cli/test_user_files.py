"""Files of the user in the output directory are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run


@pytest.mark.parametrize("flags", [(), ("--force",)])
def test_client_is_written_into_an_existing_project(
    run: Run, here: Path, flags: tuple[str, ...]
) -> None:
    mine = '[project]\nname = "mine"\n'
    (here / "pyproject.toml").write_text(mine)
    generate = ("generate", "small.yaml", "--output", ".")
    stdout = run(*generate, *flags).stdout
    assert "pyproject.toml was not written by oasmith and is kept" in stdout
    assert (here / "pyproject.toml").read_text() == mine
    assert "Small client for Python" in (here / "README.md").read_text()
    assert "Nothing to do" in run(*generate).stdout
    assert "Current" in run("check", "small.yaml", "--output", ".").stdout

    # The file of the user may change; without it, the generated file is written.
    (here / "pyproject.toml").write_text(mine + "# more\n")
    assert "Current" in run("check", "small.yaml", "--output", ".").stdout
    (here / "pyproject.toml").unlink()
    stdout = run("check", "small.yaml", "--output", ".", code=1).stdout
    assert "./pyproject.toml: not written yet" in stdout.replace(f"{here}/", "./")
    run(*generate)
    assert 'name = "small-client"' in (here / "pyproject.toml").read_text()


def test_edited_generated_file_is_reported_and_kept(run: Run, here: Path) -> None:
    run("generate", "small.yaml")
    (here / "generated/README.md").write_text("mine\n")
    assert "README.md" in run("generate", "small.yaml", code=1).stderr
    assert (here / "generated/README.md").read_text() == "mine\n"
