"""Each keyword of the standards has the result of its row, which the page lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.conformance.cases import Case, InvalidCaseError, all_cases, read_cases
from tests.conformance.observation import Called, Output, call, observe
from tests.conformance.page import PAGE, format_page
from tests.conformance.standards import declared_keywords
from tests.guards.pages import broken_links

pytestmark = pytest.mark.slow


def _runs() -> list[ParameterSet]:
    """Return all cases in each version; only the newest is part of the fast tests."""
    return [
        pytest.param(
            case,
            version,
            id=f"{case.id}-{version}",
            marks=() if version == case.versions[-1] else pytest.mark.slow,
        )
        for case in all_cases()
        for version in case.versions
    ]


@pytest.mark.parametrize(("case", "version"), _runs())
def test_keyword(case: Case, version: str, tmp_path: Path) -> None:
    documents = [case.document(version, has_keyword=has) for has in (True, False)]
    folders = [tmp_path / "with", tmp_path / "without"]
    output, other = map(observe, documents, folders)
    _compare_output(case, output, other)
    if "call" in case.members and (
        "sends" in case.members or "returns" in case.members
    ):
        code, response = case.members["call"], case.members.get("response", {})
        one, two = (
            call(each, folder / "client", code, response)
            for each, folder in zip((output, other), folders, strict=True)
        )
        _compare_calls(case, one, two)


def _compare_output(case: Case, output: Output, other: Output) -> None:
    for part in ("package", "docs"):
        for text in case.texts(part):
            assert output.contains(part, text), f"the {part} does not contain: {text}"
            assert not other.contains(part, text), f"without the keyword, too: {text}"
    codes = case.texts("code")
    assert set(codes) <= set(output.codes)
    if "ignored" in case.members:
        assert output.package == other.package
        assert output.docs == other.docs
    elif codes:
        assert not set(codes) & set(other.codes)
    if not codes:
        assert set(output.codes) <= set(other.codes), "the case lacks the diagnostic"


def _compare_calls(case: Case, one: Called, two: Called) -> None:
    for line in case.texts("sends"):
        assert line in one.lines
        assert line not in two.lines
    for result in case.texts("returns"):
        assert one.result == result
        assert two.result != result


@pytest.mark.parametrize("version", ["2.0", "3.0", "3.1", "3.2"])
def test_every_keyword_of_the_standard_has_a_case(version: str) -> None:
    cases = {
        (case.object, case.keyword) for case in all_cases() if version in case.versions
    }
    assert declared_keywords(version) - cases == set()


def test_cases_are_distinct() -> None:
    rows = [
        (case.object, case.keyword, version)
        for case in all_cases()
        for version in case.versions
    ]
    assert sorted(set(rows)) == sorted(rows)


def test_page_is_current(update: bool) -> None:
    expected = format_page(all_cases())
    if update:
        PAGE.write_text(expected, encoding="utf-8")
    assert (
        PAGE.read_text(encoding="utf-8") == expected
    ), "run pytest tests/conformance/test_keywords.py --update"


def test_page_has_no_empty_cell() -> None:
    rows = [line for line in format_page(all_cases()).splitlines() if line[:1] == "|"]
    assert len(rows) > len(all_cases())
    assert [row for row in rows if any(not cell.strip() for cell in _cells(row))] == []


def _cells(row: str) -> list[str]:
    return row.replace("\\|", "").split("|")[1:-1]


def test_links_of_the_page_resolve() -> None:
    assert broken_links(PAGE.parent, [PAGE]) == []


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("{value: 1}", "expects nothing"),
        ("{value: 1, ignored: Why., docs: a}", "or more than to be ignored"),
        ("{value: 1, docs: a}", "clause `how`"),
        ("{value: 1, how: a, code: a}", "clause `how`"),
        ("{value: 1, ignored: Why., note: a}", "unknown members"),
    ],
)
def test_invalid_case(case: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "info.yaml"
    file.write_text(f"object: Info\nkeywords:\n  title: {case}\n")
    with pytest.raises(InvalidCaseError, match=message):
        read_cases(file)
