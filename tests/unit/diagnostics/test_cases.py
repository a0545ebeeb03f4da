"""Each rule has an example with exactly this report, and the page of rules is current."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics.render import render
from tests.guards.pages import broken_links, links
from tests.guards.rules import defined_rules
from tests.guards.sources import PACKAGE
from tests.unit.diagnostics.cases import (
    FOLDER,
    Case,
    all_cases,
    diagnose,
    write_report,
)
from tests.unit.diagnostics.page import format_page

PAGE = PACKAGE / "diagnostics/rules.md"


def test_every_rule_has_an_example() -> None:
    """To add one, write `cases/CODE.txt` without a report and run `pytest --update`."""
    codes = {item.rule.code for item in defined_rules()}
    assert {path.stem for path in FOLDER.glob("*.txt")} == codes


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.code)
def test_example_has_the_expected_report(
    case: Case, tmp_path: Path, update: bool
) -> None:
    diagnostics = diagnose(case, tmp_path)
    assert case.code in {item.rule.code for item in diagnostics}
    assert [item.rule.code for item in diagnostics if not item.hint] == []
    if update:
        write_report(case, render(diagnostics))
    else:
        assert render(diagnostics) == case.report


def test_page_is_current(update: bool) -> None:
    expected = format_page(defined_rules(), all_cases())
    if update:
        PAGE.write_text(expected, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == expected, "run pytest --update"


def test_links_of_the_page_resolve() -> None:
    assert broken_links(PAGE.parent) == []
    assert len(links(PAGE)) == len(all_cases())
