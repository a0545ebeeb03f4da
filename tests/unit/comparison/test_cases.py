"""Each rule has a case with exactly this report."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.comparison import RULES
from tests.guards.sources import PACKAGE
from tests.unit.comparison.cases import Case, all_cases, render
from tests.unit.comparison.page import format_page

PAGE = PACKAGE / "docs/diff-rules.md"


def test_every_rule_has_a_case() -> None:
    """To add one, write `cases/RULE.txt` without a report and run `pytest --update`."""
    assert {case.rule for case in all_cases()} == set(RULES)


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.rule)
def test_case_has_the_expected_report(case: Case, tmp_path: Path, update: bool) -> None:
    changes = case.changes(tmp_path)
    assert case.rule in {change.rule.id for change in changes}
    if update:
        case.write_report(render(changes))
    else:
        assert render(changes) == case.report


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.rule)
def test_documents_do_not_differ_from_themselves(case: Case, tmp_path: Path) -> None:
    for document in (case.old, case.new):
        same = Case(case.rule, "", document, document, "")
        assert same.changes(tmp_path) == ()


def test_method_called_list_does_not_change_types(tmp_path: Path) -> None:
    """The class of such a method has to print `builtins.list` for its other methods."""
    case = next(item for item in all_cases() if item.rule == "response-type-lost")
    document = yaml.safe_load(case.old)
    document["paths"]["/files/all"] = {"get": document["paths"]["/files"].pop("get")}
    document["paths"]["/files/all"]["get"]["operationId"] = "searchFiles"
    before = yaml.safe_dump(document)
    document["paths"]["/files"]["get"] = {"responses": {"204": {"description": "d"}}}
    after = Case("call-added", "", before, yaml.safe_dump(document), "")
    assert [change.rule.id for change in after.changes(tmp_path)] == ["call-added"]


def test_page_is_current(update: bool) -> None:
    expected = format_page()
    if update:
        PAGE.write_text(expected, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == expected, "run pytest --update"
