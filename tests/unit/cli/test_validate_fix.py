"""`oasmith validate --fix`: repairs as an overlay."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest

from generator.repairs import RULES
from tests.unit.cli.conftest import SMALL, Run
from tests.unit.cli.published_documents import each_published
from tests.unit.diagnostics.cases import Case, all_cases

pytestmark = pytest.mark.slow

GUIDE = Path(__file__).parents[3] / "generator/docs/guide-overlays.md"

INVALID = """\
openapi: 3.0
info: {title: Shop, version: '1'}
servers: [{url: 'https://me:plainly-fake@shop.test/v1'}]
tags: [{name: items}, {name: orders}, {name: items, description: Items.}]
paths:
  /items/{id}:
    get:
      operationId: listItems
      tags: [items]
      parameters:
        - {name: limit, in: query}
        - {name: Authorization, in: header, schema: {type: string}}
        - {name: nope, in: path, schema: {type: string}}
        - {name: ids, in: query, style: matrix, schema: {type: string}}
        - {name: ids, in: query, schema: {type: string}}
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
    put: {$ref: '#/x-operations/put'}
x-operations:
  put:
    operationId: putItem
    parameters: [{name: id, in: path, schema: {type: string}}]
    responses: {'204': {}}
components:
  schemas:
    Item:
      type: object
      properties:
        kind: {type: string, enum: [a, b, a], required: true}
        other: {type: string, enum: []}
        list: {type: array}
        price: {type: money}
        odd: {type: string, nickname: 3, description: null, title: [x]}
        low: {type: integer, exclusiveMinimum: 3}
"""


def clients(
    run: Run, document: str | Path, overlays: list[str], folder: str
) -> dict[str, bytes]:
    """Return the files of the client that is generated with overlays."""
    Path("pyproject.toml").write_text(
        f"[tool.oasmith]\nspecs = ['{document}']\noverlays = {overlays}\n"
        f'output = "{folder}"\n'
    )
    run("generate")
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(Path(folder).rglob("*"))
        if file.is_file() and file.name != ".oasmith.json"
    }


def codes(run: Run) -> list[str]:
    """Return the codes of the diagnostics of the client of the settings."""
    items: list[dict[str, Any]] = json.loads(run("validate", "--format", "json").stdout)
    return [item["code"] for item in items]


def check_repairs(run: Run, document: str | Path) -> tuple[list[str], list[str]]:
    """Repair a document, and check that the client stays the same.

    Returns:
        The codes of the diagnostics without the overlay, and those with it.
    """
    before = clients(run, document, [], "before")
    reported = codes(run)
    listed = json.loads(
        run("validate", "--fix", "fixes.yaml", "--format", "json").stdout
    )
    if not Path("fixes.yaml").exists():
        return reported, reported
    assert clients(run, document, ["fixes.yaml"], "after") == before
    rest = codes(run)
    assert all(rest.count(code) <= reported.count(code) for code in rest)
    assert "overlay-without-effect" not in rest
    # Diagnostics that disappear with another are listed, too.
    assert {item["code"] for item in listed} >= set(rest)
    return reported, rest


@pytest.mark.parametrize(
    "case",
    [item for item in all_cases() if item.code in RULES],
    ids=lambda case: case.code,
)
def test_the_repair_of_each_diagnostic(case: Case, here: Path, run: Run) -> None:
    case.write(here)
    document = next(file for file in case.files if file.startswith("openapi"))
    reported, rest = check_repairs(run, document)
    assert case.code in reported and case.code not in rest
    assert f"{case.code}: " in (here / "fixes.yaml").read_text()


@each_published()
def test_published_documents(document: Path, here: Path, run: Run) -> None:
    (here / document.name).write_bytes(document.read_bytes())
    reported, rest = check_repairs(run, document.name)
    if (here / "fixes.yaml").exists():
        assert len(rest) < len(reported)


def test_a_document_with_many_mistakes(here: Path, run: Run) -> None:
    (here / "shop.yaml").write_text(INVALID)
    reported, rest = check_repairs(run, "shop.yaml")
    assert len(reported) > 20
    # The right value cannot be derived.
    assert set(rest) == {"unknown-type"}
    actions = (here / "fixes.yaml").read_text().split("\n- ")
    assert all(re.search(r"description: '?[a-z-]+: ", item) for item in actions[1:])
    assert "plainly-fake" not in "".join(actions)


def test_existing_files_are_kept(here: Path, run: Run) -> None:
    (here / "shop.yaml").write_text(INVALID)
    (here / "fixes.yaml").write_text("mine")
    result = run("validate", "shop.yaml", "--fix", "fixes.yaml", code=1)
    assert "fixes.yaml exists; choose another name, or replace it with --force" in (
        result.stderr
    )
    assert (here / "fixes.yaml").read_text() == "mine"
    run("validate", "shop.yaml", "--fix", "fixes.yaml", "--force")
    assert (here / "fixes.yaml").read_text().startswith("overlay: 1.1.0")
    refused = run("validate", "shop.yaml", "--fix", ".", code=1)
    assert "is a directory" in refused.stderr


def test_nothing_to_repair(here: Path, run: Run) -> None:
    result = run("validate", "small.yaml", "--fix", "fixes.yaml")
    assert "nothing can be repaired; fixes.yaml was not written" in result.stderr
    assert not (here / "fixes.yaml").exists()


def test_no_client_can_be_generated(here: Path, run: Run) -> None:
    (here / "broken.yaml").write_text("openapi: 4.0.0\npaths: {}\n")
    result = run("validate", "broken.yaml", "--fix", "fixes.yaml", code=1)
    assert "unknown-version" in result.stdout
    assert "no client can be generated; fixes.yaml was not written" in result.stderr


def test_files_that_documents_refer_to_have_their_own_overlays(
    here: Path, run: Run
) -> None:
    common = "Thing: {type: string, enum: [a, a]}\n"
    (here / "common.yaml").write_text(common)
    text = SMALL.replace("#/components/schemas/Thing", "common.yaml#/Thing")
    (here / "main.yaml").write_text(text.replace("{type: string}", "{enum: [b, b]}"))
    before = clients(run, "main.yaml", [], "before")
    run("validate", "--fix", "fixes/all.yaml")
    names = ["fixes/all.yaml", "fixes/all-common.yaml"]
    assert "extends: ../common.yaml" in (here / names[1]).read_text()
    assert clients(run, "main.yaml", names, "after") == before
    assert "duplicate-enum-value" not in codes(run)


def test_repairs_of_a_document_with_an_overlay(here: Path, run: Run) -> None:
    (here / "shop.yaml").write_text(INVALID)
    (here / "mine.yaml").write_text(
        "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n"
        "- {target: $.components.schemas.Item.properties.price.type, update: number}\n"
    )
    before = clients(run, "shop.yaml", ["mine.yaml"], "before")
    run("validate", "--fix", "fixes.yaml")
    after = clients(run, "shop.yaml", ["mine.yaml", "fixes.yaml"], "after")
    assert after == before
    assert codes(run) == []


def test_standard_input(here: Path, run: Run) -> None:
    result = run("validate", "--fix", "fixes.yaml", "-", code=1)
    assert "Traceback" not in result.stderr
    assert not (here / "fixes.yaml").exists()


def test_a_document_with_its_own_uri(here: Path, run: Run) -> None:
    text = SMALL.replace("3.1.0", "3.2.0\n$self: https://shop.test/api")
    (here / "own.yaml").write_text(text.replace("{type: string}", "{enum: [b, b]}"))
    before = clients(run, "own.yaml", [], "before")
    run("validate", "--fix", "fixes.yaml")
    assert clients(run, "own.yaml", ["fixes.yaml"], "after") == before


def test_several_clients(here: Path, run: Run) -> None:
    (here / "pyproject.toml").write_text(
        '[[tool.oasmith.clients]]\nspecs = ["small.yaml"]\noutput = "a"\n'
        '[[tool.oasmith.clients]]\nspecs = ["small.yaml"]\noutput = "b"\n'
    )
    assert "--select" in run("validate", "--fix", "fixes.yaml", code=2).stderr


def test_the_guide_lists_all_repairs(update: bool) -> None:
    start, end = (
        "writes this list from generator/repairs -->\n",
        "<!-- repairs: end -->",
    )
    text = GUIDE.read_text(encoding="utf-8")
    head, _, rest = text.partition(start)
    links = [f"[{code}](../diagnostics/rules.md#{code})" for code in sorted(RULES)]
    lines = textwrap.wrap(", ".join(links), 400, break_on_hyphens=False)
    expected = head + start + "\n".join([*lines, ""]) + end + rest.partition(end)[2]
    if update:
        GUIDE.write_text(expected, encoding="utf-8")
    assert GUIDE.read_text(encoding="utf-8") == expected, "run pytest --update"


HOSTILE = {
    "copies of a large target": "paths:\n"
    + "".join(f"  /p{i}:\n    get: {{$ref: '#/x-op'}}\n" for i in range(40))
    + f"x-op: {{responses: {{'204': {{description: {'d' * 20_000}}}}}}}\n",
    "references in a cycle": "paths:\n  /a:\n    get: {$ref: '#/paths/~1b/get'}\n"
    "  /b:\n    get: {$ref: '#/paths/~1a/get'}\n",
    "a key that no query selects": 'paths: {}\ncomponents:\n  schemas:\n    "a\\u0001":\n'
    "      {type: string, enum: []}\n",
    "keys with quotes": "paths: {}\ncomponents:\n  schemas:\n"
    '    "it\'s [0] $.x": {type: string, enum: []}\n',
    "text with YAML": "paths: {}\ncomponents:\n  schemas:\n    A:\n      enum: ['- x: |', 'a\n"
    "\n\n        # b', '- x: |']\n",
    "a shared node": "paths: {}\ncomponents:\n  schemas:\n    A: &a {type: string, enum: []}\n"
    "    B: *a\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_documents(text: str, here: Path, run: Run) -> None:
    document = f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{text}"
    (here / "hostile.yaml").write_text(document)
    check_repairs(run, "hostile.yaml")
    overlay = here / "fixes.yaml"
    size = overlay.stat().st_size if overlay.exists() else 0
    assert size < 10 * (len(document) + 20_000)
