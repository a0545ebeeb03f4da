"""`oasmith explain` says what a code means; reports say that it does."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.guards.test_code_size import rules
from tests.unit.cli.conftest import SMALL, Run


def test_a_code_is_explained(run: Run) -> None:
    said = run("explain", "unresolved-reference").stdout
    assert said.startswith(
        "## unresolved-reference\n\n*Warning.* A `$ref` leads nowhere."
    )
    assert "warning[unresolved-reference] openapi.yaml:" in said
    assert said.count("## ") == 1 and said.endswith("```\n")


def test_all_codes_are_listed(run: Run) -> None:
    lines = run("explain").stdout.splitlines()
    listed = {tuple(line.split()[:2]) for line in lines}
    assert listed == {(r.code, r.severity.name.lower()) for r in rules().values()}


def test_an_unknown_code_is_wrong_usage(run: Run) -> None:
    said = run("explain", "unresolved-referense", code=2).stderr
    assert "did you mean 'unresolved-reference'?" in said


def test_reports_lead_to_it(run: Run, here: Path) -> None:
    broken = SMALL.replace("#/components/schemas/Thing", "#/components/schemas/Nothing")
    (here / "small.yaml").write_text(broken)
    said = run("validate", "small.yaml").stderr
    assert said.endswith("run `oasmith explain unresolved-reference` for details\n")


def test_files_are_named_from_where_the_reader_is(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = SMALL.replace("#/components/schemas/Thing", "#/components/schemas/Nothing")
    (here / "small.yaml").write_text(broken)
    (here / "pyproject.toml").write_text('[tool.oasmith]\nspecs = ["small.yaml"]\n')
    (here / "below/deeper").mkdir(parents=True)
    monkeypatch.chdir(here / "below/deeper")
    expected = os.path.join("..", "..", "small.yaml")
    assert f"warning[unresolved-reference] {expected}:12:" in run("validate").stderr
    found = json.loads(run("validate", "--format", "json").stdout)
    assert [item["file"] for item in found] == [expected]
