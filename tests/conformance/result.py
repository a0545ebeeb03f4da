"""The result of a test suite, and the sections of the pages that list all results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.guards.sources import ROOT

PAGE = ROOT / "generator/docs/tested-against.md"
README = ROOT / "README.md"
_BEGIN = "<!-- conformance: written by make conformance -->\n"
_END = "<!-- conformance: end -->\n"


@dataclass(frozen=True)
class SuiteResult:
    """The result of a test suite.

    Args:
        name: name of the suite.
        version: its version.
        count: number of tests or documents.
        failures: description of each that failed.
        verb: what the others are, such as `generated`.
        reason: why the suite was not run; `""` if it was.
        is_goal: whether a failure is a fault; otherwise, the counts are a measurement.
    """

    name: str
    version: str
    count: int
    failures: tuple[str, ...] = ()
    verb: str = "passed"
    reason: str = ""
    is_goal: bool = True

    @property
    def summary(self) -> str:
        """Counts as text."""
        if self.reason:
            return f"not run: {self.reason}"
        return f"{self.count - len(self.failures)} of {self.count} {self.verb}"


def format_table(results: Iterable[SuiteResult]) -> str:
    """Return the table of the results as Markdown."""
    rows = "".join(
        f"| {item.name} | {item.version} | {item.summary} |\n" for item in results
    )
    return f"| suite | version | result |\n| --- | --- | --- |\n{rows}"


def write_results(results: Iterable[SuiteResult]) -> None:
    """Write results to the page and to the README."""
    page = update_section(PAGE.read_text(encoding="utf-8"), results)
    PAGE.write_text(page, encoding="utf-8")
    readme = update_summary(README.read_text(encoding="utf-8"), page)
    README.write_text(readme, encoding="utf-8")


def update_section(page: str, results: Iterable[SuiteResult]) -> str:
    """Return a page with the results between the two marks.

    Rows of suites that were not run remain.

    Raises:
        ValueError: The page lacks the marks.
    """
    before, rows, after = _divided(page)
    by_key = {_key(row): row for row in rows}
    table = format_table(item for item in results if not item.reason)
    by_key |= {_key(row): row for row in table.splitlines()}
    return _joined(before, list(by_key.values()), after)


def update_summary(readme: str, page: str) -> str:
    """Return the README with the results of a page between the two marks.

    The results of the parts of a suite are in one row, without the names of the parts.

    Raises:
        ValueError: The README or the page lacks the marks.
    """
    results: dict[tuple[str, str], list[str]] = {}
    _, rows, _ = _divided(page)
    for row in rows:
        name, version, result = row.strip("| ").split(" | ")
        suite = name.partition(", ")[0].replace("](", "](generator/docs/")
        results.setdefault((suite, version), []).append(result)
    before, _, after = _divided(readme)
    lines = [
        f"| {suite} | {version} | {'; '.join(dict.fromkeys(parts))} |"
        for (suite, version), parts in results.items()
    ]
    return _joined(before, lines, after)


def _divided(page: str) -> tuple[str, list[str], str]:
    """Return the text before the section, the rows of its table, and the text after it."""
    before, _, rest = page.partition(_BEGIN)
    section, end, after = rest.partition(_END)
    if not end:
        raise ValueError("the page lacks the marks of the section")
    return before, [row for row in section.splitlines() if row[:1] == "|"], after


def _joined(before: str, rows: list[str], after: str) -> str:
    table = "".join(f"{row}\n" for row in rows)
    return f"{before}{_BEGIN}\n{table}\n{_END}{after}"


def _key(row: str) -> tuple[str, ...]:
    """Return the name and the version of the suite in a row."""
    return tuple(row.split(" | ")[:2])
