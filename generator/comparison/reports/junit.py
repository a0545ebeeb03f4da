"""The report in the XML of JUnit, which CI servers show as tests.

Each change is a test case. Breaking changes are failures; the others pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from ..changes import Change, Level
from .content import Report, cause_text, printable


def format_junit(reports: Sequence[Report]) -> str:
    """Return all changes as test cases, the most severe of each client first."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f"<testsuites {_counts(item for report in reports for item in report.changes)}>",
    ]
    for report in reports:
        name = _attribute(f"oasmith diff {report.client}".rstrip())
        lines.append(f"<testsuite name={name} {_counts(report.changes)}>")
        for _, items in report.levels():
            for item in items:
                lines += _case(report, item)
        lines.append("</testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _counts(changes: Iterable[Change]) -> str:
    is_failure = [item.level is Level.BREAKING for item in changes]
    return f'tests="{len(is_failure)}" failures="{sum(is_failure)}"'


def _case(report: Report, item: Change) -> list[str]:
    name = f"{item.rule.id} {item.fingerprint}"
    start = f"<testcase classname={_attribute(item.subject)} name={_attribute(name)}"
    places = [report.place(item, side) for side in ("old", "new")]
    details = "\n".join([*(place for place in places if place), item.witness]).strip()
    message = item.message + cause_text(item)
    text = escape(printable(f"{message}\n{details}".strip()))
    if item.level is Level.BREAKING:
        kind = _attribute(item.rule.id)
        quoted = _attribute(message)
        failure = f"<failure type={kind} message={quoted}>{text}</failure>"
        return [f"{start}>", failure, "</testcase>"]
    return [f"{start}>", f"<system-out>{text}</system-out>", "</testcase>"]


def _attribute(text: str) -> str:
    return quoteattr(printable(text))
