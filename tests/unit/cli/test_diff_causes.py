"""`diff` reads revisions with their settings, and states what causes a change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from tests.unit.cli.conftest import Run, here, run
from tests.unit.cli.test_diff import SCHEMA, git

__all__ = ["here", "run"]

SETTINGS = """\
[tool.oasmith]
specs = ["openapi.yaml"]
package = "shop"
version = "1.4.2"
docs = false
"""
DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    get: {operationId: listOrders, responses: {'204': {description: Done}}}
    post:
      operationId: createOrder
      parameters: [{name: note, in: query, schema: {type: string}}]
      responses:
        '200':
          description: Done
          content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
components:
  schemas:
    Order: {type: object, properties: {id: {type: string}, size: {type: integer}}}
"""
WITHOUT_LIST = DOCUMENT.replace(
    "    get: {operationId: listOrders, responses: {'204': {description: Done}}}\n", ""
)
MANIFEST = Path("generated/.oasmith.json")


def commit(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).write_text(text)
    git(Path.cwd(), "add", "--all", ".")
    git(Path.cwd(), "commit", "-m", "Change", "--allow-empty")


@pytest.fixture
def repository(here: Path) -> Path:
    git(here, "init", "--initial-branch=main")
    (here / "small.yaml").unlink()
    commit({"openapi.yaml": DOCUMENT, "pyproject.toml": SETTINGS})
    git(here, "tag", "old")
    return here


def changes(run: Run, *sides: str, code: int = 0) -> dict[str, Any]:
    stdout = run("diff", *sides, "--format", "json", code=code).stdout
    content: dict[str, Any] = json.loads(stdout)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema_rs.validator_for(schema).validate(content)
    (client,) = content["clients"]
    result: dict[str, Any] = client
    return result


def causes(content: dict[str, Any]) -> set[tuple[str, str, str]]:
    return {(item["id"], item["subject"], item["cause"]) for item in content["changes"]}


@pytest.mark.parametrize(
    "sides", [("old..HEAD",), ("old..",), ("old:openapi.yaml", "api.yaml")]
)
def test_renamed_document_is_no_change(
    run: Run, repository: Path, sides: tuple[str, ...]
) -> None:
    (repository / "openapi.yaml").unlink()
    commit({"api.yaml": DOCUMENT, "pyproject.toml": SETTINGS.replace("openapi", "api")})
    assert changes(run, *sides)["changes"] == []


@pytest.mark.parametrize(
    ("settings", "bump", "expected"),
    [
        ('only = ["POST /orders"]', "major", {("call-removed", "client.orders.list")}),
        (
            'names."listOrders" = "orders.fetch"',
            "minor",
            {
                ("call-deprecated", "client.orders.list"),
                ("call-added", "client.orders.fetch"),
            },
        ),
    ],
)
@pytest.mark.parametrize(
    "sides", [("old..",), ("old..HEAD",), ("old:openapi.yaml", "openapi.yaml")]
)
def test_changes_by_settings_are_marked(
    run: Run,
    repository: Path,
    settings: str,
    bump: str,
    expected: set[tuple[str, str]],
    sides: tuple[str, ...],
) -> None:
    document = DOCUMENT.replace("size: {type: integer}", "weight: {type: integer}")
    commit({"openapi.yaml": document, "pyproject.toml": f"{SETTINGS}{settings}\n"})
    content = changes(run, *sides, code=1)
    reported = causes(content)
    assert {
        (rule, subject) for rule, subject, cause in reported if cause == "settings"
    } == expected
    assert ("field-removed", "types.orders.Order", "documents") in reported
    assert content["version"]["parts"] == {
        "documents": "major",
        "settings": bump,
        "generator": "none",
    }
    text = run("diff", *sides, code=1).stdout
    assert "(by the settings)" in text
    assert text.endswith(f"since 1.4.2; documents: major, settings: {bump})\n")


def test_change_of_the_working_tree_is_not_that_of_a_revision(
    run: Run, repository: Path
) -> None:
    commit({"openapi.yaml": WITHOUT_LIST})
    Path("pyproject.toml").write_text(f'{SETTINGS}only = ["DELETE /nothing"]\n')
    content = changes(run, "old..HEAD", code=1)
    assert causes(content) == {("call-removed", "client.orders.list", "documents")}


def test_settings_that_do_not_fit_the_old_documents_are_noted(
    run: Run, repository: Path
) -> None:
    commit(
        {
            "openapi.yaml": DOCUMENT.replace("listOrders", "fetchOrders"),
            "pyproject.toml": f'{SETTINGS}names."fetchOrders" = "orders.fetch"\n',
        }
    )
    result = run("diff", "old..")
    assert "which the settings cause are not marked" in result.stderr


def test_settings_of_a_revision_that_are_not_valid_are_noted(
    run: Run, repository: Path
) -> None:
    commit({"pyproject.toml": f"{SETTINGS}unknown = 1\n"})
    commit({"openapi.yaml": WITHOUT_LIST, "pyproject.toml": SETTINGS})
    result = run("diff", "HEAD~..", code=1)
    assert "the settings of HEAD~ are replaced by the current ones" in result.stderr
    assert "unknown" in result.stderr


def test_another_package_in_the_settings_is_a_change(
    run: Run, repository: Path
) -> None:
    commit({"pyproject.toml": SETTINGS.replace("shop", "store")})
    content = changes(run, "old..", code=1)
    assert causes(content) == {("package-renamed", "shop", "settings")}


def record(change: Any) -> None:
    """Change the names that the committed manifest records."""
    content = json.loads(MANIFEST.read_text())
    change(content["names"])
    MANIFEST.write_text(json.dumps(content))
    commit({})


def lose(names: dict[str, Any]) -> None:
    names["calls"]["orders.cancel"] = ["POST", "/cancel", "cancel", "1"]
    names["arguments"]["orders.create"] = "query: note other"
    names["fields"]["Order"] = "id length=size gone"
    names["types"]["Receipt"] = ["response", "orders", "openapi.yaml#/x", "1"]


def test_changes_by_the_generator_are_marked(run: Run, repository: Path) -> None:
    run("generate", "--no-validate")
    commit({})
    assert changes(run, "HEAD..")["changes"] == []
    record(lose)
    content = changes(run, "HEAD..", code=1)
    by_generator = {item for item in causes(content) if item[2] == "generator"}
    assert {item[:2] for item in by_generator} == {
        ("call-removed", "client.orders.cancel"),
        ("argument-removed", "client.orders.create"),
        ("field-removed", "types.orders.Order"),
        ("type-removed", "types.orders.Receipt"),
    }
    assert content["version"]["parts"]["generator"] == "major"
    Path("openapi.yaml").write_text(WITHOUT_LIST)
    text = run("diff", "HEAD..", code=1).stdout
    assert "`client.orders.cancel` does not exist any more (by the generator)" in text
    assert "`client.orders.list` does not exist any more\n" in text
    assert "documents: major, generator: major)" in text


def test_output_of_other_documents_has_no_changes_by_the_generator(
    run: Run, repository: Path
) -> None:
    run("generate", "--no-validate")
    record(lose)
    commit({"openapi.yaml": DOCUMENT.replace("title: Shop", "title: Store")})
    content = changes(run, "HEAD..")
    assert {cause for _, _, cause in causes(content)} <= {"documents"}


def test_bump_counts_the_changes_by_the_generator(run: Run, repository: Path) -> None:
    run("generate", "--no-validate")
    record(lose)
    stdout = run(
        "generate", "--no-validate", "--bump", "--changelog", "CHANGES.md"
    ).stdout
    assert "version: 1.4.2 to 2.0.0" in stdout
    text = Path("CHANGES.md").read_text()
    assert "`client.orders.cancel` does not exist any more (by the generator)." in text
