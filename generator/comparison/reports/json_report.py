"""The report for programs; `diff.schema.json` in the documentation describes it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ...source import Location, format_pointer
from ..changes import Change, Level
from .content import Report

FORMAT_VERSION = 2
"""Version of the format, which increases if a program has to change."""


def format_json(reports: Sequence[Report]) -> str:
    """Return all changes as JSON, in the order of each client."""
    content = {"format": FORMAT_VERSION, "clients": [_client(item) for item in reports]}
    return json.dumps(content, indent=2) + "\n"


def _client(report: Report) -> dict[str, Any]:
    counts = Counter(item.level for item in report.changes)
    return {
        "client": report.client or None,
        "version": {
            "old": report.version.old,
            "next": report.version.next or None,
            "bump": report.version.bump.value,
            "parts": {cause.value: bump.value for cause, bump in report.version.parts},
        },
        "counts": {level.name.lower(): counts[level] for level in reversed(Level)},
        "changes": [_change(report, item) for item in report.changes],
    }


def _change(report: Report, item: Change) -> dict[str, Any]:
    return {
        "id": item.rule.id,
        "level": item.level.name.lower(),
        "cause": item.cause.value,
        "fingerprint": item.fingerprint,
        "subject": item.subject,
        "message": item.message,
        "old": _place(report.old, item.old),
        "new": _place(report.new, item.new),
        "witness": item.witness.split("\n") if item.witness else None,
        "uses": [{"file": file, "line": line} for file, line in item.uses],
    }


def _place(prefix: str, location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    place = location.place
    return {
        "file": f"{prefix}{location.file.name}",
        "line": place.line,
        "column": place.column,
        "pointer": format_pointer(location.pointer),
    }
