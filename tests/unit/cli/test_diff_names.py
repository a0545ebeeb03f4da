"""`diff` names the calls of the package: those that its committed manifest records."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run, here, run
from tests.unit.cli.test_diff import git

__all__ = ["here", "run"]

SETTINGS = """\
[tool.oasmith]
specs = ["openapi.yaml"]
package = "shop"
version = "1.0.0"
docs = false
"""
DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders/{order_id}:
    parameters: [{name: order_id, in: path, required: true, schema: {type: string}}]
    get: {operationId: getOrder, responses: {'204': {description: Done}}}
    delete: {operationId: deleteOrder, responses: {'204': {description: Done}}}
"""
MOVED = DOCUMENT.replace("/orders/", "/purchases/")
WITHOUT_DELETE = MOVED[: MOVED.index("    delete:")]
REMOVED = "`client.orders.delete` does not exist any more"
CALLER = "import shop\n\nclient = shop.Shop()\nclient.orders.delete('1')\n"


def write(document: str, settings: str = SETTINGS) -> None:
    Path("openapi.yaml").write_text(document)
    Path("pyproject.toml").write_text(settings)


def commit() -> None:
    git(Path.cwd(), "add", "--all", ".")
    git(Path.cwd(), "commit", "-m", "Change")


@pytest.fixture
def repository(here: Path, run: Run) -> Path:
    """A repository whose path was renamed, so that the calls have recorded names."""
    git(here, "init", "--initial-branch=main")
    (here / "small.yaml").unlink()
    for document in (DOCUMENT, MOVED):
        write(document)
        run("generate", "--no-validate")
        commit()
    return here


@pytest.mark.parametrize("sides", [("HEAD..",), ("HEAD:openapi.yaml", "openapi.yaml")])
def test_recorded_calls_of_the_old_revision_are_named(
    run: Run, repository: Path, sides: tuple[str, ...]
) -> None:
    write(WITHOUT_DELETE)
    stdout = run("diff", *sides, code=1).stdout
    assert REMOVED in stdout
    assert "purchases." not in stdout and "retrieve" not in stdout


def test_recorded_calls_of_an_old_directory_are_named(
    run: Run, repository: Path
) -> None:
    shutil.copytree(repository, repository.parent / "earlier")
    write(WITHOUT_DELETE)
    stdout = run("diff", "../earlier", "openapi.yaml", code=1).stdout
    assert REMOVED in stdout
    assert "purchases." not in stdout


def test_callers_of_a_recorded_call_are_named(run: Run, repository: Path) -> None:
    (repository / "app.py").write_text(CALLER)
    write(WITHOUT_DELETE)
    stdout = run("diff", "HEAD..", "--used", "app.py", code=1).stdout
    assert REMOVED in stdout and "app.py:4" in stdout


def test_renamed_path_between_revisions_renames_no_call(
    run: Run, repository: Path
) -> None:
    stdout = run("diff", "HEAD~..HEAD").stdout
    assert "does not exist" not in stdout and "renamed" not in stdout


def test_earlier_client_is_compared_with_the_recorded_calls(
    run: Run, repository: Path
) -> None:
    shutil.copytree("generated/shop", repository.parent / "earlier/shop")
    write(WITHOUT_DELETE)
    stdout = run("diff", "--against", "../earlier/shop", code=1).stdout
    assert "client.orders.delete" in stdout
    assert "client.purchases" not in stdout and "orders.retrieve" not in stdout


def test_revision_whose_record_is_damaged_is_an_error(
    run: Run, repository: Path
) -> None:
    Path("generated/.oasmith.json").write_text("{")
    commit()
    result = run("diff", "HEAD..", code=2)
    assert "HEAD: " in result.stderr and ".oasmith.json" in result.stderr
