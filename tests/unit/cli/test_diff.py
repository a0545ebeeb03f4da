"""The command `diff`: its sides, formats and exit codes."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from generator.comparison import RULES
from tests.guards.rules import defined_rules
from tests.guards.sources import PACKAGE
from tests.unit.cli.conftest import ROOT, SMALL, Run

CHANGED = SMALL.replace("name: {type: string}", "name: {type: integer}")
EXTENDED = SMALL.replace(
    "name: {type: string}", "name: {type: string}\n        size: {type: integer}"
)
SCHEMA = PACKAGE / "docs/diff.schema.json"


def git(here: Path, *arguments: str) -> None:
    """Run git with an author, and without the settings of the user."""
    names = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
    command = ["git", "-c", "commit.gpgsign=false", *names, *arguments]
    subprocess.run(command, cwd=here, check=True, capture_output=True)


@pytest.fixture
def repository(here: Path) -> Path:
    """A repository with the revision `old`, and a changed document in a later one."""
    settings = '[tool.oasmith]\nspecs = ["api/openapi.yaml"]\npackage = "small"\n'
    (here / "pyproject.toml").write_text(settings)
    (here / "api").mkdir()
    (here / "api/openapi.yaml").write_text(SMALL)
    git(here, "init", "--initial-branch=main")
    git(here, "add", "pyproject.toml", "api")
    git(here, "commit", "-m", "Add the document")
    git(here, "tag", "old")
    (here / "api/openapi.yaml").write_text(CHANGED)
    git(here, "commit", "-am", "Change the type of the name")
    return here


def test_breaking_change_is_reported_with_both_places(run: Run, here: Path) -> None:
    (here / "new.yaml").write_text(CHANGED)
    result = run("diff", "small.yaml", "new.yaml", code=1)
    assert "the attribute `name` of `types.things.Thing` has the type" in result.stdout
    assert "small.yaml:18:9 -> new.yaml:18:9" in result.stdout
    assert result.stdout.endswith(
        "next version: 2.0.0 (breaking changes since 1)\n"
    ), result.stdout
    assert [path.name for path in here.iterdir() if path.is_dir()] == []


def test_equal_documents_have_no_changes(run: Run) -> None:
    result = run("diff", "small.yaml", "small.yaml")
    assert result.stdout == "next version: 1 (nothing changes for callers since 1)\n"


def test_reordered_document_has_no_changes(run: Run, here: Path) -> None:
    head, _, schemas = SMALL.partition("components:")
    start, _, paths = head.partition("paths:")
    (here / "new.yaml").write_text(f"{start}components:{schemas}paths:{paths}")
    assert "nothing changes" in run("diff", "small.yaml", "new.yaml").stdout


@pytest.mark.parametrize(
    ("document", "fail_on", "code"),
    [
        (CHANGED, "breaking", 1),
        (CHANGED, "warning", 1),
        (CHANGED, "never", 0),
        (EXTENDED, "breaking", 0),
        (EXTENDED, "warning", 0),
    ],
)
def test_fail_on_selects_the_exit_code(
    run: Run, here: Path, document: str, fail_on: str, code: int
) -> None:
    (here / "new.yaml").write_text(document)
    run("diff", "small.yaml", "new.yaml", "--fail-on", fail_on, code=code)


def test_json_matches_its_schema(run: Run, here: Path) -> None:
    (here / "new.yaml").write_text(CHANGED)
    result = run("diff", "small.yaml", "new.yaml", "--format", "json", code=1)
    content = json.loads(result.stdout)
    jsonschema_rs.validator_for(json.loads(SCHEMA.read_text())).validate(content)
    (client,) = content["clients"]
    (change,) = client["changes"]
    assert change["id"] == "field-type-changed"
    assert change["new"] == {
        "file": "new.yaml",
        "line": 18,
        "column": 9,
        "pointer": "/components/schemas/Thing/properties/name",
    }
    assert len(change["witness"]) == 2


def test_json_of_equal_documents_matches_its_schema(run: Run) -> None:
    result = run("diff", "small.yaml", "small.yaml", "--format", "json")
    content = json.loads(result.stdout)
    jsonschema_rs.validator_for(json.loads(SCHEMA.read_text())).validate(content)
    (client,) = content["clients"]
    assert client["changes"] == [] and client["version"]["bump"] == "none"


def test_github_annotates_the_new_document(run: Run, here: Path) -> None:
    (here / "new.yaml").write_text(CHANGED)
    result = run("diff", "small.yaml", "new.yaml", "--format", "github", code=1)
    assert result.stdout.startswith(
        "::error file=new.yaml,line=18,col=9,title=field-type-changed::the attribute"
    )


def test_range_of_revisions(run: Run, repository: Path) -> None:
    result = run("diff", "old..main", code=1)
    assert "old:api/openapi.yaml:18:9 -> main:api/openapi.yaml:18:9" in result.stdout


def test_revision_and_working_tree(run: Run, repository: Path) -> None:
    assert "nothing changes" in run("diff", "main..").stdout
    (repository / "api/openapi.yaml").write_text(SMALL)
    result = run("diff", "main..", code=1)
    assert "main:api/openapi.yaml:18:9 -> api/openapi.yaml:18:9" in result.stdout


def test_revision_and_path(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("diff", "old:api/openapi.yaml", "api/openapi.yaml", code=1)
    run("diff", "old:api/openapi.yaml", "main:api/openapi.yaml", code=1)
    monkeypatch.chdir(repository / "api")
    run("diff", "old:./openapi.yaml", "openapi.yaml", code=1)


def test_files_that_a_document_refers_to_are_those_of_the_revision(
    run: Run, repository: Path
) -> None:
    head, _, _ = SMALL.partition("components:")
    document = head.replace("#/components/schemas/Thing", "thing.yaml")
    (repository / "api/openapi.yaml").write_text(document)
    (repository / "api/thing.yaml").write_text(
        "type: object\nproperties:\n  name: {type: string}\n"
    )
    git(repository, "add", "api")
    git(repository, "commit", "-m", "Divide the document")
    (repository / "api/thing.yaml").write_text(
        "type: object\nproperties:\n  name: {type: integer}\n"
    )
    result = run("diff", "main..", code=1)
    assert "main:api/thing.yaml:3:3 -> api/thing.yaml:3:3" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("missing.yaml", "small.yaml"), "missing.yaml does not exist"),
        (("small.yaml",), "add another: oasmith diff OLD NEW"),
        (("small",), "not a range of revisions"),
        (("unknown..main",), "the revision 'unknown' does not exist"),
        (("--", "-x..main"), "the revision '-x' does not exist"),
        (("old:missing.yaml", "api/openapi.yaml"), "does not exist in old"),
    ],
)
def test_wrong_arguments(
    run: Run, repository: Path, arguments: tuple[str, ...], message: str
) -> None:
    assert message in run("diff", *arguments, code=2).stderr


def test_revision_without_a_repository(run: Run, here: Path) -> None:
    assert "git" in run("diff", "old:small.yaml", "small.yaml", code=2).stderr
    (here / "pyproject.toml").write_text('[tool.oasmith]\nspecs = ["small.yaml"]\n')
    assert "git" in run("diff", "main..HEAD", code=2).stderr


def test_invalid_document_is_reported(run: Run, here: Path) -> None:
    (here / "new.yaml").write_text("openapi: [")
    assert "were not compared" in run("diff", "small.yaml", "new.yaml", code=1).stderr


def test_sarif_has_the_place_and_the_fingerprint(run: Run, here: Path) -> None:
    (here / "new.yaml").write_text(CHANGED)
    result = run("diff", "small.yaml", "new.yaml", "--format", "sarif", code=1)
    (log,) = json.loads(result.stdout)["runs"]
    (change,) = log["results"]
    assert change["ruleId"] == log["tool"]["driver"]["rules"][0]["id"]
    (location,) = change["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "new.yaml"},
        "region": {"startLine": 18, "startColumn": 9},
    }
    assert change["level"] == "error" and change["partialFingerprints"]


def test_junit_is_xml_with_a_failure_for_breaking_changes(run: Run, here: Path) -> None:
    (here / "new.yaml").write_text(CHANGED.replace("name:", "'a<&\"b':"))
    (here / "old.yaml").write_text(SMALL.replace("name:", "'a<&\"b':"))
    result = run("diff", "old.yaml", "new.yaml", "--format", "junit", code=1)
    (suite,) = ET.fromstring(result.stdout.encode())
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    ((failure,),) = suite
    assert failure.get("type") == "field-type-changed"


def test_changelog_is_a_section_of_the_due_version(run: Run, here: Path) -> None:
    (here / "new.yaml").write_text(EXTENDED)
    result = run("diff", "small.yaml", "new.yaml", "--format", "changelog")
    assert result.stdout == (
        "## [1.1.0]\n\n### Added\n\n"
        "- `types.things.Thing` has the new attribute `size: int | None`.\n"
    )


def test_html_is_one_file_without_scripts_of_the_document(run: Run, here: Path) -> None:
    hostile = "'</style><script>alert(1)</script><img src=x onerror=a> &':"
    for name, text in (("old", SMALL), ("new", CHANGED)):
        (here / f"{name}.yaml").write_text(text.replace("name:", hostile))
    page = run("diff", "old.yaml", "new.yaml", "--format", "html", code=1).stdout
    assert "<script" not in page and "<img" not in page
    assert page.count("<style>") == page.count("</style>") == 1
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}" in page
    assert re.findall(r'(?:src|href)="([^"]*)"', page) == ["#breaking"]
    assert "new.yaml:18:9" in page and "next version: 2.0.0" in page.lower()
    for start in ("section", "h2", "h3", "ul", "li", "span", "code", "pre", "nav"):
        assert page.count(f"<{start}") == page.count(f"</{start}>") > 0, start


def test_directories_and_json_documents(run: Run, here: Path) -> None:
    for name, text in (("old", SMALL), ("new", CHANGED)):
        (here / name).mkdir()
        content = json.dumps(yaml.safe_load(text), indent=1)
        (here / name / "openapi.json").write_text(content)
    stdout = run("diff", "old", "new", code=1).stdout
    assert "old/openapi.json:31:6 -> new/openapi.json:31:6" in stdout


def test_values_of_arguments_are_not_values_of_responses(run: Run, here: Path) -> None:
    # Many values have an alias.
    names = ", ".join(f"the-value-{number}" for number in range(30))
    values = f"{{type: array, items: {{type: string, enum: [{names}]}}}}"
    parameter = f"{{name: fields, in: query, schema: {values}}}"
    old = SMALL.replace("get:\n", f"get:\n      parameters: [{parameter}]\n")
    (here / "old.yaml").write_text(old)
    (here / "new.yaml").write_text(old.replace("the-value-0", "another"))
    flags = ("--format", "json", "--fail-on", "never")
    report = json.loads(run("diff", "old.yaml", "new.yaml", *flags).stdout)
    ids = [item["id"] for item in report["clients"][0]["changes"]]
    assert ids == ["member-removed", "member-accepted"]


def test_rules_are_explained(run: Run) -> None:
    stdout = run("explain", "argument-removed").stdout
    assert stdout.startswith("Breaking. A method does not have the argument any more.")


def test_rules_and_diagnostics_have_different_names() -> None:
    """Both are explained by the same command."""
    codes = {item.rule.code for item in defined_rules()}
    assert codes & set(RULES) == set()


TWO = """\
openapi: 3.1.0
info: {title: Two, version: '1'}
paths:
  /cats: {get: {operationId: listCats, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}}}}
  /dogs: {get: {operationId: listDogs, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Dog'}}}}}}}
components:
  schemas:
    Cat: {type: object, properties: {name: {type: string}}}
    Dog: {type: object, properties: {name: {type: string}}}
"""


def used_changes(run: Run, here: Path, new: str, source: str) -> list[dict[str, Any]]:
    """Return the changes that concern a source file."""
    (here / "old.yaml").write_text(TWO)
    (here / "new.yaml").write_text(new)
    (here / "app.py").write_text(source)
    flags = ("--used", "app.py", "--format", "json", "--fail-on", "never")
    report = json.loads(run("diff", "old.yaml", "new.yaml", *flags).stdout)
    jsonschema_rs.validate(json.loads(SCHEMA.read_text()), report)
    changes: list[dict[str, Any]] = report["clients"][0]["changes"]
    return changes


def test_changes_of_used_calls_have_their_lines(run: Run, here: Path) -> None:
    new = TWO.replace("/cats", "/kittens").replace("/dogs", "/puppies")
    settings = '[tool.oasmith]\nspecs = ["new.yaml"]\nkeep_names = false\n'
    (here / "pyproject.toml").write_text(settings)
    (change,) = used_changes(run, here, new, "\ndef f(c):\n    c.cats.list()\n")[:1]
    assert change["subject"] == "client.cats.list"
    assert change["uses"] == [{"file": "app.py", "line": 3}]
    text = run("diff", "old.yaml", "new.yaml", "--used", "app.py", code=1).stdout
    assert "used in app.py:3\n" in text and "dogs" not in text


def test_names_that_generate_keeps_do_not_change(run: Run, here: Path) -> None:
    new = TWO.replace("/cats", "/kittens")
    changes = used_changes(run, here, new, "\ndef f(c):\n    c.cats.list()\n")
    assert [item["id"] for item in changes] == ["call-request-changed"]


def test_changes_of_types_of_used_calls_are_reported(run: Run, here: Path) -> None:
    new = TWO.replace("name: {type: string}", "name: {type: integer}")
    changes = used_changes(run, here, new, "def f(c):\n    c.cats.list()\n")
    assert [change["subject"] for change in changes] == ["types.cats.Cat"]
    assert changes[0]["uses"] == [{"file": "app.py", "line": 2}]
    changes = used_changes(run, here, new, "from two_client.types import Dog\n")
    assert [change["subject"] for change in changes] == ["types.dogs.Dog"]
    assert changes[0]["uses"] == [{"file": "app.py", "line": 1}]


def test_code_without_calls_is_not_concerned(run: Run, here: Path) -> None:
    new = TWO.replace("/cats", "/kittens")
    assert used_changes(run, here, new, "print(1)\n") == []


def drive(repository: Path, *arguments: str) -> str:
    """Return what `git diff` prints with the driver of the guide."""
    guide = (PACKAGE / "docs/guide-ci.md").read_text(encoding="utf-8")
    (driver,) = re.findall(
        r"^\$ git config diff.oasmith.command '(.*)'$", guide, re.MULTILINE
    )
    command = driver.replace("oasmith diff", f"{sys.executable} -m generator diff")
    (repository / ".gitattributes").write_text("*.yaml diff=oasmith\n")
    result = subprocess.run(
        ["git", "-c", f"diff.oasmith.command={command}", "diff", *arguments],
        cwd=repository,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_driver_of_git(repository: Path) -> None:
    stdout = drive(repository, "old", "--", "api")
    assert "`types.things.Thing` has the type" in stdout
    assert "next version: 2.0.0" in stdout


def test_driver_of_git_with_new_and_deleted_documents(repository: Path) -> None:
    (repository / "api/openapi.yaml").unlink()
    (repository / "api/other.yaml").write_text(SMALL)
    git(repository, "add", "--intent-to-add", "api/other.yaml")
    deleted = drive(repository, "--", "api/openapi.yaml")
    assert "Breaking (2)" in deleted
    assert "`client.things.list` does not exist any more" in deleted
    assert "`types.things.Thing` does not exist any more" in deleted
    added = drive(repository, "--", "api/other.yaml")
    assert "Compatible (2)" in added and "`client.things.list` is new" in added


def test_two_absent_documents(run: Run) -> None:
    stderr = run("diff", "/dev/null", "/dev/null", code=2).stderr
    assert "both documents are /dev/null" in stderr
