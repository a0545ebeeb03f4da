"""The result of a test suite, and the section of the page that lists all results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.guards.sources import ROOT

PAGE = ROOT / "generator/docs/tested-against.md"
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


def update_section(page: str, results: Iterable[SuiteResult]) -> str:
    """Return a page with the results between the two marks.

    Rows of suites that were not run remain.

    Raises:
        ValueError: The page lacks the marks.
    """
    before, begin, rest = page.partition(_BEGIN)
    section, end, after = rest.partition(_END)
    if not end:
        raise ValueError("the page lacks the marks of the section")
    rows = {_key(row): f"{row}\n" for row in section.splitlines() if row[:1] == "|"}
    table = format_table(item for item in results if not item.reason)
    rows |= {_key(row): f"{row}\n" for row in table.splitlines()}
    return f"{before}{begin}\n{''.join(rows.values())}\n{end}{after}"


def _key(row: str) -> tuple[str, ...]:
    """Return the name and the version of the suite in a row."""
    return tuple(row.split(" | ")[:2])
