"""`oasmith explain` explains a code, and reports refer to it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.guards.rules import defined_rules
from tests.unit.cli.conftest import SMALL, Run


def test_code_is_explained(run: Run) -> None:
    message = run("explain", "unresolved-reference").stdout
    assert message.startswith(
        "## unresolved-reference\n\n*Warning.* The target of a `$ref` "
    )
    assert "warning[unresolved-reference] openapi.yaml:" in message
    assert message.count("## ") == 1 and message.endswith("```\n")


def test_all_codes_are_listed(run: Run) -> None:
    lines = run("explain").stdout.splitlines()
    listed = {tuple(line.split()[:2]) for line in lines}
    assert listed == {
        (item.rule.code, item.rule.severity.name.lower()) for item in defined_rules()
    }


def test_unknown_code_is_wrong_usage(run: Run) -> None:
    message = run("explain", "unresolved-referense", code=2).stderr
    assert "did you mean 'unresolved-reference'?" in message


def test_reports_refer_to_explain(run: Run, here: Path) -> None:
    broken = SMALL.replace("#/components/schemas/Thing", "#/components/schemas/Nothing")
    (here / "small.yaml").write_text(broken)
    message = run("validate", "small.yaml").stderr
    assert message.endswith("run `oasmith explain unresolved-reference` for details\n")


def test_paths_are_relative_to_the_current_directory(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = SMALL.replace("#/components/schemas/Thing", "#/components/schemas/Nothing")
    (here / "small.yaml").write_text(broken)
    (here / "pyproject.toml").write_text('[tool.oasmith]\nspecs = ["small.yaml"]\n')
    (here / "below/deeper").mkdir(parents=True)
    monkeypatch.chdir(here / "below/deeper")
    expected = os.path.join("..", "..", "small.yaml")
    assert f"warning[unresolved-reference] {expected}:12:" in run("validate").stdout
    items = json.loads(run("validate", "--format", "json").stdout)
    assert [item["file"] for item in items] == [expected]
