"""Outlines of documents in revisions of git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.unit.cli.conftest import SMALL, Run

MORE = """\
  /a:
    get: {operationId: getA, responses: {'204': {description: ok}}}
    delete: {operationId: deleteA, responses: {'204': {description: ok}}}
"""


def commit(message: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
    for arguments in (["add", "-A"], ["commit", "-q", "-m", message]):
        subprocess.run(["git", *identity, *arguments], check=True)


def moved(text: str) -> str:
    """Return the document with its lines at other places."""
    head, paths, rest = text.partition("paths:\n")
    return f"# one\n# two\n{head}{paths}{MORE}{rest}"


@pytest.mark.parametrize("stage", ["model", "python"])
def test_a_revision_has_the_outline_of_its_document(
    here: Path, run: Run, stage: str
) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    Path("openapi.yaml").write_text(SMALL)
    commit("First")
    before = run("inspect", "openapi.yaml", "--stage", stage).stdout
    Path("openapi.yaml").write_text(moved(SMALL))
    after = run("inspect", "openapi.yaml", "--stage", stage).stdout
    assert run("inspect", "HEAD:openapi.yaml", "--stage", stage).stdout == before
    assert run("inspect", "HEAD:./openapi.yaml", "--stage", stage).stdout == before
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    left = [line for line in before.splitlines() if line not in after.splitlines()]
    assert added and not left


def test_outlines_do_not_depend_on_the_order_of_the_document(
    here: Path, run: Run
) -> None:
    Path("openapi.yaml").write_text(moved(SMALL))
    before = run("inspect", "openapi.yaml").stdout
    get, delete = MORE.splitlines()[1:]
    text = (
        Path("openapi.yaml").read_text().replace(f"{get}\n{delete}", f"{delete}\n{get}")
    )
    Path("openapi.yaml").write_text(text)
    assert run("inspect", "openapi.yaml").stdout == before


def test_a_revision_that_does_not_exist_is_an_error(here: Path, run: Run) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    Path("openapi.yaml").write_text(SMALL)
    commit("First")
    stderr = run("inspect", "nothing:openapi.yaml", code=2).stderr
    assert "the revision 'nothing' does not exist" in stderr
    assert "does not exist" in run("inspect", "HEAD:other.yaml", code=2).stderr
