"""Findings as plain data, so that those of a slow stage can be kept."""

from __future__ import annotations

from typing import Any

from . import Diagnostics, Rule, Severity
from ..openapi.document import Document
from ..source import Location, format_pointer, parse_pointer


def to_plain(diagnostics: Diagnostics) -> dict[str, Any]:
    """The findings that stand at nodes, as JSON values."""
    return {
        "findings": [
            {
                "code": item.rule.code,
                "severity": item.severity.name,
                "explanation": item.rule.explanation,
                "message": item.message,
                "hint": item.hint,
                "file": item.location.file.uri,
                "pointer": format_pointer(item.location.pointer),
            }
            for item in diagnostics
            if isinstance(item.location, Location)
        ]
    }


def from_plain(
    content: dict[str, Any], document: Document, diagnostics: Diagnostics
) -> bool:
    """Adds findings that were kept; adds none, and is false, when they do not fit."""
    # By URI: files outside of the project are named by their base names, which may clash.
    files = {item.source.uri: item.source for item in document.files.values()}
    found = Diagnostics()
    try:
        for item in content["findings"]:
            rule = Rule(item["code"], Severity[item["severity"]], item["explanation"])
            location = Location(files[item["file"]], parse_pointer(item["pointer"]))
            found.add(rule, item["message"], location, hint=item["hint"])
    except (KeyError, TypeError, ValueError):
        return False
    diagnostics.extend(found)
    return True
