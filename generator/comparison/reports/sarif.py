"""The report in the format SARIF 2.1.0, which code scanning services read.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from ... import __version__
from ..changes import Change, Level
from .content import Report, cause_text, printable

_LEVELS = {
    Level.BREAKING: "error",
    Level.WARNING: "warning",
    Level.COMPATIBLE: "note",
    Level.INFO: "note",
}


def format_sarif(reports: Sequence[Report]) -> str:
    """Return all changes as SARIF, with places in the new document.

    Each client is a run.
    """
    content = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [_run(report) for report in reports],
    }
    return json.dumps(content, indent=2) + "\n"


def _run(report: Report) -> dict[str, Any]:
    rules = sorted({item.rule.id: item.rule for item in report.changes}.items())
    driver = {
        "name": "oasmith diff",
        "version": __version__,
        "rules": [
            {"id": id_, "fullDescription": {"text": rule.explanation}}
            for id_, rule in rules
        ],
    }
    # Services keep the results of runs apart by this identity (section 3.17.2).
    identity = {"automationDetails": {"id": f"oasmith diff/{report.client}/"}}
    return {
        "tool": {"driver": driver},
        **(identity if report.client else {}),
        "columnKind": "unicodeCodePoints",
        "results": [_result(item) for item in report.changes],
    }


def _result(item: Change) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": item.rule.id,
        "level": _LEVELS[item.level],
        "message": {"text": printable(item.message + cause_text(item))},
        "partialFingerprints": {"oasmithDiff/v1": item.fingerprint},
    }
    # An old place is not a line of a file that the revision contains.
    if item.new is not None:
        place = item.new.place
        result["locations"] = [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(item.new.file.name)},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ]
    return result
