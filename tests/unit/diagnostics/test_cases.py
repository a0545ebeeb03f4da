"""Each kind of finding has a document that has it, with exactly that report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.diagnostics.cases import (
    FOLDER,
    Case,
    all_cases,
    findings,
    report_of,
    write_report,
)
from tests.unit.diagnostics.page import page
from tests.guards.pages import broken, links
from tests.guards.sources import PACKAGE
from tests.guards.test_code_size import rules

PAGE = PACKAGE / "diagnostics/rules.md"


def test_every_code_has_an_example() -> None:
    """Write `cases/CODE.txt` without a report, and run `pytest --update`."""
    codes = {rule.code for rule in rules().values()}
    assert {path.stem for path in FOLDER.glob("*.txt")} == codes


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.code)
def test_the_example_has_the_finding(case: Case, tmp_path: Path, update: bool) -> None:
    found = findings(case, tmp_path)
    assert case.code in {item.rule.code for item in found}
    if update:
        write_report(case, report_of(found))
    else:
        assert report_of(found) == case.report


def test_the_page_is_current(update: bool) -> None:
    expected = page(rules().values(), all_cases())
    if update:
        PAGE.write_text(expected, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == expected, "pytest --update writes it"


def test_links_of_the_page_lead_somewhere() -> None:
    assert broken(PAGE.parent) == []
    assert len(links(PAGE)) == len(all_cases())
