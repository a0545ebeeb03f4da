"""Convert diagnostics to JSON values and back, for processes and the cache."""

from __future__ import annotations

from typing import Any

from ..openapi.document import Document
from ..source import Location, Place, format_pointer, parse_pointer
from .core import Diagnostics, Rule, Severity


def to_json_value(
    diagnostics: Diagnostics, *, with_places: bool = False
) -> dict[str, Any]:
    """Convert the diagnostics of document nodes to JSON values.

    Diagnostics without a node, and related locations, are not included.

    Args:
        diagnostics: The diagnostics.
        with_places: Whether to include lines and columns, which takes as long as to parse
            the document, so that the receiver need not find them.
    """
    return {
        "diagnostics": [
            {
                "code": item.rule.code,
                "severity": item.severity.name,
                "explanation": item.rule.explanation,
                "message": item.message,
                "hint": item.hint,
                "file": item.location.file.uri,
                "pointer": format_pointer(item.location.pointer),
                "place": item.location.place if with_places else None,
            }
            for item in diagnostics
            if isinstance(item.location, Location)
        ]
    }


def from_json_value(
    content: dict[str, Any], document: Document, diagnostics: Diagnostics
) -> bool:
    """Add serialized diagnostics of a document.

    Returns:
        Whether the content is valid and matches the document; if not, nothing is added.
    """
    # By URI: files outside the project have base names, which may be equal.
    files = {item.source.uri: item.source for item in document.files.values()}
    restored = Diagnostics()
    try:
        for item in content["diagnostics"]:
            rule = Rule(item["code"], Severity[item["severity"]], item["explanation"])
            location = Location(files[item["file"]], parse_pointer(item["pointer"]))
            if item["place"] is not None:
                location.file.add_place(
                    location.pointer, Place(*map(int, item["place"]))
                )
            restored.add(rule, item["message"], location, hint=item["hint"])
    except (KeyError, TypeError, ValueError):
        return False
    diagnostics.extend(restored)
    return True
