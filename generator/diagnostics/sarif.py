"""Diagnostics in the format SARIF 2.1.0, which code scanning services read.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..source import Location, Place, SourceFile, Span
from .core import Diagnostic, Rule
from .render import FileNames, default_name

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(
    diagnostics: Iterable[Diagnostic], name: FileNames = default_name
) -> dict[str, Any]:
    """Return a log file with one run, as a JSON value.

    Args:
        diagnostics: The diagnostics; they become results in this order.
        name: Function that returns the name of a file.
    """
    items = list(diagnostics)
    rules = {item.rule.code: item.rule for item in items}
    positions = {code: position for position, code in enumerate(sorted(rules))}
    driver = {
        "name": "oasmith",
        "semanticVersion": __version__,
        "rules": [_rule(rules[code]) for code in positions],
    }
    results = [_result(item, positions, name) for item in items]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "fullDescription": {"text": rule.explanation},
        "defaultConfiguration": {"level": rule.severity.name.lower()},
    }


def _result(
    item: Diagnostic, positions: dict[str, int], name: FileNames
) -> dict[str, Any]:
    text = f"{item.message}; {item.hint}" if item.hint else item.message
    result: dict[str, Any] = {
        "ruleId": item.rule.code,
        "ruleIndex": positions[item.rule.code],
        "level": item.severity.name.lower(),
        "message": {"text": text},
    }
    if item.location is not None:
        result["locations"] = [_location(item.rule, item.location, name)]
    if item.related:
        result["relatedLocations"] = [
            {**_location(item.rule, location, name), "message": {"text": message}}
            for message, location in item.related
        ]
    return result


def _location(rule: Rule, location: Location | Span, name: FileNames) -> dict[str, Any]:
    place = rule.place(location)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(location.file, name)},
            "region": _region(place),
        }
    }


def _region(place: Place) -> dict[str, int]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.length:
        region["endColumn"] = place.column + place.length
    return region


def _uri(file: SourceFile, name: FileNames) -> str:
    """Return a relative reference, or an absolute URI for an absolute path."""
    path = name(file)
    if os.path.isabs(path):
        return Path(path).as_uri()
    return quote(path.replace("\\", "/"))
