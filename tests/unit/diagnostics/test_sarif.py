"""SARIF of every diagnostic, against what the standard requires."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # no stubs

from generator.diagnostics.sarif import as_sarif
from tests.unit.diagnostics.cases import Case, all_cases, diagnose
from tests.unit.diagnostics.sarif_schema import LOG


def problems(log: Any) -> list[str]:
    """Return what the standard forbids in a log."""
    items = [error.message for error in Draft202012Validator(LOG).iter_errors(log)]
    for run in log["runs"]:
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        items += [
            f"{result['ruleId']} has another index"
            for result in run["results"]
            if rules[result["ruleIndex"]] != result["ruleId"]
        ]
    return items


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.code)
def test_each_diagnostic_conforms(case: Case, tmp_path: Path) -> None:
    log = as_sarif(diagnose(case, tmp_path))
    assert problems(log) == []
    assert case.code in [
        rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]
    ]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b/c:d.yaml", "a%20b/c%3Ad.yaml"),
        ("../é.yaml", "../%C3%A9.yaml"),
        ("/api/a b.yaml", "file:///api/a%20b.yaml"),
    ],
)
def test_names_of_files_are_uri_references(tmp_path: Path, name: str, uri: str) -> None:
    case = next(case for case in all_cases() if case.code == "double-tag")
    log = as_sarif(diagnose(case, tmp_path), lambda file: name)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": uri}
    assert problems(log) == []


def test_problems_are_recognized() -> None:
    log = as_sarif(())
    assert problems(log) == []
    assert problems({**log, "version": "2.0.0"}) != []
    assert problems({**log, "more": 1}) != []
