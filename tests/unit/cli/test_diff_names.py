"""`diff` names the calls of the package: those that its committed manifest records."""

from __future__ import annotations

import json
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


THINGS = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /things:
    get:
      operationId: listThings
      responses:
        '200':
          description: Done
          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
components:
  schemas:
    Box: &box {type: object, properties: {size: {type: integer}}}
    Crate: *box
    Thing:
      type: object
      properties:
        first: {$ref: '#/components/schemas/Box'}
        second: {$ref: '#/components/schemas/Crate'}
        third: SCHEMA
"""
SCHEMAS = {
    "inline": "*box",
    "reference": "{$ref: '#/components/schemas/Box'}",
    "other": "{$ref: '#/components/schemas/Crate'}",
    "keywords": "{$ref: '#/components/schemas/Box', minProperties: 1}",
}


@pytest.mark.parametrize("new", SCHEMAS)
@pytest.mark.parametrize("old", SCHEMAS)
def test_diff_reports_the_names_that_generate_keeps(
    here: Path, run: Run, old: str, new: str
) -> None:
    """Compare the change of a schema with the types of clients generated in sequence."""
    types: list[dict[str, list[str]]] = []
    for name in (old, new):
        write(THINGS.replace("SCHEMA", SCHEMAS[name]), SETTINGS)
        Path(f"{name}.yaml").write_text(Path("openapi.yaml").read_text())
        run("generate", "--no-validate")
        manifest = json.loads(Path("generated/.oasmith.json").read_text())
        types.append(manifest["names"]["types"])
    arguments = ("--format", "json", "--fail-on", "never")
    report = json.loads(run("diff", f"{old}.yaml", f"{new}.yaml", *arguments).stdout)
    changes = {
        (item["id"], item["subject"]) for item in report["clients"][0]["changes"]
    }
    before, after = types
    assert before.keys() <= after.keys()
    assert not {"type-removed", "type-renamed"} & {rule for rule, _ in changes}
    added = {subject for rule, subject in changes if rule == "type-added"}
    assert added == {f"types.things.{name}" for name in after.keys() - before.keys()}
    aliases = {name for name in before if before[name][0] != after[name][0]}
    deprecated = {subject for rule, subject in changes if rule == "type-deprecated"}
    assert deprecated == {f"types.things.{name}" for name in aliases}
