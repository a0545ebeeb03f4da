"""The table of the suites, and the tests that they consist of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance import packages
from tests.conformance.json_schema_server import check_requests
from tests.conformance.json_schema_suite import Group, check_groups
from tests.conformance.packages import UnavailableError, UpstreamPackage
from tests.conformance.published import describe_checked
from tests.conformance.result import (
    PAGE,
    README,
    SuiteResult,
    format_table,
    update_section,
    update_summary,
)
from tests.conformance.suites import Options, read_counts, run_suite
from tests.corpus.table import Row

_OUTPUT = """\
OpenAPI 3.2, invalid documents: 28 of 29 diagnosed
.Overlay v1.0: 12 accepted, 20 refused
.Overlay compliant sets: 8 of 8
.
"""


def test_counts_of_the_standards() -> None:
    results = read_counts(_OUTPUT)
    assert [(item.version, item.summary) for item in results] == [
        ("3.2", "28 of 29 diagnosed"),
        ("1.0", "12 of 12 accepted"),
        ("1.0", "20 of 20 refused"),
        ("1.0, 1.1", "8 of 8 applied"),
    ]


def test_results_in_the_page() -> None:
    page = "# Page\n\n<!-- conformance: written by make conformance -->\n{}"
    page += "<!-- conformance: end -->\nEnd.\n"
    first = [SuiteResult("A", "1.0", 3, ("b",)), SuiteResult("A", "1.1", 3)]
    table = "\n| suite | version | result |\n| --- | --- | --- |\n{}\n"
    rows = "| A | 1.0 | 2 of 3 passed |\n| A | 1.1 | 3 of 3 passed |\n"
    text = update_section(page.format("\n"), [*first, _unavailable()])
    assert text == page.format(table.format(rows))
    text = update_section(text, [SuiteResult("A", "1.0", 3), SuiteResult("C", "2", 1)])
    rows = rows.replace("2 of 3", "3 of 3") + "| C | 2 | 1 of 1 passed |\n"
    assert text == page.format(table.format(rows))
    with pytest.raises(ValueError, match="lacks the marks"):
        update_section("# Page\n", first)


def test_reason_of_a_suite_that_was_not_run() -> None:
    assert _unavailable().summary == "not run: no network"
    assert "| B | – | not run: no network |\n" in format_table([_unavailable()])


def test_page_has_the_section() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert update_section(page, []) == page


def test_results_in_the_readme() -> None:
    marks = "<!-- conformance: written by make conformance -->\n{}"
    marks += "<!-- conformance: end -->\nEnd.\n"
    results = [
        SuiteResult("[A](a.md), valid", "1.0", 3, ("b",)),
        SuiteResult("[A](a.md), invalid", "1.0", 2, verb="refused"),
        SuiteResult("[A](a.md), valid", "1.1", 3),
    ]
    page = update_section(marks.format("\n"), results)
    readme = update_summary(marks.format("| A | 1.0 | old |\n"), page)
    assert readme == marks.format(
        "\n| suite | version | result |\n| --- | --- | --- |\n"
        "| [A](generator/docs/a.md) | 1.0 | 2 of 3 passed; 2 of 2 refused |\n"
        "| [A](generator/docs/a.md) | 1.1 | 3 of 3 passed |\n\n"
    )


def test_readme_has_the_results_of_the_page() -> None:
    readme = README.read_text(encoding="utf-8")
    assert update_summary(readme, PAGE.read_text(encoding="utf-8")) == readme


@pytest.mark.parametrize(
    ("mypy", "expected"),
    [((0, 2), "all"), ((0, -1), "1 of them"), ((-1, -1), "none")],
)
def test_number_of_checked_clients(mypy: tuple[int, int], expected: str) -> None:
    rows = [Row("a", modules=3, mypy=count) for count in mypy]
    not_generated = Row("b")
    clause = f"{expected} checked by mypy and pyright"
    assert describe_checked([*rows, not_generated]) == clause


def _unavailable() -> SuiteResult:
    return SuiteResult("B", "–", 0, reason="no network")


def test_missing_client_is_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "CACHE", tmp_path)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnavailableError, match="npm is not installed"):
        UpstreamPackage("npm", "@readme/oas-examples", "8.2.2").extracted()
    (result,) = run_suite("examples", Options())
    assert result.summary == "not run: npm is not installed"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("schema", "valid"),
    [({"type": "integer"}, True), ({"not": {}}, False), (True, True)],
)
def test_schema_of_the_suite(schema: object, valid: bool, tmp_path: Path) -> None:
    tests = (
        {"description": "text", "data": "a", "valid": valid},
        {"description": "null", "data": None, "valid": valid},
    )
    client, mock = check_groups(tmp_path, [Group("group", schema, tests)], {})
    assert client.summary == "2 of 2 values returned as received"
    assert len(mock.failures) == (0 if valid else 1)
    assert mock.summary == (
        f"{int(valid)} of 1 schemas have a valid value, {int(not valid)} accept no value,"
        " 0 refer to another server"
    )
    assert not mock.is_goal


def test_checking_server_with_the_suite(tmp_path: Path) -> None:
    url = "http://localhost:1234/text.json"
    number: dict[str, object] = {"minimum": 2, "properties": {"a": True}}
    groups = [
        Group("minimum", number, _values((1, False), (2, True), ({}, True))),
        Group("remote", {"$ref": url}, _values((1, False), ("a", True))),
        Group("oneOf", {"oneOf": [True, True]}, _values((1, False))),
    ]
    result = check_requests(tmp_path, groups, {url: {"type": "string"}})
    assert result.summary.startswith("5 of 6 values accepted or refused correctly")
    assert "less strict: `oneOf`" in result.summary
    assert result.failures == ("oneOf: value 1: accepted",)
    assert not result.is_goal


def test_unexpected_difference_of_the_checking_server(tmp_path: Path) -> None:
    tests = _values((1, True))
    result = check_requests(tmp_path, [Group("type", {"type": "string"}, tests)], {})
    assert result.failures == ("type: value 1: refused",)
    assert result.is_goal


def _values(*values: tuple[object, bool]) -> tuple[dict[str, object], ...]:
    return tuple(
        {"description": f"value {value}", "data": value, "valid": valid}
        for value, valid in values
    )
