"""The report in the XML of JUnit, which CI servers show as tests.

Each change is a test case. Breaking changes are failures; the others pass.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from ..changes import Change, Level
from .content import Report, cause_text, printable


def format_junit(report: Report) -> str:
    """Return all changes as test cases, the most severe first."""
    changes = [item for _, items in report.levels() for item in items]
    failures = sum(item.level is Level.BREAKING for item in changes)
    counts = f'tests="{len(changes)}" failures="{failures}"'
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f"<testsuites {counts}>",
        f'<testsuite name="oasmith diff" {counts}>',
    ]
    for item in changes:
        lines += _case(report, item)
    lines += ["</testsuite>", "</testsuites>"]
    return "\n".join(lines) + "\n"


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
