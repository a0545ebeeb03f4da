"""`oasmith explain` says what a code means; reports say that it does."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import SMALL, Run
from tests.guards.test_house import rules


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
    assert said.endswith("oasmith explain unresolved-reference says more of that\n")
