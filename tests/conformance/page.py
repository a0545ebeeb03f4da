"""The page with the table of all keywords."""

from __future__ import annotations

from collections.abc import Iterable

from tests.conformance.cases import VERSIONS, Case
from tests.guards.sources import ROOT

PAGE = ROOT / "generator/docs/conformance.md"
_INTRODUCTION = """\
# Conformance

These tables list each keyword of OpenAPI 2.0, 3.0, 3.1 and 3.2, and of JSON Schema 2020-12, which is the schema of 3.1
and 3.2. The page is generated from the cases in the last column. Each is a small document, with and without the
keyword, from which a client is generated in each version with a ✓; the test compares the two.

- **represented**: the generated client, its reference or its requests depend on the keyword, as described.
- **diagnosed**: a [diagnostic](../diagnostics/rules.md) names the keyword, which the client does not represent.
- **ignored**: the output is the same with and without the keyword, for the reason given.

Arazzo documents, which describe sequences of calls, are not read, and there are no plans for them now. Limits on the size
and depth of documents are in the [reference of the commands](reference-commands.md#limits).

[Support of documents](document-support.md) describes combinations of keywords, and
[Tested against](tested-against.md) published documents and the test suites of the standards.
"""


def format_page(cases: Iterable[Case]) -> str:
    """Return the page as Markdown, with a table for each object."""
    by_object: dict[str, list[Case]] = {}
    for case in cases:
        by_object.setdefault(case.object, []).append(case)
    counts = [_counts(list(by_object.values()))]
    tables = [_table(name, by_object[name]) for name in sorted(by_object)]
    return "\n".join([_INTRODUCTION, *counts, *tables])


def _counts(groups: list[list[Case]]) -> str:
    """Return a sentence with the number of keywords by result."""
    results = [case.result for group in groups for case in group]
    parts = [
        f"{results.count(name)} are {name}"
        for name in ("represented", "diagnosed", "ignored")
    ]
    return f"Of {len(results)} keywords, {parts[0]}, {parts[1]} and {parts[2]}.\n"


def _table(name: str, cases: list[Case]) -> str:
    rows = "".join(map(_row, cases))
    head = f"| keyword | {' | '.join(VERSIONS)} | result | how, or why | case |"
    line = "| --- " * (len(VERSIONS) + 4) + "|"
    return f"## {name}\n\n{head}\n{line}\n{rows}"


def _row(case: Case) -> str:
    marks = ["✓" if version in case.versions else "–" for version in VERSIONS]
    link = f"[{case.file}](../../tests/conformance/keywords/{case.file}.yaml)"
    cells = [f"`{case.keyword}`", *marks, case.result, _explanation(case), link]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _explanation(case: Case) -> str:
    """Return how the keyword is represented, why it is ignored, and its diagnostics."""
    text = str(case.members.get("how") or case.members.get("ignored") or "")
    codes = ", ".join(
        f"[{code}](../diagnostics/rules.md#{code})" for code in case.texts("code")
    )
    text = text.rstrip(".")
    return f"{text} ({codes})" if text and codes else text or codes
